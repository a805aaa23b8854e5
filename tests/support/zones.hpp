#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "isogloss/corpus/zone_detection.hpp"

namespace isogloss::testing {

/// The passages of `text` that detection takes for `kind`, in order.
[[nodiscard]] inline std::vector<std::string> passages(std::string_view text, corpus::zone kind) {
  std::vector<std::string> found;
  for (const auto& z : corpus::detect_zones(text).zones) {
    if (z.kind == kind) found.emplace_back(text.substr(z.begin, z.end - z.begin));
  }
  return found;
}

[[nodiscard]] inline std::vector<std::string> quotations(std::string_view text) {
  return passages(text, corpus::zone::quotation);
}

[[nodiscard]] inline std::vector<std::string> speakers(std::string_view text) {
  std::vector<std::string> found;
  for (const auto& z : corpus::detect_zones(text).zones) {
    if (z.kind == corpus::zone::quotation) found.push_back(z.speaker);
  }
  return found;
}

[[nodiscard]] inline std::vector<std::string> scare_quotes(std::string_view text) {
  std::vector<std::string> found;
  for (const auto& r : corpus::detect_zones(text).scare_quotes) {
    found.emplace_back(text.substr(r.begin, r.end - r.begin));
  }
  return found;
}

}  // namespace isogloss::testing
