#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <string>
#include <tuple>

#include "isogloss/base/numeric.hpp"
#include "isogloss/statistics/log_odds.hpp"
#include "isogloss/studies/stance.hpp"
#include "studies/induced_stance.hpp"

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
  const auto& matcher = m.lexicon_matchers()[lexicon];
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
  if (pooled_tokens <= tokens) return not_a_number;  // there is no rest
  return statistics::weighted_log_odds({count, pooled_count - count, tokens, pooled_tokens - tokens},
                                       {pooled_count, pooled_tokens})
      .z;
}

// A row of a document: a term that an entry found, or an induced one.
struct lexicon_row {
  const bearer* seed;
  const induced_term* induced;
  double count;
  double z;

  [[nodiscard]] std::size_t lexicon() const { return seed != nullptr ? seed->lexicon : induced->lexicon; }
  [[nodiscard]] const std::string& term() const { return seed != nullptr ? seed->term : induced->term; }
  [[nodiscard]] std::size_t entry() const { return seed != nullptr ? seed->entry : 0; }
};

// From the most to the least telling; rows without a z last.
bool before(const lexicon_row& a, const lexicon_row& b) {
  const auto size = [](double z) { return std::isnan(z) ? -1.0 : std::abs(z); };
  if (size(a.z) != size(b.z)) return size(a.z) > size(b.z);
  const auto key = [](const lexicon_row& r) {
    return std::tuple(r.lexicon(), std::string_view(r.term()), r.seed == nullptr, r.entry());
  };
  return key(a) < key(b);
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

class row_maker {
 public:
  explicit row_maker(const material& m)
      : tokens_(running_words(m)), pooled_(std::accumulate(tokens_.begin(), tokens_.end(), 0.0)) {}

  void add(std::size_t document, const bearer* seed, const induced_term* induced, const std::vector<double>& cells,
           std::vector<lexicon_row>& rows) const {
    if (cells[document] <= 0) return;
    const double all = std::accumulate(cells.begin(), cells.end(), 0.0);
    rows.push_back(
        {seed, induced, cells[document], z_against_the_rest(cells[document], tokens_[document], all, pooled_)});
  }

  [[nodiscard]] double per_thousand(std::size_t document, double count) const {
    return 1000 * count / tokens_[document];
  }

 private:
  std::vector<double> tokens_;
  double pooled_;
};

void write_row(table& t, const material& m, std::size_t document, const lexicon_row& row, double per_thousand) {
  const std::string& name = m.study().documents[document].name;
  const auto& lexicon = m.lexicons()[row.lexicon()];
  const auto count = static_cast<std::int64_t>(row.count);
  if (row.seed != nullptr) {
    const auto& entry = lexicon.entries[row.seed->entry];
    t.add(name, row.term(), lexicon.name, lexicon.categories[entry.category], entry.weight, "seed", count, per_thousand,
          row.z, not_a_number, not_a_number, not_a_number);
    return;
  }
  const auto& o = row.induced->orientation;
  t.add(name, row.term(), lexicon.name, o.value > 0 ? "positive" : "negative", o.value, "induced", count, per_thousand,
        row.z, o.ends.low, o.ends.high, row.induced->q_value);
}

}  // namespace

table stance_lexicon(const material& m) {
  counts_of_bearers counts;
  for (std::size_t l = 0; l < m.lexicons().size(); ++l) count_bearers(m, l, counts);
  const auto induced = induce_stance(m);
  const row_maker make(m);
  table result = stance_lexicon_layout();
  for (std::size_t d = 0; d < m.n_documents(); ++d) {
    std::vector<lexicon_row> rows;
    for (const auto& [term, cells] : counts) make.add(d, &term, nullptr, cells, rows);
    for (const auto& term : induced) make.add(d, nullptr, &term, term.counts, rows);
    std::sort(rows.begin(), rows.end(), before);
    for (const auto& row : rows) write_row(result, m, d, row, make.per_thousand(d, row.count));
  }
  return result;
}

}  // namespace isogloss::studies
