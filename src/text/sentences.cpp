#include "isogloss/text/sentences.hpp"

#include <fmt/format.h>
#include <unicode/brkiter.h>
#include <unicode/ures.h>
#include <unicode/utext.h>

#include <algorithm>
#include <array>
#include <map>
#include <memory>
#include <set>
#include <stdexcept>

namespace isogloss::text {
namespace {

constexpr std::size_t piece_bytes = std::size_t{1} << 22U;

// English abbreviations that CLDR 42 does not list.
constexpr std::array forgotten_abbreviations = {"Dr.",  "St.",  "Gen.", "Gov.", "Sen.", "Hon.", "Messrs.",
                                                "etc.", "e.g.", "i.e.", "cf.",  "viz.", "ca."};

using abbreviations = std::set<std::string, std::less<>>;

// What CLDR lists for the language. (ICU's FilteredBreakIteratorBuilder has the same list, but matches the ends of
// words, "kam." by "m.", looks past one space only, and is null where a language has no list.)
abbreviations abbreviations_of(const icu::Locale& locale) {
  abbreviations result;
  const std::string_view language = locale.getLanguage();
  if (language == "en") result.insert(forgotten_abbreviations.begin(), forgotten_abbreviations.end());
  using bundle = std::unique_ptr<UResourceBundle, decltype(&ures_close)>;
  UErrorCode status = U_ZERO_ERROR;
  const bundle file(ures_openDirect(U_ICUDATA_NAME "-brkitr", locale.getLanguage(), &status), &ures_close);
  const bundle kinds(ures_getByKey(file.get(), "exceptions", nullptr, &status), &ures_close);
  const bundle list(ures_getByKey(kinds.get(), "SentenceBreak", nullptr, &status), &ures_close);
  if (U_FAILURE(status)) return result;  // the language has none
  for (std::int32_t i = 0; i < ures_getSize(list.get()); ++i) {
    std::int32_t length = 0;
    const char16_t* const text = ures_getStringByIndex(list.get(), i, &length, &status);
    std::string abbreviation;
    if (U_SUCCESS(status)) icu::UnicodeString(text, length).toUTF8String(abbreviation);
    if (!abbreviation.empty()) result.insert(std::move(abbreviation));
  }
  return result;
}

struct sentence_rules {
  std::unique_ptr<icu::BreakIterator> boundaries;
  abbreviations no_ends;
};

sentence_rules make_rules(const std::string& language) {
  UErrorCode status = U_ZERO_ERROR;
  icu::Locale locale = icu::Locale::forLanguageTag(language.empty() ? "en" : language, status);
  if (U_FAILURE(status) || locale.isBogus()) locale = icu::Locale::getRoot();
  status = U_ZERO_ERROR;  // an unknown tag gives the root's rules
  sentence_rules rules;
  rules.boundaries.reset(icu::BreakIterator::createSentenceInstance(locale, status));
  if (U_FAILURE(status)) throw std::runtime_error(fmt::format("ICU sentences: {}", u_errorName(status)));
  rules.no_ends = abbreviations_of(locale);
  return rules;
}

// Building them takes longer than a short text; each thread keeps those it has built.
sentence_rules& rules_for(const std::string& language) {
  thread_local std::map<std::string, sentence_rules> built;
  auto& rules = built[language];
  if (!rules.boundaries) rules = make_rules(language);
  return rules;
}

// Is the last word of `text`, up to a sentence boundary, an abbreviation? ("z. B." is one of two words.)
bool ends_in_abbreviation(std::string_view text, const abbreviations& known) {
  constexpr std::string_view space = " \t\r\n";
  while (text.ends_with(' ') || text.ends_with("\u00A0")) text.remove_suffix(text.ends_with(' ') ? 1 : 2);
  if (!text.ends_with('.')) return false;
  std::size_t begin = text.size();
  for (int n_words = 1; n_words <= 2 && begin > 0; ++n_words) {
    const auto last = text.find_last_not_of(space, begin - 1);
    if (last == std::string_view::npos) return false;
    const auto before = text.find_last_of(space, last);
    begin = before == std::string_view::npos ? 0 : before + 1;
    std::string_view word = text.substr(begin);
    for (bool cut = true; cut;) {
      cut = false;
      for (const std::string_view opening : {"(", "[", "\"", "'", "“", "‘", "„", "«", "—", "–"}) {
        const auto at = word.rfind(opening);
        if (at != std::string_view::npos) word.remove_prefix(at + opening.size()), cut = true;
      }
    }
    if (known.contains(word)) return true;
  }
  return false;
}

std::string_view without_return(std::string_view line) {
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

// One line of text and its end, with the line feed.
struct line {
  std::string_view content;
  std::size_t next;
};

line line_at(std::string_view text, std::size_t begin) {
  const auto line_feed = text.find('\n', begin);
  if (line_feed == std::string_view::npos) return {text.substr(begin), text.size()};
  return {without_return(text.substr(begin, line_feed - begin)), line_feed + 1};
}

std::size_t n_characters(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

bool ends_sentence(std::string_view content) {
  constexpr std::array<std::string_view, 15> closing = {" ", "\t", "\"", "'",  ")",  "]",      "’",     "”",
                                                        "»", "›",  "」", "』", "）", "\u00A0", "\u200F"};
  constexpr std::array<std::string_view, 17> stops = {".",  "!",  "?",  ":", ";", "…", "。", "！", "？",
                                                      "：", "；", "．", "؟", "۔", "।", "॥",  "։"};
  const auto ends_with = [&](std::string_view mark) { return content.ends_with(mark); };
  for (auto mark = closing.begin();
       (mark = std::find_if(closing.begin(), closing.end(), ends_with)) != closing.end();) {
    content.remove_suffix(mark->size());
  }
  return std::any_of(stops.begin(), stops.end(), ends_with);
}

// `text` with every single line feed as a space, of the same length, so that offsets stay.
std::string unwrapped(std::string_view text) {
  std::string result(text);
  for (std::size_t begin = 0; begin < text.size();) {
    const line current = line_at(text, begin);
    if (current.next < text.size() && !is_blank(current.content) && !is_blank(line_at(text, current.next).content)) {
      std::fill(result.begin() + static_cast<std::ptrdiff_t>(begin + current.content.size()),
                result.begin() + static_cast<std::ptrdiff_t>(current.next), ' ');
    }
    begin = current.next;
  }
  return result;
}

// The end of a piece that ICU's 32-bit offsets can hold: after a line feed, which ends a sentence.
std::size_t piece_end(std::string_view text, std::size_t begin) {
  if (text.size() - begin <= piece_bytes) return text.size();
  const auto line_feed = text.find('\n', begin + piece_bytes);
  return line_feed == std::string_view::npos ? text.size() : line_feed + 1;
}

void append_starts(std::string_view piece, std::size_t offset, sentence_rules& rules,
                   std::vector<std::size_t>& starts) {
  UErrorCode status = U_ZERO_ERROR;
  UText view = UTEXT_INITIALIZER;
  utext_openUTF8(&view, piece.data(), static_cast<std::int64_t>(piece.size()), &status);
  icu::BreakIterator& sentences = *rules.boundaries;
  sentences.setText(&view, status);
  if (U_FAILURE(status)) throw std::runtime_error(fmt::format("ICU sentences: {}", u_errorName(status)));
  sentences.first();
  std::int32_t start = 0;
  for (auto end = sentences.next(); end != icu::BreakIterator::DONE; end = sentences.next()) {
    const auto place = static_cast<std::size_t>(end);
    if (place < piece.size() && ends_in_abbreviation(piece.substr(0, place), rules.no_ends)) continue;
    starts.push_back(offset + static_cast<std::size_t>(start));
    start = end;
  }
  utext_close(&view);
}

}  // namespace

bool is_hard_wrapped(std::string_view text) {
  std::size_t followed = 0;
  std::size_t wrapped = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const line current = line_at(text, begin);
    if (current.next < text.size() && !is_blank(current.content) && !is_blank(line_at(text, current.next).content)) {
      const std::size_t length = n_characters(current.content);
      ++followed;
      if (length >= 30 && length <= 120 && !ends_sentence(current.content)) ++wrapped;
    }
    begin = current.next;
  }
  return followed > 0 && 2 * wrapped >= followed;
}

std::vector<std::size_t> sentence_starts(std::string_view text, const std::string& language) {
  std::string joined;
  if (is_hard_wrapped(text)) {
    joined = unwrapped(text);
    text = joined;
  }
  sentence_rules& rules = rules_for(language);
  std::vector<std::size_t> starts;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = piece_end(text, begin);
    append_starts(text.substr(begin, end - begin), begin, rules, starts);
    begin = end;
  }
  return starts;
}

}  // namespace isogloss::text
