#include "corpus/zone_rules.hpp"
#include "isogloss/text/characters.hpp"
#include "isogloss/text/pattern.hpp"

namespace isogloss::corpus {
namespace {

using text::pattern;

constexpr std::size_t most_words = 14;
constexpr std::size_t most_bytes = 240;
constexpr std::size_t most_short_lines = 5;  // more in a row are a list or a poem

bool is_marked(std::string_view line) {
  static const pattern markdown(R"(^#{1,6}\s+\S|^\*\*[^*]{1,150}\*\*$)");
  return markdown.is_in(line);
}

bool is_numbered(std::string_view line) {
  static const pattern number(
      R"(^(?:(?:chapter|part|section|book|kapitel|teil|abschnitt|chapitre|partie|capítulo|parte|глава|часть|раздел)\s+[\dIVXLC\p{L}]{1,12}\b|\d{1,2}(?:\.\d{1,2}){0,3}\.?\s+[\p{Lu}\p{Lo}]|[IVXLC]{1,6}\.\s+\S|第.{1,4}[章节節部]))",
      pattern::letters::any_case);
  return number.is_in(line);
}

bool is_capitals(std::string_view line) {
  std::size_t capitals = 0;
  for (std::size_t i = 0; i < line.size();) {
    const auto c = text::character_at(line, i);
    if (text::is_lowercase(c.code)) return false;
    capitals += text::is_uppercase(c.code) ? 1U : 0U;
    i = c.end;
  }
  return capitals >= 3;
}

bool begins_like_heading(std::string_view line) {
  static const pattern first(R"(^[\p{Lu}\p{Lo}\p{N}"“„«‘'「『¿¡(])");
  static const pattern byline(R"(^by\s+\p{Lu})");
  return first.is_in(line) || byline.is_in(line);
}

// No sentence end, no comma, no closing quote mark after an opening one at the start (that is a line of dialogue).
bool ends_like_heading(std::string_view line) {
  static const pattern open_end(R"([.!…,;:。！，、：；।]["'’”»)\]*_]*$|[-–—]$)");
  static const pattern dialogue(R"(^["“„«‘「『].*["”“»’」』]$)");
  static const pattern broken_off(R"(\b(?:including|and|or|of|the|to|by|for|with|that|as|in|und|der|et|de|y|и|в)$)");
  if (ends_sentence(line) && !line.ends_with('?')) return false;  // a citation may follow the full stop
  return !open_end.is_in(line) && !dialogue.is_in(line) && !broken_off.is_in(line);
}

class heading_marker {
 public:
  explicit heading_marker(layout& l) : l_(l), short_(l.paragraphs.size()) {
    for (std::size_t i = 0; i < short_.size(); ++i) short_[i] = is_short(l_.paragraphs[i]);
  }

  void mark() {
    for (std::size_t i = 0; i < short_.size(); ++i) {
      paragraph& p = l_.paragraphs[i];
      if (p.kind != zone::body) continue;
      const std::string_view line = l_.of(p);
      const bool told = is_marked(line) || (short_[i] && has_next(i) && (is_capitals(line) || is_numbered(line)));
      if (told ? run_of(i) <= 2 * most_short_lines : stands_alone(i)) p.kind = zone::heading;
    }
  }

 private:
  [[nodiscard]] bool is_short(const paragraph& p) const {
    const std::string_view line = l_.of(p);
    if (p.n_lines > 1 || p.quoted || line.size() > most_bytes || n_words(line) > most_words) return false;
    const bool listed = p.content > p.begin && !is_numbered(line);
    return !listed && begins_like_heading(line) && ends_like_heading(line) && !introduces(line);
  }

  [[nodiscard]] bool has_next(std::size_t i) const {
    for (++i; i < l_.paragraphs.size(); ++i) {
      const auto kind = l_.paragraphs[i].kind;
      if (kind == zone::body || kind == zone::caption) return true;
      if (kind != zone::furniture) return kind != zone::note;
    }
    return false;
  }

  // How many short lines in a row hold `i`.
  [[nodiscard]] std::size_t run_of(std::size_t i) const {
    std::size_t begin = i;
    std::size_t end = i + 1;
    while (begin > 0 && short_[begin - 1] && l_.paragraphs[begin - 1].kind != zone::furniture) --begin;
    while (end < short_.size() && short_[end] && l_.paragraphs[end].kind != zone::furniture) ++end;
    return end - begin;
  }

  [[nodiscard]] bool stands_alone(std::size_t i) const {
    if (!short_[i] || !has_next(i) || run_of(i) > most_short_lines) return false;
    if (l_.of(l_.paragraphs[i]).ends_with('?') && !is_set_off(i)) return false;
    const paragraph* before = nullptr;
    for (std::size_t k = i; k > 0 && before == nullptr; --k) {
      if (l_.paragraphs[k - 1].kind != zone::furniture) before = &l_.paragraphs[k - 1];
    }
    if (before != nullptr && before->kind == zone::body && !ends_paragraph(*before)) return false;
    return next_begins_anew(i);
  }

  // Between blank lines: only so is a question a heading.
  [[nodiscard]] bool is_set_off(std::size_t i) const {
    return l_.paragraphs[i].after_blank && i + 1 < l_.paragraphs.size() && l_.paragraphs[i + 1].after_blank;
  }

  // A list item needs no full stop to end.
  [[nodiscard]] bool ends_paragraph(const paragraph& p) const { return ends_sentence(l_.of(p)) || p.content > p.begin; }

  [[nodiscard]] bool next_begins_anew(std::size_t i) const {
    for (++i; i < l_.paragraphs.size(); ++i) {
      if (l_.paragraphs[i].kind == zone::furniture) continue;
      return !text::is_lowercase(text::character_at(l_.text, l_.paragraphs[i].begin).code) ||
             l_.of(l_.paragraphs[i]).starts_with("by ");
    }
    return false;
  }

  layout& l_;
  std::vector<bool> short_;
};

}  // namespace

void mark_headings(layout& l) {
  heading_marker(l).mark();
}

}  // namespace isogloss::corpus
