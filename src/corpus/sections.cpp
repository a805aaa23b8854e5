#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>

#include "corpus/zone_rules.hpp"
#include "isogloss/text/characters.hpp"
#include "isogloss/text/pattern.hpp"

namespace isogloss::corpus {
namespace {

using text::pattern;

constexpr std::string_view before_name = R"(^(?:#{1,6}\s*|\*{1,2}|[\dIVX]{1,4}[.)]?\s+)?)";
constexpr std::string_view after_name = R"([\s:.*#]*$)";

bool is_references_heading(std::string_view line) {
  static const pattern heading(
      std::string(before_name) +
          R"((?:(?:select(?:ed)?|supplemental|annotated|further|general|short|primary|secondary)\s+)?(?:list of )?(?:references|bibliography|works cited|literature(?: cited)?|sources(?: cited)?|further reading|reading list|reference list|literatur(?:verzeichnis|angaben)?|quellen(?:verzeichnis| und literatur)?|bibliogra(?:ph|f)ie|références(?: bibliographiques)?|ouvrages cités|bibliografía|referencias(?: bibliográficas)?|obras citadas|riferimenti(?: bibliografici)?|bibliografia|referências(?: bibliográficas)?|kaynakça|bibliografi|källor|referenser|literatura|литература|список литературы|библиография|источники|література|параπομπές|βιβλιογραφία|参考文献|参考资料|參考文獻|引用文献|참고문헌|المراجع|ביבליוגרפיה)(?:\s+(?:for|to|of|zu|zum|pour|de|para|к)\s.{1,60}| and .{1,40})?)" +
          std::string(after_name),
      pattern::letters::any_case);
  return n_words(line) <= 10 && heading.is_in(line);
}

bool is_notes_heading(std::string_view line) {
  static const pattern heading(
      std::string(before_name) +
          R"((?:(?:explanatory|editor'?s|author'?s)\s+)?(?:notes?|end ?notes|foot ?notes|notes and references|anmerkungen|fu(?:ß|ss)noten|endnoten|notes de (?:bas de page|fin)|notas(?: al pie)?|note(?: a piè di pagina)?|noten|noter|dipnotlar|przypisy|примечани[яе]|сноски|примітки|υποσημειώσεις|注释|註釋|注釈|脚注|附注|각주|الهوامش)(?:\s+(?:to|on|zu|de|к)\s.{1,60})?)" +
          std::string(after_name),
      pattern::letters::any_case);
  return n_words(line) <= 8 && heading.is_in(line);
}

// A heading that ends a list of references or notes: an appendix, an index, the next numbered or marked section.
bool is_next_section(std::string_view line) {
  static const pattern heading(
      R"(^(?:#{1,6}\s|\*{2}[^*]+\*{2}$|(?:appendi(?:x|ces)|annex(?:es)?|acknowledge?ments?|index|glossary|chronology|about the author|abbreviations|anhang|dank|register|annexe|apéndice|anexo|приложени[ея]|указатель|附录)\b(?!.{0,80}\b(?:1[5-9]|20)\d\d\b)))",
      pattern::letters::any_case);
  return n_words(line) <= 14 && heading.is_in(line);
}

// ¹² Text
std::optional<int> raised_number(std::string_view paragraph) {
  static constexpr std::u32string_view digits = U"⁰¹²³⁴⁵⁶⁷⁸⁹";
  int number = 0;
  std::size_t at = 0;
  for (std::size_t n = 0; n < 3 && at < paragraph.size(); ++n) {
    const auto c = text::character_at(paragraph, at);
    const auto digit = digits.find(c.code);
    if (digit == std::u32string_view::npos) break;
    number = 10 * number + static_cast<int>(digit);
    at = c.end;
  }
  return at > 0 && at < paragraph.size() ? std::optional(number) : std::nullopt;
}

// The number of a note, where the paragraph begins with one: [3], 3., (3), <sup>3</sup>, ³, [^3]:, $^{3}$, 3 Text.
std::optional<int> note_number(std::string_view paragraph) {
  static const pattern label(
      R"(^(?:\[\^?(\d{1,3})\]|\((\d{1,3})\)|<\w{1,4}>(\d{1,3})</\w{1,4}>|\$[^$\d]{0,24}(?:\d\}?\{)?(\d{1,3})[^$\d]{0,6}\$|[\^*]?(\d{1,3})(?:[.)\]:]|(?=\s+[\p{Lu}\p{Lo}"“«„*_<])))\s*\S)");
  const auto found = label.find(paragraph);
  if (!found) return raised_number(paragraph);
  for (const auto& group : found->groups) {
    int number = 0;
    if (group.end > group.begin) {
      std::from_chars(paragraph.data() + group.begin, paragraph.data() + group.end, number);
      return number;
    }
  }
  return std::nullopt;
}

bool looks_like_entry(std::string_view paragraph) {
  static const pattern entry(
      R"((?:1[5-9]|20)\d\d|^\S+,\s|\b(?:n\.d|s\.\s?f|o\.\s?J|vol|ed|eds|hrsg|trans|б\.\s?г)\.|https?://|[«“"„].{3,200}[»”"“]|^[-—–_]{2,}|^[-*•]\s|^\[?\d{1,3}[\].])",
      pattern::letters::any_case);
  return entry.is_in(paragraph) && n_words(paragraph) <= 120;
}

class section_marker {
 public:
  explicit section_marker(layout& l) : l_(l) {}

  void mark() {
    for (std::size_t i = 0; i < l_.paragraphs.size(); ++i) {
      if (l_.paragraphs[i].kind == zone::body) enter(i);
    }
    mark_numbered_end();
  }

 private:
  // Which section a paragraph is in is known from those before it.
  void enter(std::size_t i) {
    paragraph& p = l_.paragraphs[i];
    const std::string_view line = l_.of(p);
    const bool references = is_references_heading(line);
    if ((references && next_is(i, looks_like_entry)) || is_notes_heading(line)) {
      const bool notes = !references && next_is(i, [](auto t) { return note_number(t).has_value(); });
      section_ = references ? zone::reference : notes ? zone::note : zone::body;
      if (references || notes) p.kind = zone::heading;
      numbered_ = next_is(i, [](auto t) { return note_number(t).has_value(); });
      return;
    }
    if (section_ == zone::body) return;
    if (is_next_section(line)) {
      section_ = zone::body;
      return;
    }
    if (section_ == zone::reference && !numbered_ && note_number(line) == 1) section_ = zone::note;
    if (section_ == zone::reference && !looks_like_entry(line) && n_words(line) > 60) section_ = zone::body;
    p.kind = section_;
  }

  template <class Test>
  bool next_is(std::size_t i, const Test& test) const {
    for (++i; i < l_.paragraphs.size(); ++i) {
      if (l_.paragraphs[i].kind != zone::furniture) return test(l_.of(l_.paragraphs[i]));
    }
    return false;
  }

  // Notes at the end without a heading: the last paragraph numbered 1 after which the numbers rise to the end.
  void mark_numbered_end() {
    auto& all = l_.paragraphs;
    std::size_t begin = all.size();
    while (begin > 0 && !begins_notes(begin - 1)) --begin;
    if (begin == 0) return;
    if (rises_to_the_end(--begin)) {
      for (std::size_t i = begin; i < all.size(); ++i) {
        if (all[i].kind == zone::body) all[i].kind = zone::note;
      }
    }
  }

  // A label that only notes have, or a plain number under a rule.
  [[nodiscard]] bool begins_notes(std::size_t i) const {
    static const pattern own_label(R"(^(?:\[\^?1\]|<\w{1,4}>1</\w{1,4}>|\^1\s|¹))");
    static const pattern rule(R"(^[-_*=—–\s]{3,}$)");
    const auto& all = l_.paragraphs;
    if (all[i].kind != zone::body) return false;
    if (own_label.is_in(l_.of(all[i]))) return true;
    return i > 0 && rule.is_in(l_.of(all[i - 1])) && note_number(l_.of(all[i])) == 1;
  }

  [[nodiscard]] bool rises_to_the_end(std::size_t begin) const {
    int last = 0;
    std::size_t unnumbered = 0;
    for (std::size_t i = begin; i < l_.paragraphs.size(); ++i) {
      if (l_.paragraphs[i].kind != zone::body) continue;
      const auto number = note_number(l_.of(l_.paragraphs[i]));
      if (!number || *number == 0) {
        ++unnumbered;
      } else if (*number > last && *number <= last + 3) {
        last = *number;
      } else {
        return false;
      }
    }
    return last > 0 && unnumbered <= static_cast<std::size_t>(last);
  }

  layout& l_;
  zone section_ = zone::body;
  bool numbered_ = false;
};

// Where each sign of a note first stands right behind a word or a sentence. Asterisks that set words off are none.
std::map<std::string_view, std::size_t> raised_signs(std::string_view text) {
  static const pattern raised(R"((?<=[\p{L}\p{N}.,;:!?”"’»)])(?:\*{1,3}|[†‡§]{1,2})(?=[\s,.;:)]|$))");
  static const pattern set_off(R"((?<![\p{L}\p{N}*])\*{1,3}[^\s*])");
  std::map<std::string_view, std::size_t> first;
  const bool sets_off = std::any_of(text.begin(), text.end(), [](char c) { return c == '*'; }) && set_off.is_in(text);
  for (const auto& m : raised.find_all(text)) {
    const std::string_view sign = text.substr(m.whole.begin, m.whole.end - m.whole.begin);
    if (sign.front() != '*' || !sets_off) first.emplace(sign, m.whole.begin);
  }
  return first;
}

// A footnote of Markdown may stand anywhere.
void mark_defined_notes(layout& l) {
  static const pattern definition(R"(^\[\^[^\]\s]{1,20}\]:)");
  for (auto& p : l.paragraphs) {
    if (p.kind == zone::body && definition.is_in(l.of(p))) p.kind = zone::note;
  }
}

// "* Text" after a word* with that sign: a footnote. A list of Markdown begins so too, but nothing refers to it.
void mark_signed_notes(layout& l) {
  static const pattern label(R"(^(\*{1,3}|[†‡§]{1,2})\s*[^\s*†‡§])");
  std::optional<std::map<std::string_view, std::size_t>> signs;
  for (auto& p : l.paragraphs) {
    const auto found = p.kind == zone::body ? label.find(l.of(p)) : std::nullopt;
    if (!found) continue;
    if (!signs) signs = raised_signs(l.text);
    const auto reference = signs->find(l.of(p).substr(0, found->groups[0].end));
    if (reference != signs->end() && reference->second < p.begin) p.kind = zone::note;
  }
}

}  // namespace

void mark_sections(layout& l) {
  mark_defined_notes(l);
  mark_signed_notes(l);
  section_marker(l).mark();
}

}  // namespace isogloss::corpus
