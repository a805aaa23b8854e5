#include "corpus/paragraphs.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "isogloss/text/characters.hpp"
#include "isogloss/text/pattern.hpp"
#include "isogloss/text/sentences.hpp"
#include "isogloss/text/utf8.hpp"

namespace isogloss::corpus {
namespace {

struct text_line {
  std::size_t begin;  // of what is not white space
  std::size_t end;
  std::size_t indent;
  bool quoted;
};

std::size_t columns(std::string_view space) {
  std::size_t n = 0;
  for (const char c : space) n += c == '\t' ? 4U : (static_cast<unsigned char>(c) & 0xC0U) == 0x80U ? 0U : 1U;
  return n;
}

text_line make_line(std::string_view text, std::size_t begin, std::size_t end) {
  const std::string_view whole = text.substr(begin, end - begin);
  const std::string_view seen = text::trimmed(whole);
  if (seen.empty()) return {begin, begin, 0, false};
  const auto offset = static_cast<std::size_t>(seen.data() - whole.data());
  return {begin + offset, begin + offset + seen.size(), columns(whole.substr(0, offset)), seen.front() == '>'};
}

// The length of what stands before the content of a paragraph: "> ", "- ", "3. ".
std::size_t label_length(std::string_view paragraph) {
  static const text::pattern label(R"(^(?:(?:>\s*)+|[-*•–]\s+|\d{1,3}[.)]\s+))");
  const auto found = label.find(paragraph);
  return found ? found->whole.end : 0;
}

bool begins_anew(std::string_view line) {
  static const text::pattern label(R"(^(?:#{1,6}\s|[-*•]\s|\d{1,3}[.)]\s|\[\^?\d{1,3}\]|={3,}$|-{3,}$))");
  return label.is_in(line);
}

class collector {
 public:
  explicit collector(std::string_view text) : text_(text), wrapped_(text::is_hard_wrapped(text)) {}

  void add(const text_line& l) {
    if (l.begin == l.end) {
      blank_ = true;
      return;
    }
    if (joins(l)) {
      paragraph& p = found.back();
      p.indent = p.n_lines == 1 ? l.indent : std::min(p.indent, l.indent);
      p.end = l.end;
      ++p.n_lines;
    } else {
      found.push_back({l.begin, l.end, l.begin, l.indent, 1, l.quoted, blank_});
    }
    blank_ = false;
  }

  std::vector<paragraph> found;

 private:
  [[nodiscard]] bool joins(const text_line& l) const {
    if (!wrapped_ || blank_ || found.empty()) return false;
    const paragraph& p = found.back();
    const std::string_view line = text_.substr(l.begin, l.end - l.begin);
    const bool same_edge = p.n_lines == 1 || (l.indent <= p.indent + 1 && p.indent <= l.indent + 1);
    return p.quoted == l.quoted && same_edge && text_[p.begin] != '#' && !begins_anew(line);
  }

  std::string_view text_;
  bool wrapped_;
  bool blank_ = true;
};

}  // namespace

std::vector<paragraph> paragraphs_of(std::string_view text) {
  collector c(text);
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    c.add(make_line(text, begin, end));
    begin = end + 1;
  }
  for (auto& p : c.found) p.content = std::min(p.end, p.begin + label_length(text.substr(p.begin, p.end - p.begin)));
  return std::move(c.found);
}

std::string_view tail(std::string_view text, std::size_t bytes) {
  std::size_t begin = text.size() > bytes ? text.size() - bytes : 0;
  while (!text::is_character_boundary(text, begin)) ++begin;
  return text.substr(begin);
}

std::string_view head(std::string_view text, std::size_t bytes) {
  std::size_t end = std::min(bytes, text.size());
  while (!text::is_character_boundary(text, end)) --end;
  return text.substr(0, end);
}

std::size_t n_words(std::string_view text) {
  std::size_t n = 0;
  bool inside = false;
  for (std::size_t i = 0; i < text.size();) {
    const auto c = text::character_at(text, i);
    const bool ideograph = (c.code >= 0x3040 && c.code <= 0x9FFF) || (c.code >= 0x20000 && c.code <= 0x3FFFF);
    const bool joint = inside && (c.code == U'\'' || c.code == U'’' || c.code == U'-');
    const bool word = text::is_letter(c.code) || text::is_number(c.code) || joint;
    if (ideograph || (word && !inside)) ++n;
    inside = word && !ideograph;
    i = c.end;
  }
  return n;
}

bool ends_sentence(std::string_view text) {
  static const text::pattern end(
      R"([.!?…。！？．؟۔।॥։][\s"'’”“»«›‹」』）)\]*_]*(?:[\s.]*(?:\[[^\[\]]{1,30}\]|\([^()]{1,200}\)|<\w+>\d+</\w+>|[⁰¹²³⁴-⁹]+|(?<=[.!?”")*])\d{1,3}))*[\s.]*$)");
  return end.is_in(tail(text, 400));
}

}  // namespace isogloss::corpus
