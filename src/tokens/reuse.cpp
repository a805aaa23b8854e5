#include "isogloss/tokens/reuse.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <span>
#include <stdexcept>

#include "isogloss/base/parallel.hpp"
#include "isogloss/tokens/pattern.hpp"
#include "tokens/shared_passages.hpp"

namespace isogloss::tokens {
namespace {

// The words of the chosen zones, and the token of each.
struct chosen_words {
  std::vector<word_sequence> words;
  std::vector<std::vector<std::uint32_t>> token_of;

  chosen_words(const token_stream& stream, const term_rules& rules, const corpus::zone_set& zones)
      : words(stream.documents.size()), token_of(stream.documents.size()) {
    const stream_words all(stream);
    string_pool bases;
    std::vector<std::uint32_t> base_of;
    for (std::size_t i = 0; i < all.forms.size(); ++i) base_of.push_back(bases.add(rules.word_base(all.forms[i])));
    parallel_for(words.size(), [&](std::size_t d) {
      const auto& tokens = stream.documents[d];
      for (std::uint32_t t = 0; t < tokens.size(); ++t) {
        if (!zones.contains(stream.voices[tokens[t].voice].kind)) continue;
        for (const auto form : all.of_type[index(tokens[t].type)]) {
          words[d].push_back(base_of[form]);
          token_of[d].push_back(t);
        }
      }
    });
  }
};

std::uint16_t main_voice(std::span<const token> tokens, std::span<const std::uint32_t> token_of) {
  std::map<std::uint16_t, std::pair<std::size_t, std::size_t>>
      counts;  // words, and the place of the first from the end
  for (std::size_t i = 0; i < token_of.size(); ++i) {
    auto& [n, from_end] = counts[tokens[token_of[i]].voice];
    if (n++ == 0) from_end = token_of.size() - i;
  }
  return std::max_element(counts.begin(), counts.end(),
                          [](const auto& x, const auto& y) { return x.second < y.second; })
      ->first;
}

passage_place place_of(const token_stream& stream, const chosen_words& chosen, std::size_t document, std::size_t first,
                       std::size_t end) {
  const auto& tokens = stream.documents[document];
  const auto token_of = std::span(chosen.token_of[document]).subspan(first, end - first);
  const auto& front = tokens[token_of.front()];
  return {document,
          first,
          end,
          token_of.front(),
          token_of.back() + 1UL,
          front.begin,
          tokens[token_of.back()].end,
          main_voice(tokens, token_of),
          front.segment};
}

// Which places are the same passage: found and united.
class passage_sets {
 public:
  explicit passage_sets(std::size_t n) : of_(n) { std::iota(of_.begin(), of_.end(), std::size_t{0}); }
  std::size_t find(std::size_t i) {
    while (of_[i] != i) i = of_[i] = of_[of_[i]];
    return i;
  }
  void unite(std::size_t i, std::size_t j) {
    i = find(i);
    j = find(j);
    of_[std::max(i, j)] = std::min(i, j);
  }

 private:
  std::vector<std::size_t> of_;
};

struct placed_row {
  const passage_place* place;
  std::size_t row;
};

bool mostly_overlap(const passage_place& x, const passage_place& y) {
  const std::size_t begin = std::max(x.begin, y.begin), end = std::min(x.end, y.end);
  return begin < end && 2 * (end - begin) >= std::min(x.end - x.begin, y.end - y.begin);
}

void unite_overlapping(std::vector<placed_row>& places, passage_sets& sets) {
  std::sort(places.begin(), places.end(), [](const auto& x, const auto& y) {
    return std::tie(x.place->begin, x.row) < std::tie(y.place->begin, y.row);
  });
  std::vector<placed_row> open;
  for (const auto& p : places) {
    std::erase_if(open, [&](const placed_row& o) { return o.place->end <= p.place->begin; });
    // A place that another row has too is looked at once.
    bool known = false;
    for (const auto& o : open) {
      if (mostly_overlap(*o.place, *p.place)) sets.unite(o.row, p.row);
      known = known || (o.place->begin == p.place->begin && o.place->end == p.place->end);
    }
    if (!known) open.push_back(p);
  }
}

void number(std::vector<reused_passage>& passages, std::size_t n_documents) {
  std::vector<std::vector<placed_row>> places(n_documents);
  for (std::size_t i = 0; i < passages.size(); ++i) {
    places[passages[i].a.document].push_back({&passages[i].a, i});
    places[passages[i].b.document].push_back({&passages[i].b, i});
  }
  passage_sets sets(passages.size());
  for (auto& of_document : places) unite_overlapping(of_document, sets);
  std::size_t last = 0;
  for (std::size_t i = 0; i < passages.size(); ++i) {
    const std::size_t first = sets.find(i);  // the smallest of its set
    passages[i].number = first == i ? ++last : passages[first].number;
  }
}

}  // namespace

text_reuse find_reuse(const token_stream& stream, const term_rules& rules, const reuse_options& o) {
  if (o.seed_words < 2)
    throw std::domain_error(fmt::format("find_reuse: seed_words is {}, but must be at least 2", o.seed_words));
  if (o.min_words < 1) throw std::domain_error("find_reuse: min_words is 0, but must be at least 1");
  const chosen_words chosen(stream, rules, o.zones);
  text_reuse result;
  for (const auto& words : chosen.words) result.words.push_back(words.size());
  for (const auto& found : shared_passages(chosen.words, o)) {
    const auto& x = found.alignment;
    result.passages.push_back({place_of(stream, chosen, found.document_a, x.begin_a(), x.end_a()),
                               place_of(stream, chosen, found.document_b, x.begin_b(), x.end_b()), x.matched(),
                               x.columns(), 0});
  }
  number(result.passages, stream.documents.size());
  return result;
}

}  // namespace isogloss::tokens
