#include "studies/kwic_lines.hpp"

#include <algorithm>
#include <array>

#include "isogloss/text/graphemes.hpp"

namespace isogloss::studies {

kwic_place kwic_place_of(std::string_view text, const std::vector<text::range>& places, std::size_t first,
                         std::size_t last, std::size_t window) {
  const std::size_t from = first - std::min(first, window);
  const std::size_t to = last + std::min(places.size() - 1 - last, window);
  const auto keyword = text::whole_graphemes(text, {places[first].begin, places[last].end});
  const auto around =
      text::whole_graphemes(text, {std::min(places[from].begin, keyword.begin), std::max(places[to].end, keyword.end)});
  return {keyword, around};
}

std::string on_one_line(std::string_view text) {
  constexpr std::array<std::string_view, 8> breaks = {"\r\n", "\n", "\r", "\v", "\f", "\u0085", "\u2028", "\u2029"};
  std::string result;
  while (!text.empty()) {
    const auto found = std::find_if(breaks.begin(), breaks.end(), [&](auto b) { return text.starts_with(b); });
    result += found == breaks.end() ? text.front() : ' ';
    text.remove_prefix(found == breaks.end() ? 1 : found->size());
  }
  return result;
}

}  // namespace isogloss::studies
