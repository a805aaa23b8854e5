#include "isogloss/text/clauses.hpp"

#include <algorithm>
#include <array>

#include "isogloss/text/characters.hpp"

namespace isogloss::text {
namespace {

constexpr std::array<std::string_view, 4> always_open = {"although", "because", "unless", "whereas"};
constexpr std::array<std::string_view, 16> open_after_comma = {"but",   "if",   "nor",   "since",    "so",    "though",
                                                               "until", "when", "where", "whenever", "which", "while",
                                                               "who",   "whom", "whose", "yet"};

template <std::size_t N>
bool holds(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool parts(char32_t c) {
  constexpr std::u32string_view marks =
      U";:()[]{}\u2013\u2014\u2015\u037E\u0387\u060C\u061B"
      U"\u3001\uFF0C\uFF1A\uFF1B\uFF08\uFF09\u300C\u300D\u3010\u3011";
  return marks.find(c) != std::u32string_view::npos;
}

bool has_spaced_hyphen(std::string_view between) {
  const auto hyphen = between.find('-');
  if (hyphen == std::string_view::npos) return false;
  if (between.find("--") != std::string_view::npos) return true;
  return hyphen > 0 && hyphen + 1 < between.size() && is_space(character_before(between, hyphen).code) &&
         is_space(character_at(between, hyphen + 1).code);
}

}  // namespace

bool parts_clauses(std::string_view between, std::string_view next) {
  for (std::size_t at = 0; at < between.size();) {
    const auto c = character_at(between, at);
    if (parts(c.code)) return true;
    at = c.end;
  }
  if (has_spaced_hyphen(between) || holds(always_open, next)) return true;
  return between.find(',') != std::string_view::npos && holds(open_after_comma, next);
}

}  // namespace isogloss::text
