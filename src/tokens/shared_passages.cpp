#include "tokens/shared_passages.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>

#include "isogloss/base/parallel.hpp"

namespace isogloss::tokens {
namespace {

// One seed in two places; a's document is known.
struct seed_pair {
  std::uint32_t document_b;
  std::uint32_t a, b;
};

// The seeds that document a shares with those after it, and with itself where it repeats them.
class seed_pairs {
 public:
  seed_pairs(const seed_index& index, std::size_t document, const reuse_options& o)
      : document_(static_cast<std::uint32_t>(document)), seed_words_(o.seed_words) {
    const auto& seeds = index.seeds_of(document);
    for (std::uint32_t word = 0; word < seeds.size(); ++word) {
      if (seeds[word] != seed_index::unique) add(word, index.places(seeds[word]), o.within_documents);
    }
    const auto key = [](const seed_pair& s) {
      return std::tuple(s.document_b, std::int64_t{s.b} - std::int64_t{s.a}, s.a);
    };
    std::sort(pairs.begin(), pairs.end(), [&](const auto& x, const auto& y) { return key(x) < key(y); });
  }

  std::vector<seed_pair> pairs;  // by document, diagonal and place

 private:
  using places = std::span<const seed_place>;

  static places of_next_document(places rest) {
    const auto end = std::partition_point(rest.begin(), rest.end(),
                                          [&](const seed_place& p) { return p.document == rest.front().document; });
    return rest.first(static_cast<std::size_t>(end - rest.begin()));
  }

  void add(std::uint32_t word, places all, bool within) {
    const auto own_begin =
        std::partition_point(all.begin(), all.end(), [&](const seed_place& p) { return p.document < document_; });
    places rest = all.subspan(static_cast<std::size_t>(own_begin - all.begin()));
    const places own = of_next_document(rest);
    const auto at = std::partition_point(own.begin(), own.end(), [&](const seed_place& p) { return p.word < word; });
    if (within) add_repetitions(word, own);
    for (rest = rest.subspan(own.size()); !rest.empty();) {
      const places others = of_next_document(rest);
      rest = rest.subspan(others.size());
      add_shared(word, static_cast<std::size_t>(at - own.begin()), own.size(), others);
    }
  }

  void add_shared(std::uint32_t word, std::size_t number, std::size_t n_own, places others) {
    if (n_own * others.size() > most_pairs_of_seed) {
      if (number < others.size()) pairs.push_back({others[number].document, word, others[number].word});
      return;
    }
    for (const auto& other : others) pairs.push_back({other.document, word, other.word});
  }

  // With what comes after it and does not overlap it: the next only, where there are too many.
  void add_repetitions(std::uint32_t word, places own) {
    const auto next =
        std::partition_point(own.begin(), own.end(), [&](const seed_place& p) { return p.word < word + seed_words_; });
    const auto end = next == own.end() || own.size() * own.size() <= most_pairs_of_seed ? own.end() : next + 1;
    for (auto p = next; p != end; ++p) pairs.push_back({document_, word, p->word});
  }

  std::uint32_t document_;
  std::size_t seed_words_;
};

// Seeds that overlap or touch on one diagonal are equal from the first word to the last. What a document repeats at
// once
// ("one two one two one two") is cut so that each run ends where its repetition begins.
std::vector<word_run> runs_of(std::span<const seed_pair> pairs, std::size_t seed_words, bool same_document) {
  std::vector<word_run> runs;
  for (const auto& s : pairs) {
    const std::size_t distance = std::size_t{s.b} - s.a;  // wraps around alike where b comes first
    if (!runs.empty() && runs.back().b - runs.back().a == distance && s.a <= runs.back().a + runs.back().length) {
      const std::size_t length = s.a + seed_words - runs.back().a;
      if (!same_document || length <= distance) {
        runs.back().length = length;
        continue;
      }
      if (s.a < runs.back().a + distance) {
        runs.back().length = distance;
        continue;
      }
    }
    runs.push_back({s.a, s.b, seed_words});
  }
  return runs;
}

std::vector<document_alignment> passages_from(const std::vector<word_sequence>& documents, const seed_index& index,
                                              std::size_t a, const reuse_options& o) {
  const seed_pairs seeds(index, a, o);
  std::vector<document_alignment> result;
  for (auto begin = seeds.pairs.begin(); begin != seeds.pairs.end();) {
    const std::size_t b = begin->document_b;
    const auto end = std::find_if(begin, seeds.pairs.end(), [&](const seed_pair& s) { return s.document_b != b; });
    auto runs = runs_of({begin, end}, o.seed_words, a == b);
    for (auto& alignment : passages_of_pair(documents[a], documents[b], std::move(runs), o))
      result.push_back({a, b, std::move(alignment)});
    begin = end;
  }
  return result;
}

}  // namespace

std::vector<document_alignment> shared_passages(const std::vector<word_sequence>& documents, const reuse_options& o) {
  const seed_index index(documents, o.seed_words, o.within_documents);
  std::vector<std::vector<document_alignment>> found(documents.size());
  parallel_for(documents.size(), {"comparing passages", "documents"},
               [&](std::size_t a) { found[a] = passages_from(documents, index, a, o); });
  std::vector<document_alignment> all;
  for (auto& of_a : found) std::move(of_a.begin(), of_a.end(), std::back_inserter(all));
  return all;
}

}  // namespace isogloss::tokens
