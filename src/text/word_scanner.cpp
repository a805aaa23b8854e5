#include "text/word_scanner.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "isogloss/text/utf8.hpp"
#include "text/word_rules.hpp"

namespace isogloss::text {
namespace {

constexpr std::size_t stretch_bytes = 8192;
// Where characters that the masks do not know stand nearer than this, what lies between is read by rule too; and by
// ICU, which takes its time to begin.
constexpr std::size_t far = 4;
constexpr std::size_t far_for_icu = 64;
// So many bytes of 64 that no mask knows say that a block is in another script.
constexpr int many = 16;

constexpr std::array<bool, 256> make_separators() {
  std::array<bool, 256> result{};
  for (std::size_t c = 0; c < 128; ++c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const bool joint = c == '_' || c == '.' || c == '\'' || c == ',' || c == ';' || c == '"' || c == '@';
    result[c] = !letter && !(c >= '0' && c <= '9') && !joint;
  }
  return result;
}
// ASCII that stands in no word, nor between two parts of one.
constexpr std::array<bool, 256> separators = make_separators();

bool is_separator(char c) {
  return separators[static_cast<unsigned char>(c)];
}
bool is_line_end(char c) {
  return c == '\n' || c == '\r';
}
bool is_high(char c) {
  return static_cast<unsigned char>(c) >= 0x80;
}

bool attaches(std::string_view text, std::size_t at) {
  if (!is_high(text[at])) return false;
  return classify_character(text, at).property.kind == word_class::extend;
}

// The bytes of a punctuation mark that stands in no word whatever is beside it, 0 for other characters: U+2010 to
// U+2026 but the quotes and leaders that join, and signs of Latin-1.
std::size_t plain_mark(std::string_view rest) {
  const auto byte = [&](std::size_t i) { return i < rest.size() ? static_cast<unsigned char>(rest[i]) : 0U; };
  if (byte(0) == 0xE2 && byte(1) == 0x80) {
    const unsigned last = byte(2);
    return (last >= 0x90 && last <= 0x97) || (last >= 0x9A && last <= 0xA3) || last == 0xA5 || last == 0xA6 ? 3 : 0;
  }
  if (byte(0) == 0xC2) {
    const unsigned last = byte(1);
    return (last >= 0xA0 && last <= 0xA9) || last == 0xAB || last == 0xB0 || last == 0xBB ? 2 : 0;
  }
  return 0;
}

bool is_curly_quote(std::string_view rest) {
  return rest.starts_with("\u2019") || rest.starts_with("\u2018");
}

std::size_t stretch_end(std::string_view text, std::size_t begin) {
  if (text.size() - begin <= stretch_bytes) return text.size();
  std::size_t end = begin + stretch_bytes;
  while (end > begin && !is_word_cut(text, end)) --end;
  if (end > begin) return end;
  for (end = begin + stretch_bytes; end < text.size() && !is_word_cut(text, end);) ++end;
  return end;
}

}  // namespace

bool is_word_cut(std::string_view text, std::size_t at) {
  if (at == 0 || at >= text.size()) return true;
  const char before = text[at - 1];
  if (is_line_end(before)) return true;
  return is_separator(before) && !(before == ' ' && text[at] == ' ') && !attaches(text, at);
}

std::span<const word_span> word_scanner::scan(std::string_view text, std::size_t begin) {
  const std::size_t end = stretch_end(text, begin);
  stretch_ = text.substr(begin, end - begin);
  classify();
  if (high_) find_letter_pairs();
  find_simple_words();
  if (others_) find_other_words();
  drop_signs();
  return collect();
}

void word_scanner::classify() {
  const std::size_t n = stretch_.size();
  const std::size_t n_whole = n / block_bytes;
  classes_.resize(n_whole + 2);
  by_bytes_.blocks(stretch_.data(), n_whole, classes_.data());
  last_block_.fill(' ');
  std::memcpy(last_block_.data(), stretch_.data() + n_whole * block_bytes, n - n_whole * block_bytes);
  by_bytes_.blocks(last_block_.data(), 1, &classes_[n_whole]);
  classes_[n_whole + 1] = {};
  high_ = std::any_of(classes_.begin(), classes_.end(), [](const block_classes& c) { return c.high != 0; });
}

// Letters of two bytes count as letters from here on. A first byte at a block's end looks into the next.
void word_scanner::find_letter_pairs() {
  const std::size_t n_blocks = classes_.size() - 1;
  pairs_.assign(n_blocks + 1, 0);
  pair_classes following{};
  for (std::size_t i = n_blocks; i-- > 0;) {
    if (classes_[i].high == 0) {
      following = {};
      continue;
    }
    pair_classes c{};
    by_bytes_.pairs(i + 1 == n_blocks ? last_block_.data() : stretch_.data() + i * block_bytes, c);
    std::uint64_t firsts = 0;
    for (const auto pair : {&pair_classes::any, &pair_classes::latin, &pair_classes::greek, &pair_classes::greek_2,
                            &pair_classes::arabic, &pair_classes::arabic_2})
      firsts |= (c.*pair).first & ((c.*pair).second >> 1U | (following.*pair).second << 63U);
    pairs_[i] |= firsts | firsts << 1U;
    pairs_[i + 1] |= firsts >> 63U;
    following = c;
  }
  for (std::size_t i = 0; i < n_blocks; ++i) classes_[i].letter |= pairs_[i];
}

// What follows from the masks alone.
void word_scanner::find_simple_words() {
  const std::size_t n_blocks = classes_.size() - 1;
  inside_.assign(n_blocks + 1, 0);
  std::uint64_t letter_before = 0;
  std::uint64_t digit_before = 0;
  for (std::size_t i = 0; i < n_blocks; ++i) {
    const block_classes& c = classes_[i];
    const block_classes& following = classes_[i + 1];
    const std::uint64_t between_letters =
        (c.letter << 1U | letter_before) & (c.letter >> 1U | following.letter << 63U) & c.either_mid;
    const std::uint64_t between_digits =
        (c.digit << 1U | digit_before) & (c.digit >> 1U | following.digit << 63U) & (c.either_mid | c.number_mid);
    inside_[i] = c.letter | c.digit | c.underscore | between_letters | between_digits;
    letter_before = c.letter >> 63U;
    digit_before = c.digit >> 63U;
  }
  others_ = false;
  if (high_) {
    other_.assign(n_blocks + 1, 0);
    for (std::size_t i = 0; i < n_blocks; ++i) sort_high(i);
  }
  bits_.reset(stretch_.size());
  std::uint64_t before = 0;
  for (std::size_t i = 0; i <= n_blocks; ++i) {
    const std::uint64_t shifted = inside_[i] << 1U | before;
    bits_.starts[i] = inside_[i] & ~shifted;
    bits_.ends[i] = ~inside_[i] & shifted;
    before = inside_[i] >> 63U;
  }
}

// Of what is neither ASCII nor a known letter: quotes join, other punctuation is known to stand in no word, and the
// rest goes another way.
void word_scanner::sort_high(std::size_t block) {
  std::uint64_t high = classes_[block].high & ~pairs_[block];
  if (std::popcount(high) >= many) {
    other_[block] = high;
    others_ = true;
    return;
  }
  while (high != 0) {
    const std::size_t at = block * block_bytes + static_cast<std::size_t>(std::countr_zero(high));
    const std::string_view rest = stretch_.substr(at);
    std::size_t length = 1;
    if ((static_cast<unsigned char>(rest[0]) & 0xC0U) == 0x80U && continues_known(at)) {
      // a later byte of a character of the block before
    } else if (is_curly_quote(rest)) {
      length = 3;
      join_at_quote(at);
    } else if (const std::size_t mark = plain_mark(rest); mark > 0) {
      length = mark;
    } else {
      other_[block] |= std::uint64_t{1} << at % block_bytes;
      others_ = true;
    }
    const std::size_t past = at % block_bytes + length;
    high = past >= block_bytes ? 0 : high & ~std::uint64_t{0} << past;
  }
}

// Is the byte the second or third of a mark of the block before?
bool word_scanner::continues_known(std::size_t at) const {
  for (std::size_t back = 1; back <= std::min<std::size_t>(2, at); ++back) {
    const std::string_view rest = stretch_.substr(at - back);
    if ((is_curly_quote(rest) ? 3 : plain_mark(rest)) > back) return true;
  }
  return false;
}

void word_scanner::join_at_quote(std::size_t at) {
  if (at == 0 || at + 3 >= stretch_.size()) return;
  const auto has = [&](std::uint64_t block_classes::*kind, std::size_t i) {
    return (classes_[i / block_bytes].*kind >> i % block_bytes & 1U) != 0;
  };
  if (!(has(&block_classes::letter, at - 1) && has(&block_classes::letter, at + 3)) &&
      !(has(&block_classes::digit, at - 1) && has(&block_classes::digit, at + 3)))
    return;
  for (std::size_t i = at; i < at + 3; ++i) inside_[i / block_bytes] |= std::uint64_t{1} << i % block_bytes;
}

std::size_t word_scanner::next_other(std::size_t from) const {
  if (from >= stretch_.size()) return stretch_.size();
  std::uint64_t bits = other_[from / 64] & ~std::uint64_t{0} << from % 64;
  for (std::size_t block = from / 64;; bits = other_[block]) {
    if (bits != 0) return block * 64 + static_cast<std::size_t>(std::countr_zero(bits));
    if (++block >= other_.size()) return stretch_.size();
  }
}

void word_scanner::find_other_words() {
  for (std::size_t at = next_other(0); at < stretch_.size(); at = next_other(at)) at = find_run(run_begin(at));
}

// Back to what is a boundary for certain. A mark takes the character before it into its piece, and spaces with that.
std::size_t word_scanner::run_begin(std::size_t at) const {
  while (at > 0 && !is_separator(stretch_[at - 1])) --at;
  if (at == 0 || is_line_end(stretch_[at - 1]) || !attaches(stretch_, at)) return at;
  for (--at; at > 0 && stretch_[at] == ' ' && stretch_[at - 1] == ' ';) --at;
  return at;
}

bool word_scanner::ends_run(std::size_t at) const {
  if (at >= stretch_.size()) return true;
  if (!is_separator(stretch_[at])) return false;
  const std::size_t next = next_other(at);
  return next == stretch_.size() || next > at + far;
}

std::size_t word_scanner::find_run(std::size_t from) {
  const word_rules rules(stretch_);
  std::size_t cleared = from;
  std::size_t at = from;
  for (;;) {
    word_piece piece{};
    if (!rules.next(at, piece)) {
      bits_.clear(cleared, at);
      at = cleared = find_by_dictionary(at);
    } else {
      at = piece.end;
      if (piece.content) {
        bits_.clear(cleared, at);
        bits_.add(piece.begin, piece.end);
        cleared = at;
      }
    }
    if (ends_run(at)) break;
    at = past_separators(at);
  }
  bits_.clear(cleared, at);
  return at;
}

// Separators are pieces of their own, but the last takes marks that follow.
std::size_t word_scanner::past_separators(std::size_t at) const {
  const std::size_t from = at;
  while (at < stretch_.size() && is_separator(stretch_[at])) ++at;
  return at > from && at < stretch_.size() ? std::max(from, run_begin(at)) : at;
}

std::size_t word_scanner::find_by_dictionary(std::size_t from) {
  std::size_t end = from + 1;
  const auto may_end = [&] {  // the first of these says no nearly always
    return !is_high(stretch_[end - 1]) && is_word_cut(stretch_, end) && next_other(end) > end + far_for_icu;
  };
  while (end < stretch_.size() && !may_end()) ++end;
  bits_.clear(from, end);
  by_dictionary_(stretch_.substr(from, end - from), [&](range word) { bits_.add(from + word.begin, from + word.end); });
  return end;
}

// A word of nothing but _ or @ is none.
void word_scanner::drop_signs() {
  for (std::size_t i = 0; i + 1 < classes_.size(); ++i) {
    std::uint64_t signs = bits_.starts[i] & (classes_[i].underscore | classes_[i].at_sign);
    for (; signs != 0; signs &= signs - 1) {
      const std::size_t begin = i * block_bytes + static_cast<std::size_t>(std::countr_zero(signs));
      const std::size_t end = bits_.end_of(begin);
      const auto content = content_of(stretch_.substr(begin, end - begin));
      if (!content.letter && !content.number) bits_.clear(begin, end);
    }
  }
}

std::span<const word_span> word_scanner::collect() {
  constexpr std::size_t slack = 32;  // what is written in vain
  const std::size_t most = stretch_.size() + 1 + slack;
  if (words_.size() < most) words_.resize(most);
  const std::size_t n = by_bytes_.places(bits_.starts.data(), bits_.ends.data(), bits_.starts.size(), words_.data());
  return {words_.data(), n};
}

}  // namespace isogloss::text
