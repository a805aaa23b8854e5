#include "corpus/quote_marks.hpp"

#include <algorithm>
#include <array>

#include "isogloss/text/characters.hpp"

namespace isogloss::corpus {
namespace {

using text::character;

struct pair {
  char32_t opening;
  std::u32string_view closing;  // the usual one first
};

constexpr std::array<pair, 17> pairs = {{{U'"', U"\""},
                                         {U'\'', U"'"},
                                         {U'“', U"”"},
                                         {U'„', U"“”"},
                                         {U'‟', U"”"},
                                         {U'”', U"”"},
                                         {U'‘', U"’"},
                                         {U'‚', U"‘’"},
                                         {U'«', U"»"},
                                         {U'»', U"«»"},
                                         {U'‹', U"›"},
                                         {U'›', U"‹›"},
                                         {U'「', U"」"},
                                         {U'『', U"』"},
                                         {U'｢', U"｣"},
                                         {U'〝', U"〟〞"},
                                         {U'＂', U"＂"}}};
constexpr std::u32string_view marks = U"\"'“”„‟‘’‚«»‹›「」『』｢｣〝〞〟＂";
constexpr std::u32string_view only_open = U"„‟‚「『｢〝";
constexpr std::u32string_view only_close = U"」』｣〞〟";
constexpr std::u32string_view before_opening = U"([{—–-/=:>*_…¿¡";

bool is_in(std::u32string_view set, char32_t c) {
  return c != 0 && set.find(c) != std::u32string_view::npos;
}

bool is_word(char32_t c) {
  return text::is_letter(c) || text::is_number(c);
}

// Of scripts without blanks between words; full-width punctuation is theirs.
bool is_ideograph(char32_t c) {
  return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xFF00 && c <= 0xFFEF);
}

bool is_hangul(char32_t c) {
  return c >= 0xAC00 && c <= 0xD7A3;
}

// Of a note: raised, or a digit right after the end of a sentence.
bool is_note_number(char32_t before, char32_t c) {
  if (is_in(U"⁰¹²³⁴⁵⁶⁷⁸⁹", c)) return true;
  return c < 0x80 && text::is_number(c) && is_in(U".,!?…", before);
}

bool is_single(char32_t c) {
  return is_in(U"'‘’‚", c);
}

// 'tis, '90s, ’em: an apostrophe at the beginning of a word.
bool is_elision(std::string_view text, std::size_t after) {
  constexpr std::array<std::string_view, 9> short_forms = {"tis",   "twas", "twill", "em",   "til",
                                                           "cause", "bout", "n",     "round"};
  std::size_t end = after;
  while (end < text.size() && is_word(text::character_at(text, end).code)) end = text::character_at(text, end).end;
  const std::string_view word = text.substr(after, end - after);
  if (word.empty()) return false;
  if (text::is_number(text::character_at(word, 0).code)) return word.ends_with('s') || word.size() == 2;
  return std::any_of(short_forms.begin(), short_forms.end(), [&](std::string_view form) {
    return word.size() == form.size() &&
           std::equal(word.begin(), word.end(), form.begin(), [](char a, char b) { return (a | 0x20) == b; });
  });
}

quote_mark classify(std::string_view text, character c) {
  const character before = text::character_before(text, c.begin);
  const character after = text::character_at(text, c.end);
  const bool left_edge = before.code == 0 || text::is_space(before.code) || is_in(before_opening, before.code) ||
                         is_in(marks, before.code) || is_ideograph(before.code);
  // In Korean a particle follows the closing mark.
  const bool right_edge = after.code == 0 || !is_word(after.code) || is_ideograph(after.code) ||
                          is_hangul(after.code) || is_note_number(before.code, after.code);
  const bool spaced = is_in(U"«»‹›", c.code);  // « as in French »
  const bool right_inside = after.code != 0 && (spaced || !text::is_space(after.code));
  const bool left_inside = before.code != 0 && (spaced || !text::is_space(before.code));
  quote_mark m{c.code, c.begin, c.end, left_edge && right_inside, right_edge && left_inside};
  if (c.code == U'”') m.closes = left_inside && (right_edge || !left_edge);
  if (c.code == U'“') m.opens = right_inside && (left_edge || !m.closes);
  if (is_in(only_open, c.code)) m.opens = true, m.closes = false;
  if (is_in(only_close, c.code)) m.opens = false, m.closes = true;
  if (c.code == U'"' && text::is_number(before.code)) m.closes = m.closes && !text::is_space(after.code);  // inches
  if (c.code == U'’') m.opens = false;  // an apostrophe, if anything
  if (c.code == U'‘') m.closes = m.closes && !left_edge;
  if (is_single(c.code)) {
    m.opens = m.opens && is_word(after.code) && !is_elision(text, c.end);
    if (is_in(U"‘‚", c.code))
      m.opens = !is_elision(text, c.end) && right_inside && (left_edge || is_ideograph(after.code));
    if (is_in(U"'", c.code)) m.opens = m.opens || (left_edge && is_in(U"[(¿¡", after.code));
  }
  return m;
}

// workers’ rights: a mark after a word and before another may be an apostrophe, if a better one comes.
bool may_be_possessive(const quote_mark& m, const quote_mark& later) {
  return is_single(m.code) && m.code == later.code && later.closes;
}

bool has_directions(char32_t opening) {
  return opening != U'"' && opening != U'\'' && opening != U'＂' && opening != U'”';
}

// “ ... ", " ... ”, ‘ ... ”: a mark of another kind that can only close, with nothing else open.
bool closes_in_its_place(const quote_mark& opening, const quote_mark& m, int depth) {
  if (m.opens || is_single(m.code)) return false;
  if (is_single(opening.code)) return depth == 0 && m.code == U'”';
  return is_near_pair(opening.code, m.code);
}

std::optional<std::size_t> closing_of(const std::vector<quote_mark>& all, std::size_t opening, int depth);

// « a « b » c »: a mark of the same kind is nested if the outer pair closes too; otherwise the outer one is broken.
std::optional<std::size_t> closing_of_nested(const std::vector<quote_mark>& all, std::size_t outer, std::size_t inner,
                                             int depth) {
  const auto end = closing_of(all, inner, depth + 1);
  if (!end) return std::nullopt;
  for (std::size_t i = *end + 1; i < all.size(); ++i) {
    if (all[i].closes && is_pair(all[outer].code, all[i].code)) return end;
    if (all[i].opens && all[i].code == all[outer].code) return std::nullopt;
  }
  return std::nullopt;
}

// The mark that closes all[opening]; pairs in between are passed over as a whole.
std::optional<std::size_t> closing_of(const std::vector<quote_mark>& all, std::size_t opening, int depth) {
  constexpr int deepest = 4;
  for (std::size_t i = opening + 1; i < all.size(); ++i) {
    const quote_mark& m = all[i];
    if (m.closes && (is_pair(all[opening].code, m.code) || closes_in_its_place(all[opening], m, depth))) return i;
    if (m.opens && !m.closes && m.code == all[opening].code && !has_directions(m.code)) return std::nullopt;
    if (!m.opens || depth >= deepest) continue;
    const bool same = m.code == all[opening].code;
    if (same && !has_directions(m.code)) continue;
    const auto nested = same ? closing_of_nested(all, opening, i, depth) : closing_of(all, i, depth + 1);
    if (nested) {
      i = *nested;
    } else if (same) {
      return std::nullopt;
    }
  }
  return std::nullopt;
}

}  // namespace

std::vector<quote_mark> quote_marks(std::string_view text, std::size_t begin, std::size_t end) {
  std::vector<quote_mark> result;
  const std::string_view part = text.substr(0, end);
  for (std::size_t i = begin; i < end;) {
    const character c = text::character_at(text, i);
    i = c.end;
    if (!is_in(marks, c.code)) continue;
    const quote_mark m = classify(part, c);
    if (m.opens || m.closes) result.push_back(m);
  }
  // Of several single marks that may close, a possessive plural is one that a letter follows after a space.
  for (std::size_t i = 0; i + 1 < result.size(); ++i) {
    quote_mark& m = result[i];
    const character before = text::character_before(text, m.begin);
    const character space = text::character_at(part, m.end);
    const character letter = text::character_at(part, space.end);
    const bool plural = before.code == U's' && space.code == U' ' && is_word(letter.code);
    const auto later =
        std::find_if(result.begin() + static_cast<std::ptrdiff_t>(i) + 1, result.end(),
                     [&](const quote_mark& l) { return may_be_possessive(m, l) || (l.opens && is_single(l.code)); });
    if (plural && is_single(m.code) && !m.opens && later != result.end() && !later->opens) m.closes = false;
  }
  std::erase_if(result, [](const quote_mark& m) { return !m.opens && !m.closes; });
  return result;
}

bool is_pair(char32_t opening, char32_t closing) {
  return std::any_of(pairs.begin(), pairs.end(),
                     [&](const pair& p) { return p.opening == opening && is_in(p.closing, closing); });
}

bool is_near_pair(char32_t opening, char32_t closing) {
  constexpr std::u32string_view doubles = U"\"”“’";
  return is_pair(opening, closing) || (is_in(U"“„\"‟", opening) && is_in(doubles, closing)) ||
         (opening == U'‘' && is_in(U"'’", closing)) || (opening == U'\'' && closing == U'’');
}

std::vector<mark_pair> outer_pairs(const std::vector<quote_mark>& all) {
  std::vector<mark_pair> result;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!all[i].opens) continue;
    const auto closing = closing_of(all, i, 0);
    result.push_back({i, closing});
    if (closing) i = *closing;
  }
  return result;
}

}  // namespace isogloss::corpus
