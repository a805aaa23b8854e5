#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "isogloss/base/table.hpp"

namespace isogloss::studies {

// Columns that several tables share, so that one name has one meaning.
namespace columns {

[[nodiscard]] inline column_description document() {
  return {"document", column_type::string, "", "the document"};
}
[[nodiscard]] inline column_description term() {
  return {"term", column_type::string, "", "the term"};
}
[[nodiscard]] inline column_description count() {
  return {"count", column_type::integer, "tokens", "occurrences in the chosen zones"};
}
[[nodiscard]] inline column_description layer() {
  return {"layer", column_type::string, "", "vocabulary, style or stance"};
}
[[nodiscard]] inline column_description measure() {
  return {"measure", column_type::string, "", "how documents are compared; see --measure"};
}
[[nodiscard]] inline column_description method() {
  return {"method", column_type::string, "", "how documents are clustered; see --method"};
}
[[nodiscard]] inline column_description low(std::string unit) {
  return {"low", column_type::number, std::move(unit),
          "lower end of the interval at 95 %, from the segments of these texts"};
}
[[nodiscard]] inline column_description high(std::string unit) {
  return {"high", column_type::number, std::move(unit), "upper end of it; NA where there is none"};
}

}  // namespace columns
}  // namespace isogloss::studies
