#include "corpus/markup_text.hpp"

#include <algorithm>
#include <array>

namespace isogloss::corpus {
namespace {

// White space of XML and HTML; a no-break space is a character.
bool collapses(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

// What windows-1252 has at 128 to 159. Pages that name these numbers (&#146;) mean it, and browsers read them so.
constexpr std::array<std::string_view, 32> windows_1252 = {
    "€",      "\uFFFD", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "\uFFFD", "Ž", "\uFFFD",
    "\uFFFD", "‘",      "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "\uFFFD", "ž", "Ÿ"};

// `run` without soft hyphens, which are no part of a word, and without the controls that windows-1252 has letters for.
std::string mended(std::string_view run) {
  std::string result;
  for (std::size_t i = 0; i < run.size(); ++i) {
    const auto next = i + 1 < run.size() ? static_cast<unsigned char>(run[i + 1]) : 0U;
    if (run[i] != '\xC2' || (next > 0x9F && next != 0xAD)) {
      result += run[i];
      continue;
    }
    if (next <= 0x9F) result += windows_1252[next - 0x80];
    ++i;
  }
  return result;
}

// Does a zone inside another interrupt it? As detection has it: a note is note where it quotes, a quotation is one with
// the quotations in it, and a note, a citation or a page header in a quotation are none of the speaker's words.
bool interrupts(zone inner, const passage& outer) {
  if (outer.kind == zone::body) return true;
  if (outer.kind == zone::furniture) return outer.frames_heading && inner == zone::heading;
  if (inner == zone::furniture) return true;
  if (outer.kind == zone::quotation) return inner != zone::quotation && inner != zone::heading;
  return inner == zone::note && (outer.kind == zone::heading || outer.kind == zone::caption);
}

}  // namespace

void markup_text::add(std::string_view characters, bool preserved) {
  for (std::size_t i = 0; i < characters.size();) {
    if (collapses(characters[i])) {
      if (preserved && !joins_) {
        preserve(characters[i]);
      } else {
        part(gap::space);
      }
      ++i;
      continue;
    }
    std::size_t end = i + 1;
    while (end < characters.size() && !collapses(characters[end])) ++end;
    put(characters.substr(i, end - i));
    i = end;
  }
}

void markup_text::part(gap wanted) {
  if (joins_ && wanted == gap::space) return;
  gap_ = std::max(gap_, wanted);
}

void markup_text::break_line() {
  part(gap_ >= gap::line ? gap::paragraph : gap::line);
}

void markup_text::join() {
  gap_ = gap::none;
  joins_ = true;
  static constexpr std::array<std::string_view, 3> hyphens = {"-", "\u2010", "\u00AC"};
  for (const auto hyphen : hyphens) {
    if (!text_.ends_with(hyphen)) continue;
    text_.resize(text_.size() - hyphen.size());
    if (last_id_ != 0) zones_.back().end = text_.size();
    if (last_id_ != 0 && zones_.back().begin == text_.size()) {
      zones_.pop_back();
      last_id_ = 0;
    }
    return;
  }
}

passage markup_text::enter(zone kind, std::string speaker, bool frames_heading) {
  passage outer = open_;
  if (interrupts(kind, outer)) open_ = {++n_passages_, kind, std::move(speaker), frames_heading};
  return outer;
}

// Of preserved white space line feeds part lines, and the rest stays as it is between words.
void markup_text::preserve(char c) {
  if (c == '\n') {
    break_line();
  } else if (c != '\r' && gap_ < gap::line && !text_.empty()) {
    text_ += c;
  }
}

void markup_text::flush_gap() {
  static constexpr std::array<std::string_view, 4> signs = {"", " ", "\n", "\n\n"};
  if (!text_.empty()) text_ += signs[static_cast<std::size_t>(gap_)];
  gap_ = gap::none;
}

void markup_text::put(std::string_view run) {
  const std::string characters = mended(run);
  if (characters.empty()) return;
  flush_gap();
  joins_ = false;
  const std::size_t begin = text_.size();
  text_ += characters;
  if (open_.kind != zone::body) {
    if (open_.id != last_id_) zones_.push_back({begin, begin, open_.kind, open_.speaker});
    zones_.back().end = text_.size();
  }
  last_id_ = open_.id;
}

}  // namespace isogloss::corpus
