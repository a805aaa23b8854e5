#include "isogloss/statistics/running_diversity.hpp"

#include <unordered_map>
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
  std::unordered_map<term_id, std::size_t> number;
  numbered_text text;
  text.tokens.reserve(tokens.size());
  for (const term_id token : tokens) text.tokens.push_back(number.try_emplace(token, number.size()).first->second);
  text.types = number.size();
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

template <class Iterator>
double factors(Iterator first, Iterator last, std::size_t types, double threshold) {
  type_counter counter(types);
  double closed = 0.0;
  for (; first != last; ++first) {
    counter.add(*first);
    if (counter.types() / counter.tokens() < threshold) {
      closed += 1.0;
      counter.restart();
    }
  }
  if (counter.tokens() == 0.0) return closed;
  return closed + (1.0 - counter.types() / counter.tokens()) / (1.0 - threshold);
}

}  // namespace

double moving_average_type_token_ratio(std::span<const term_id> tokens, std::size_t window) {
  checks::positive("moving_average_type_token_ratio", "window", static_cast<double>(window));
  if (tokens.size() < window) return not_a_number;
  const numbered_text text = numbered(tokens);
  std::vector<std::size_t> in_window(text.types, 0);
  std::size_t types = 0;
  double sum_of_types = 0.0;
  for (std::size_t i = 0; i < text.tokens.size(); ++i) {
    types += in_window[text.tokens[i]]++ == 0 ? 1U : 0U;
    if (i >= window) types -= --in_window[text.tokens[i - window]] == 0 ? 1U : 0U;
    if (i + 1 >= window) sum_of_types += static_cast<double>(types);
  }
  return sum_of_types / static_cast<double>(tokens.size() - window + 1) / static_cast<double>(window);
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

double mtld(std::span<const term_id> tokens, double threshold) {
  checks::between("mtld", "threshold", threshold, 0.0, 1.0);
  const numbered_text text = numbered(tokens);
  if (text.types == tokens.size()) return not_a_number;
  const auto n = static_cast<double>(tokens.size());
  const double forward = n / factors(text.tokens.begin(), text.tokens.end(), text.types, threshold);
  const double backward = n / factors(text.tokens.rbegin(), text.tokens.rend(), text.types, threshold);
  return 0.5 * (forward + backward);
}

}  // namespace isogloss::statistics
