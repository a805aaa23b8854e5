#include "studies/induced_stance.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "isogloss/counts/lexicon_counts.hpp"
#include "isogloss/statistics/multiple_testing.hpp"
#include "isogloss/studies/stance.hpp"
#include "isogloss/tokens/targets.hpp"

namespace isogloss::studies {
namespace {

constexpr Eigen::Index fewest_segments = 10;
constexpr std::size_t fewest_documents = 2;

bool has_both_signs(const tokens::lexicon& l) {
  const auto any = [&](auto is_wanted) { return std::any_of(l.entries.begin(), l.entries.end(), is_wanted); };
  return any([](const auto& e) { return e.weight > 0; }) && any([](const auto& e) { return e.weight < 0; });
}

bool makes_other_terms(const material& m) {
  return m.options().ngrams > 1 || m.options().terms.character_ngrams > 0;
}

void add_all(std::set<std::string>& terms, std::vector<std::string> more) {
  terms.insert(std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

// Names are what is evaluated, not what evaluates.
std::set<std::string> names_of_targets(const material& m) {
  std::set<std::string> names;
  const tokens::target_finder finder(m.targets(), m.options().terms);
  const auto& f = m.features();
  for (std::size_t t = 0; t < f.types.size(); ++t) {
    if (finder.alias_of(f.types[t])) add_all(names, m.rules().terms(f.types[t]));
  }
  for (const auto& document : f.documents) {
    for (const auto& phrase : document.phrases) {
      if (phrase.lexicon == tokens::targets_as_lexicon) add_all(names, m.rules().terms(phrase.words));
    }
  }
  return names;
}

// Seeds are no news: words that an entry fits, alone or in a joined phrase, and words of the phrases that were found.
std::set<std::string> terms_of_seeds(const material& m, const tokens::lexicon_matcher& matcher) {
  std::set<std::string> terms;
  const auto& f = m.features();
  for (std::size_t t = 0; t < f.types.size(); ++t) {
    for (const auto word : tokens::split_words(f.types[t])) {
      if (!matcher.entries_of(m.lexicon_rules().word_base(word)).empty()) add_all(terms, m.rules().terms(f.types[t]));
    }
  }
  for (const auto& document : f.documents) {
    for (const auto& phrase : document.phrases) {
      if (phrase.lexicon != matcher.source().name) continue;
      add_all(terms, m.rules().terms(phrase.words));
      for (const auto word : tokens::split_words(phrase.words)) add_all(terms, m.rules().terms(word));
    }
  }
  return terms;
}

statistics::seed_counts count_seeds(const material& m, const tokens::lexicon_matcher& matcher,
                                    const counts::segment_matrix& segments) {
  std::map<std::pair<std::size_t, std::uint32_t>, std::size_t> places;
  for (std::size_t s = 0; s < segments.document_of.size(); ++s)
    places.emplace(std::pair(segments.document_of[s], segments.segment[s]), s);
  statistics::seed_counts seeds{std::vector<double>(places.size()), std::vector<double>(places.size())};
  for (const auto& hit : counts::count_lexicon(m.features(), matcher, m.lexicon_rules())) {
    if (!m.options().zones.contains(m.features().voices[hit.voice].kind)) continue;
    const auto place = places.find({hit.document, hit.segment});
    const double weight = matcher.source().entries[hit.entry].weight;
    if (place == places.end() || weight == 0) continue;
    (weight > 0 ? seeds.positive : seeds.negative)[place->second] += hit.count;
  }
  return seeds;
}

// The terms that can be judged: content, neither seeds nor names, of enough segments and documents.
std::vector<std::string> candidates(const material& m, const std::set<std::string>& left_out) {
  const counts::dfm& dfm = m.dfm(term_choice::content);
  const Eigen::VectorXd documents = counts::document_frequencies(dfm.counts);
  std::vector<std::string> terms;
  for (std::size_t t = 0; t < dfm.terms.size(); ++t) {
    if (documents[static_cast<Eigen::Index>(t)] < fewest_documents || left_out.contains(dfm.terms[t])) continue;
    terms.push_back(dfm.terms[t]);
  }
  return terms;
}

statistics::resample_weights resamples(const material& m, const std::vector<std::size_t>& document_of) {
  statistics::nesting nesting;
  for (std::size_t s = 0; s < document_of.size(); ++s) {
    if (s == 0 || document_of[s] != document_of[s - 1]) nesting.author_of.push_back(nesting.author_of.size());
    nesting.document_of.push_back(nesting.author_of.size() - 1);
  }
  return statistics::resample_within(nesting, m.options().seed, statistics::random_study::lexicon,
                                     m.options().replicates);
}

// The columns of terms that stand in enough segments; `terms` keeps theirs.
Eigen::SparseMatrix<double> in_enough_segments(const Eigen::SparseMatrix<double>& all,
                                               std::vector<std::string>& terms) {
  std::vector<Eigen::Triplet<double>> cells;
  std::vector<std::string> kept;
  for (Eigen::Index t = 0; t < all.cols(); ++t) {
    if (all.innerVector(t).nonZeros() < fewest_segments) continue;
    for (Eigen::SparseMatrix<double>::InnerIterator cell(all, t); cell; ++cell)
      cells.emplace_back(static_cast<int>(cell.row()), static_cast<int>(kept.size()), 1);
    kept.push_back(std::move(terms[static_cast<std::size_t>(t)]));
  }
  terms = std::move(kept);
  Eigen::SparseMatrix<double> result(all.rows(), static_cast<Eigen::Index>(terms.size()));
  result.setFromTriplets(cells.begin(), cells.end());
  return result;
}

std::vector<double> counts_of(const material& m, const std::string& term) {
  const counts::dfm& dfm = m.dfm(term_choice::content);
  const auto found = std::lower_bound(dfm.terms.begin(), dfm.terms.end(), term) - dfm.terms.begin();
  std::vector<double> counts;
  for (Eigen::Index d = 0; d < dfm.counts.rows(); ++d) counts.push_back(dfm.counts.coeff(d, found));
  return counts;
}

void induce(const material& m, std::size_t lexicon, const std::set<std::string>& names,
            std::vector<induced_term>& result) {
  const auto& matcher = m.lexicon_matchers()[lexicon];
  std::set<std::string> left_out = terms_of_seeds(m, matcher);
  left_out.insert(names.begin(), names.end());
  std::vector<std::string> terms = candidates(m, left_out);
  const auto segments = m.segments(term_choice::content, terms);
  const auto presence = in_enough_segments(segments.counts, terms);
  const auto orientations =
      statistics::semantic_orientation(presence, count_seeds(m, matcher, segments), resamples(m, segments.document_of));
  std::vector<double> p;
  for (const auto& o : orientations) p.push_back(o.p_value);
  const auto q = statistics::benjamini_hochberg(p);
  for (std::size_t t = 0; t < terms.size(); ++t) {
    const auto& o = orientations[t];
    if (o.ends.low > 0 || o.ends.high < 0) result.push_back({lexicon, terms[t], o, q[t], counts_of(m, terms[t])});
  }
}

}  // namespace

std::vector<induced_term> induce_stance(const material& m) {
  std::vector<induced_term> result;
  if (!why_nothing_induced(m).empty()) return result;
  const auto names = names_of_targets(m);
  for (std::size_t l = 0; l < m.lexicons().size(); ++l) {
    if (has_both_signs(m.lexicons()[l])) induce(m, l, names, result);
  }
  return result;
}

std::string why_nothing_induced(const material& m) {
  if (std::none_of(m.lexicons().begin(), m.lexicons().end(), has_both_signs))
    return "no lexicon has weights above and below 0";
  if (makes_other_terms(m)) return "they are single words";
  if (m.options().replicates < 40) return "their intervals take 40 --replicates or more";
  return {};
}

}  // namespace isogloss::studies
