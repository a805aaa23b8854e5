#include "reports/number_text.hpp"

#include <charconv>
#include <cmath>
#include <cstring>

namespace isogloss::reports {
namespace {

char* write_text(char* to, std::string_view text) {
  std::memcpy(to, text.data(), text.size());
  return to + text.size();
}

}  // namespace

char* write_number(char* to, double number, std::string_view missing) {
  if (std::isnan(number)) return write_text(to, missing);
  if (std::isinf(number)) return write_text(to, number > 0 ? "Inf" : "-Inf");
  return std::to_chars(to, to + longest_number, number).ptr;
}

char* write_integer(char* to, std::int64_t number) {
  return std::to_chars(to, to + longest_number, number).ptr;
}

}  // namespace isogloss::reports
