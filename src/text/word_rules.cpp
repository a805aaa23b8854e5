#include "text/word_rules.hpp"

#include "text/word_cursor.hpp"

namespace isogloss::text {
namespace {

using enum word_class;

// Do two characters stand together (WB3d, 5, 8, 9, 10, 13a, 13b)?
bool join(const word_cursor& a, const word_cursor& b) {
  const bool alike = (a.kind() == hangul || a.kind() == space) && b.kind() == a.kind() && !a.extended();
  return (is_core(a.kind()) && is_core(b.kind())) || alike;
}

bool is_mid(word_class c) {
  return c == either_mid || c == single_quote || c == letter_mid || c == number_mid || c == double_quote;
}

// Does `mid` hold letters or numbers on both its sides together (WB6, 7, 7b, 7c, 11, 12)?
bool holds(word_class before, word_class mid, word_class after) {
  const bool either = mid == either_mid || mid == single_quote;
  if (is_letter(before) && is_letter(after) && (either || mid == letter_mid)) return true;
  if (before == number && after == number && (either || mid == number_mid)) return true;
  return before == hebrew && after == hebrew && mid == double_quote;
}

}  // namespace

bool word_rules::next(std::size_t begin, word_piece& piece) const {
  word_cursor last(text_, begin);
  last.skip_core();
  piece = {begin, last.end(), last.content()};
  const auto take = [&](const word_cursor& c) {
    piece.end = c.end();
    piece.content = piece.content || c.content();
    last = c;
  };
  if (last.is_left_to_icu()) return false;
  while (!last.at_end()) {
    if (is_core(last.kind()) && last.ends_word()) return true;
    const word_cursor following = last.next();
    if (following.is_left_to_icu()) return false;
    if (join(last, following)) {
      take(following);
      continue;
    }
    if (!is_mid(following.kind())) return true;
    const bool ends_in_quote = last.kind() == hebrew && following.kind() == single_quote;  // WB7a
    if (!following.at_end()) {
      word_cursor third = following.next();
      const bool held = holds(last.kind(), following.kind(), third.kind());
      third.skip_core();
      if (third.is_left_to_icu()) return false;
      if (held) {
        take(following);
        take(third);
        continue;
      }
    }
    if (ends_in_quote) take(following);
    return true;
  }
  return true;
}

}  // namespace isogloss::text
