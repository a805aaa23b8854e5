#include <algorithm>
#include <numeric>

#include "isogloss/base/parallel.hpp"
#include "isogloss/counts/dfm.hpp"

namespace isogloss::counts {
namespace {

std::vector<std::string> terms_of(std::string_view type, const tokens::term_rules* rules) {
  if (rules == nullptr) return {std::string(type)};
  if (!rules->is_counted(type)) return {};
  return rules->terms(type);
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
  of_type_.resize(types.size());
  tokens_.assign(types.size(), 0);
  for (std::size_t i = 0; i < types.size(); ++i) {
    if (rules != nullptr && !rules->is_counted(types[i])) continue;
    const auto terms = terms_of(types[i], rules);
    tokens_[i] = static_cast<double>(std::max<std::size_t>(1, terms.size()));
    for (const auto& term : terms) {
      const std::uint32_t number = pool.add(term);
      const auto same = std::find_if(of_type_[i].begin(), of_type_[i].end(), [&](auto o) { return o.term == number; });
      if (same == of_type_[i].end()) {
        of_type_[i].push_back({number, 1});
      } else {
        ++same->times;
      }
    }
  }
  std::vector<std::uint32_t> order(pool.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](auto a, auto b) { return pool[a] < pool[b]; });
  std::vector<std::uint32_t> place(pool.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) {
    place[order[i]] = i;
    terms_.push_back(pool[order[i]]);
  }
  for (auto& occurrences : of_type_) {
    for (auto& o : occurrences) o.term = place[o.term];
  }
}

}  // namespace isogloss::counts
