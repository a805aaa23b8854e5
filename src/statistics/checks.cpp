#include "checks.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <stdexcept>
#include <string>

#include "isogloss/base/numeric.hpp"

namespace isogloss::statistics::checks {
namespace {

constexpr double largest = std::numeric_limits<double>::max();

std::string text(double value) {
  std::array<char, 32> buffer{};
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
  return {buffer.data(), end};
}

std::string at(const char* name, std::size_t i) {
  return std::string(name) + "[" + std::to_string(i) + "]";
}

[[noreturn]] void reject(const char* function, const std::string& name, const std::string& value,
                         const std::string& bound) {
  throw std::domain_error(std::string(function) + ": " + name + " is " + value + ", but must be " + bound);
}

}  // namespace

void in_range(const char* function, const char* name, double value, double low, double high) {
  if (value >= low && value <= high) return;
  reject(function, name, text(value), "in [" + text(low) + ", " + text(high) + "]");
}

void not_negative(const char* function, const char* name, double value) {
  if (value >= 0.0 && value <= largest) return;
  reject(function, name, text(value), "a finite number, 0 or more");
}

void positive(const char* function, const char* name, double value) {
  above(function, name, value, 0.0);
}

void above(const char* function, const char* name, double value, double bound) {
  if (value > bound && value <= largest) return;
  reject(function, name, text(value), "a finite number above " + text(bound));
}

void between(const char* function, const char* name, double value, double low, double high) {
  if (value > low && value < high) return;
  reject(function, name, text(value), "between " + text(low) + " and " + text(high));
}

void whole(const char* function, const char* name, double value) {
  if (is_whole(value)) return;
  reject(function, name, text(value), "a whole number");
}

void same_length(const char* function, const char* name, std::size_t length, const char* other, std::size_t wanted) {
  if (length == wanted) return;
  reject(function, std::string("the number of ") + name, std::to_string(length),
         "the number of " + std::string(other) + ", " + std::to_string(wanted));
}

void table(const char* function, const contingency& t) {
  not_negative(function, "target_tokens", t.target_tokens);
  not_negative(function, "reference_tokens", t.reference_tokens);
  in_range(function, "target_count", t.target_count, 0.0, t.target_tokens);
  in_range(function, "reference_count", t.reference_count, 0.0, t.reference_tokens);
}

void whole_table(const char* function, const contingency& t) {
  table(function, t);
  whole(function, "target_tokens", t.target_tokens);
  whole(function, "reference_tokens", t.reference_tokens);
  whole(function, "target_count", t.target_count);
  whole(function, "reference_count", t.reference_count);
}

void counts_and_sizes(const char* function, std::span<const double> counts, std::span<const double> sizes) {
  same_length(function, "counts", counts.size(), "sizes", sizes.size());
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    if (!(sizes[i] > 0.0 && sizes[i] <= largest)) positive(function, at("sizes", i).c_str(), sizes[i]);
    if (!(counts[i] >= 0.0 && counts[i] <= sizes[i]))
      in_range(function, at("counts", i).c_str(), counts[i], 0.0, sizes[i]);
  }
}

void counts(const char* function, std::span<const double> counts) {
  for (std::size_t i = 0; i < counts.size(); ++i)
    if (!(counts[i] >= 0.0 && counts[i] <= largest)) not_negative(function, at("counts", i).c_str(), counts[i]);
}

void whole_counts(const char* function, std::span<const double> counts) {
  checks::counts(function, counts);
  for (std::size_t i = 0; i < counts.size(); ++i)
    if (!is_whole(counts[i])) whole(function, at("counts", i).c_str(), counts[i]);
}

void finite(const char* function, const char* name, std::span<const double> values) {
  for (std::size_t i = 0; i < values.size(); ++i)
    if (!std::isfinite(values[i])) reject(function, at(name, i), text(values[i]), "a finite number");
}

}  // namespace isogloss::statistics::checks
