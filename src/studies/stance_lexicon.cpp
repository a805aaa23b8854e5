#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <string>
#include <tuple>

#include "isogloss/statistics/log_odds.hpp"
#include "isogloss/studies/layouts.hpp"
#include "isogloss/studies/stance.hpp"

namespace isogloss::studies {
namespace {

// A stance-bearing term: the words an entry found, or the phrase that is one.
struct bearer {
  std::size_t lexicon;
  std::size_t entry;
  std::string term;
  friend auto operator<=>(const bearer&, const bearer&) = default;
};

using counts_of_bearers = std::map<bearer, std::vector<double>>;  // one count a document

std::string joined_bases(const material& m, std::string_view words) {
  std::string result;
  for (const auto word : tokens::split_words(words)) {
    if (!result.empty()) result += ' ';
    result += m.lexicon_rules().word_base(word);
  }
  return result;
}

// Takes `count` of every entry that a single word of `words` fits.
void add_words(const material& m, const tokens::lexicon_matcher& matcher, std::size_t lexicon, std::string_view words,
               std::size_t document, double count, counts_of_bearers& counts) {
  for (const auto word : tokens::split_words(words)) {
    const std::string base = m.lexicon_rules().word_base(word);
    for (const std::size_t entry : matcher.entries_of(base)) {
      auto& cells = counts[{lexicon, entry, base}];
      cells.resize(m.n_documents());
      cells[document] += count;
    }
  }
}

void count_bearers(const material& m, std::size_t lexicon, counts_of_bearers& counts) {
  const auto& source = m.lexicons()[lexicon];
  const tokens::lexicon_matcher matcher(source, m.lexicon_rules());
  std::map<std::pair<std::string, std::string>, std::size_t> phrase_entries;
  for (std::size_t e = 0; e < source.entries.size(); ++e) {
    phrase_entries.emplace(std::pair(source.categories[source.entries[e].category], source.entries[e].pattern), e);
  }
  const auto& f = m.features();
  for (std::size_t d = 0; d < f.documents.size(); ++d) {
    std::map<type_id, double> of_type;
    for (const auto& feature : f.documents[d].features) {
      if (m.options().zones.contains(f.voices[feature.voice].kind))
        of_type[feature.type] += static_cast<double>(feature.count);
    }
    for (const auto& [type, count] : of_type) add_words(m, matcher, lexicon, f.types[index(type)], d, count, counts);
    for (const auto& phrase : f.documents[d].phrases) {
      if (phrase.lexicon != source.name || !m.options().zones.contains(f.voices[phrase.voice].kind)) continue;
      const auto entry = phrase_entries.find({phrase.category, phrase.pattern});
      if (entry == phrase_entries.end()) continue;
      const auto count = static_cast<double>(phrase.count);
      auto& cells = counts[{lexicon, entry->second, joined_bases(m, phrase.words)}];
      cells.resize(m.n_documents());
      cells[d] += count;
      add_words(m, matcher, lexicon, phrase.words, d, -count, counts);
    }
  }
}

// The prior is the pooled counts: with all texts alike, nothing stands out.
double z_against_the_rest(double count, double tokens, double pooled_count, double pooled_tokens) {
  if (pooled_tokens <= tokens) return std::numeric_limits<double>::quiet_NaN();  // there is no rest
  return statistics::weighted_log_odds({count, pooled_count - count, tokens, pooled_tokens - tokens},
                                       {pooled_count, pooled_tokens})
      .z;
}

struct lexicon_row {
  const bearer* term;
  double count;
  double z;
};

// From the most to the least telling; rows without a z last.
bool before(const lexicon_row& a, const lexicon_row& b) {
  const auto size = [](double z) { return std::isnan(z) ? -1.0 : std::abs(z); };
  if (size(a.z) != size(b.z)) return size(a.z) > size(b.z);
  return std::tie(a.term->lexicon, a.term->term, a.term->entry) <
         std::tie(b.term->lexicon, b.term->term, b.term->entry);
}

// Running words, whatever terms are made of them.
std::vector<double> running_words(const material& m) {
  const auto& f = m.features();
  std::vector<double> words;
  for (const auto& document : f.documents) {
    double sum = 0;
    for (const auto& feature : document.features) {
      if (!m.options().zones.contains(f.voices[feature.voice].kind)) continue;
      if (m.rules().is_counted(f.types[index(feature.type)])) sum += static_cast<double>(feature.count);
    }
    words.push_back(sum);
  }
  return words;
}

}  // namespace

table stance_lexicon_layout() {
  using enum column_type;
  return {"stance_lexicon",
          "The stance-bearing terms of each document, set against the other documents.",
          "document, |log_odds_z| descending, lexicon, term",
          {columns::document(),
           columns::term(),
           {"lexicon", string, "", "the lexicon it stands in"},
           {"category", string, "", "its category"},
           {"weight", number, "", "the entry's weight"},
           {"source", string, "", "seed: an entry of the lexicon"},
           columns::count(),
           {"per_thousand", number, "per thousand tokens", "1000 * count / running words of the chosen zones"},
           {"log_odds_z", number, "z", "weighted log-odds against the other documents; positive: more here"}}};
}

table stance_lexicon(const material& m) {
  counts_of_bearers counts;
  for (std::size_t l = 0; l < m.lexicons().size(); ++l) count_bearers(m, l, counts);
  const std::vector<double> tokens = running_words(m);
  const double pooled_tokens = std::accumulate(tokens.begin(), tokens.end(), 0.0);

  table result = stance_lexicon_layout();
  for (std::size_t d = 0; d < m.n_documents(); ++d) {
    const double n = tokens[d];
    std::vector<lexicon_row> rows;
    for (const auto& [term, cells] : counts) {
      if (cells[d] <= 0) continue;
      double pooled = 0;
      for (const double cell : cells) pooled += cell;
      rows.push_back({&term, cells[d], z_against_the_rest(cells[d], n, pooled, pooled_tokens)});
    }
    std::sort(rows.begin(), rows.end(), before);
    for (const auto& row : rows) {
      const auto& lexicon = m.lexicons()[row.term->lexicon];
      const auto& entry = lexicon.entries[row.term->entry];
      result.add(m.study().documents[d].name, row.term->term, lexicon.name, lexicon.categories[entry.category],
                 entry.weight, "seed", static_cast<std::int64_t>(row.count), 1000 * row.count / n, row.z);
    }
  }
  return result;
}

}  // namespace isogloss::studies
