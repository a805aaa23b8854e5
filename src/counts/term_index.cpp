#include <algorithm>

#include "isogloss/base/parallel.hpp"
#include "isogloss/counts/dfm.hpp"

namespace isogloss::counts {
namespace {

// So many types have their terms made before these are numbered, and so many in a row by one thread.
constexpr std::size_t types_at_a_time = std::size_t{1} << 16U;
constexpr std::size_t block = 512;

struct type_terms {
  bool is_counted = false;
  std::vector<std::string> terms;
};

type_terms terms_of(std::string_view type, const tokens::term_rules* rules) {
  if (rules == nullptr) return {true, {std::string(type)}};
  if (!rules->is_counted(type)) return {};
  return {true, rules->terms(type)};
}

// The first eight bytes of a term as a number: they tell most terms apart, without going to where these stand.
struct beginning {
  std::uint64_t bytes;
  std::uint32_t number;
};

std::uint64_t first_bytes(std::string_view text) {
  std::uint64_t bytes = 0;
  for (std::size_t i = 0; i < 8; ++i)
    bytes = bytes << 8U | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0U);
  return bytes;
}

std::vector<std::string_view> views(const string_pool& types) {
  std::vector<std::string_view> result(types.size());
  for (std::size_t i = 0; i < result.size(); ++i) result[i] = types[i];
  return result;
}

}  // namespace

term_index::term_index(const string_pool& types, const tokens::term_rules* rules) : term_index(views(types), rules) {}

term_index::term_index(const std::vector<std::string_view>& types, const tokens::term_rules* rules) {
  string_pool pool;
  begins_.reserve(types.size() + 1);
  tokens_.reserve(types.size());
  begins_.push_back(0);
  std::vector<type_terms> some;
  for (std::size_t first = 0; first < types.size(); first += some.size()) {
    some.assign(std::min(types_at_a_time, types.size() - first), {});
    const std::size_t n_blocks = (some.size() + block - 1) / block;
    parallel_for(n_blocks, [&](std::size_t b) {
      const std::size_t end = std::min(some.size(), (b + 1) * block);
      for (std::size_t i = b * block; i < end; ++i) some[i] = terms_of(types[first + i], rules);
    });
    for (const auto& type : some) {
      tokens_.push_back(type.is_counted ? static_cast<double>(std::max<std::size_t>(1, type.terms.size())) : 0);
      add(type.terms, pool);
    }
  }
  number_by_code_point(pool);
}

void term_index::add(const std::vector<std::string>& terms, string_pool& pool) {
  const auto begin = static_cast<std::ptrdiff_t>(occurrences_.size());
  for (const auto& term : terms) {
    const std::uint32_t number = pool.add(term);
    const auto same =
        std::find_if(occurrences_.begin() + begin, occurrences_.end(), [&](auto o) { return o.term == number; });
    if (same == occurrences_.end()) {
      occurrences_.push_back({number, 1});
    } else {
      ++same->times;
    }
  }
  begins_.push_back(occurrences_.size());
}

void term_index::number_by_code_point(const string_pool& pool) {
  std::vector<beginning> order(pool.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = {first_bytes(pool[i]), i};
  std::sort(order.begin(), order.end(), [&](const beginning& a, const beginning& b) {
    return a.bytes != b.bytes ? a.bytes < b.bytes : pool[a.number] < pool[b.number];
  });
  std::vector<std::uint32_t> place(pool.size());
  terms_.reserve(order.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) {
    place[order[i].number] = i;
    terms_.push_back(pool[order[i].number]);
  }
  for (auto& o : occurrences_) o.term = place[o.term];
}

}  // namespace isogloss::counts
