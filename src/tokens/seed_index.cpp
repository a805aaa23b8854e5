#include "tokens/seed_index.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "isogloss/base/parallel.hpp"
#include "isogloss/tokens/reuse.hpp"

namespace isogloss::tokens {
namespace {

constexpr std::size_t n_buckets = 256;

struct entry {
  std::uint64_t hash;
  seed_place place;
};

std::uint64_t mixed(std::uint64_t x) {  // the finaliser of SplitMix64
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9U;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebU;
  return x ^ (x >> 31);
}

// Places of seeds that stand there several times, seed by seed.
struct repeated_seeds {
  std::vector<seed_place> places;
  std::vector<std::size_t> sizes;
};

class index_builder {
 public:
  index_builder(const std::vector<word_sequence>& documents, std::size_t seed_words, bool within, unsigned hash_bits)
      : documents_(documents), n_(seed_words), within_(within), mask_(~std::uint64_t{0} >> (64 - hash_bits)) {
    scatter();
  }

  [[nodiscard]] repeated_seeds of_bucket(std::size_t bucket) {
    auto& entries = buckets_[bucket];
    const auto key = [](const entry& e) { return std::tuple(e.hash, e.place.document, e.place.word); };
    std::sort(entries.begin(), entries.end(), [&](const entry& a, const entry& b) { return key(a) < key(b); });
    repeated_seeds found;
    for (auto begin = entries.begin(); begin != entries.end();) {
      const auto end = std::find_if(begin, entries.end(), [&](const entry& e) { return e.hash != begin->hash; });
      add_equal(begin, end, found);
      begin = end;
    }
    entries = {};
    return found;
  }

 private:
  using iterator = std::vector<entry>::iterator;

  [[nodiscard]] std::span<const std::uint32_t> words(const entry& e) const {
    return std::span(documents_[e.place.document]).subspan(e.place.word, n_);
  }
  [[nodiscard]] bool before(const entry& a, const entry& b) const {
    const auto x = words(a), y = words(b);
    return std::lexicographical_compare(x.begin(), x.end(), y.begin(), y.end());
  }
  [[nodiscard]] bool equal(const entry& a, const entry& b) const {
    const auto x = words(a), y = words(b);
    return std::equal(x.begin(), x.end(), y.begin());
  }

  template <class Take>
  void for_each_seed(const Take& take) const {
    for (std::uint32_t d = 0; d < documents_.size(); ++d) {
      for (std::size_t w = 0; w + n_ <= documents_[d].size(); ++w) {
        std::uint64_t hash = 0;
        for (std::size_t i = w; i < w + n_; ++i) hash = mixed(hash + 0x9e3779b97f4a7c15U + documents_[d][i]);
        take(hash & mask_, seed_place{d, static_cast<std::uint32_t>(w)});
      }
    }
  }

  void scatter() {
    std::array<std::size_t, n_buckets> sizes{};
    for_each_seed([&](std::uint64_t hash, seed_place) { ++sizes[hash % n_buckets]; });
    for (std::size_t i = 0; i < n_buckets; ++i) buckets_[i].reserve(sizes[i]);
    for_each_seed([&](std::uint64_t hash, seed_place place) { buckets_[hash % n_buckets].push_back({hash, place}); });
  }

  // Equal hashes are seldom those of different words; then each kind of them is taken for itself.
  void add_equal(iterator begin, iterator end, repeated_seeds& found) const {
    if (end - begin < 2) return;
    if (!std::all_of(begin, end, [&](const entry& e) { return equal(*begin, e); }))
      std::stable_sort(begin, end, [&](const entry& a, const entry& b) { return before(a, b); });
    while (begin != end) {
      const auto next = std::find_if(begin, end, [&](const entry& e) { return !equal(*begin, e); });
      if (is_wanted(begin, next)) {
        for (auto e = begin; e != next; ++e) found.places.push_back(e->place);
        found.sizes.push_back(static_cast<std::size_t>(next - begin));
      }
      begin = next;
    }
  }

  [[nodiscard]] bool is_wanted(iterator begin, iterator end) const {
    std::size_t n_documents = 1;
    for (auto e = begin + 1; e != end; ++e) n_documents += e->place.document != (e - 1)->place.document ? 1U : 0U;
    if (n_documents > most_documents_of_seed) return false;
    return n_documents > 1 || (within_ && end - begin > 1);
  }

  const std::vector<word_sequence>& documents_;
  std::size_t n_;
  bool within_;
  std::uint64_t mask_;
  std::array<std::vector<entry>, n_buckets> buckets_;
};

}  // namespace

seed_index::seed_index(const std::vector<word_sequence>& documents, std::size_t seed_words, bool within_documents,
                       unsigned hash_bits) {
  std::vector<repeated_seeds> found(n_buckets);
  {
    index_builder builder(documents, seed_words, within_documents, hash_bits);
    parallel_for(n_buckets, {"indexing passages", "parts"}, [&](std::size_t i) { found[i] = builder.of_bucket(i); });
  }
  for (const auto& document : documents) seeds_.emplace_back(document.size(), unique);
  first_.push_back(0);
  for (auto& bucket : found) {
    for (const std::size_t size : bucket.sizes) first_.push_back(first_.back() + size);
    places_.insert(places_.end(), bucket.places.begin(), bucket.places.end());
    bucket = {};
  }
  for (std::uint32_t seed = 0; seed + 1 < first_.size(); ++seed) {
    for (const auto& place : places(seed)) seeds_[place.document][place.word] = seed;
  }
}

}  // namespace isogloss::tokens
