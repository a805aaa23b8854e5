#include "isogloss/statistics/running_diversity.hpp"

#include <bit>
#include <numeric>
#include <vector>

#include "checks.hpp"
#include "isogloss/base/numeric.hpp"

namespace isogloss::statistics {
namespace {

// Types numbered 0, 1, 2, ... as they appear, so that arrays can be indexed by them whatever the vocabulary's size.
struct numbered_text {
  std::vector<std::size_t> tokens;
  std::size_t types = 0;
};

numbered_text numbered(std::span<const term_id> tokens) {
  numbered_text text;
  text.tokens.reserve(tokens.size());
  std::vector<term_id> types;
  // One more than a type's number, at the first free place from where its identifier leads.
  std::vector<std::size_t> slots(std::bit_ceil(2 * tokens.size() + 1), 0);
  for (const term_id token : tokens) {
    std::size_t i = index(token) * 0x9E3779B97F4A7C15U >> 32U;
    for (i &= slots.size() - 1; slots[i] != 0 && types[slots[i] - 1] != token;) i = (i + 1) & (slots.size() - 1);
    if (slots[i] == 0) {
      types.push_back(token);
      slots[i] = types.size();
    }
    text.tokens.push_back(slots[i] - 1);
  }
  text.types = types.size();
  return text;
}

// Counts types since the last restart; a restart costs nothing.
class type_counter {
 public:
  explicit type_counter(std::size_t types) : seen_in_(types, 0) {}

  void add(std::size_t type) {
    types_ += seen_in_[type] == run_ ? 0.0 : 1.0;
    tokens_ += 1.0;
    seen_in_[type] = run_;
  }
  void restart() {
    ++run_;
    types_ = 0.0;
    tokens_ = 0.0;
  }
  [[nodiscard]] double types() const { return types_; }
  [[nodiscard]] double tokens() const { return tokens_; }

 private:
  std::vector<std::size_t> seen_in_;  // the run in which a type was last seen; runs count from 1
  std::size_t run_ = 1;
  double types_ = 0.0;
  double tokens_ = 0.0;
};

// Places count in the direction of reading.
template <class Iterator>
std::vector<mtld_factor> factors(Iterator first, Iterator last, std::size_t types, double threshold) {
  type_counter counter(types);
  std::vector<mtld_factor> found;
  std::size_t place = 0;
  for (; first != last; ++first, ++place) {
    counter.add(*first);
    if (counter.types() / counter.tokens() < threshold) {
      found.push_back({place, 1.0});
      counter.restart();
    }
  }
  if (counter.tokens() > 0.0)
    found.push_back({place - 1, (1.0 - counter.types() / counter.tokens()) / (1.0 - threshold)});
  return found;
}

double parts(const std::vector<mtld_factor>& found) {
  double sum = 0.0;
  for (const auto& factor : found) sum += factor.part;
  return sum;
}

}  // namespace

std::vector<double> window_types(std::span<const term_id> tokens, std::size_t window) {
  checks::positive("window_types", "window", static_cast<double>(window));
  std::vector<double> in_each;
  if (tokens.size() < window) return in_each;
  in_each.reserve(tokens.size() - window + 1);
  const numbered_text text = numbered(tokens);
  std::vector<std::size_t> in_window(text.types, 0);
  std::size_t types = 0;
  for (std::size_t i = 0; i < text.tokens.size(); ++i) {
    types += in_window[text.tokens[i]]++ == 0 ? 1U : 0U;
    if (i >= window) types -= --in_window[text.tokens[i - window]] == 0 ? 1U : 0U;
    if (i + 1 >= window) in_each.push_back(static_cast<double>(types));
  }
  return in_each;
}

double moving_average_type_token_ratio(std::span<const term_id> tokens, std::size_t window) {
  checks::positive("moving_average_type_token_ratio", "window", static_cast<double>(window));
  const auto types = window_types(tokens, window);
  if (types.empty()) return not_a_number;
  const double sum = std::accumulate(types.begin(), types.end(), 0.0);
  return sum / static_cast<double>(types.size()) / static_cast<double>(window);
}

double mean_segmental_type_token_ratio(std::span<const term_id> tokens, std::size_t segment) {
  checks::positive("mean_segmental_type_token_ratio", "segment", static_cast<double>(segment));
  if (tokens.size() < segment) return not_a_number;
  const numbered_text text = numbered(tokens);
  const std::size_t segments = tokens.size() / segment;
  type_counter counter(text.types);
  double sum_of_types = 0.0;
  for (std::size_t i = 0; i < segments * segment; ++i) {
    counter.add(text.tokens[i]);
    if ((i + 1) % segment != 0) continue;
    sum_of_types += counter.types();
    counter.restart();
  }
  return sum_of_types / static_cast<double>(segments) / static_cast<double>(segment);
}

std::vector<mtld_factor> mtld_factors(std::span<const term_id> tokens, direction way, double threshold) {
  checks::between("mtld_factors", "threshold", threshold, 0.0, 1.0);
  const numbered_text text = numbered(tokens);
  if (way == direction::forward) return factors(text.tokens.begin(), text.tokens.end(), text.types, threshold);
  auto found = factors(text.tokens.rbegin(), text.tokens.rend(), text.types, threshold);
  for (auto& factor : found) factor.token = tokens.size() - 1 - factor.token;
  return found;
}

double mtld(std::span<const term_id> tokens, double threshold) {
  checks::between("mtld", "threshold", threshold, 0.0, 1.0);
  const double forward = parts(mtld_factors(tokens, direction::forward, threshold));
  const double backward = parts(mtld_factors(tokens, direction::backward, threshold));
  if (forward == 0.0) return not_a_number;  // no type occurs twice
  const auto n = static_cast<double>(tokens.size());
  return 0.5 * (n / forward + n / backward);
}

}  // namespace isogloss::statistics
