#include "tokens/token_store.hpp"

#include <memory>
#include <span>
#include <type_traits>
#include <utility>

namespace isogloss::tokens {

static_assert(std::is_trivially_copyable_v<token>);  // as tokens in a file are

bool token_store::has_room(std::size_t bytes) {
  std::size_t used = used_;
  do {
    if (bytes > memory_ - used) return false;
  } while (!used_.compare_exchange_weak(used, used + bytes));
  return true;
}

token_list token_store::keep(std::vector<token> tokens) {
  const std::size_t bytes = tokens.size() * sizeof(token);
  if (has_room(bytes)) {
    tokens.shrink_to_fit();  // kept as long as the study
    return token_list(std::move(tokens));
  }
  auto place = file_.take(bytes);
  auto* const first = reinterpret_cast<token*>(place.get());
  std::uninitialized_copy(tokens.begin(), tokens.end(), first);
  return {std::span(first, tokens.size()), std::move(place)};
}

}  // namespace isogloss::tokens
