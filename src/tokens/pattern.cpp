#include "isogloss/tokens/pattern.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>

#include "isogloss/base/errors.hpp"
#include "isogloss/text/normalisation.hpp"
#include "isogloss/text/regular_expression.hpp"
#include "isogloss/text/utf8.hpp"
#include "isogloss/text/words.hpp"
#include "isogloss/tokens/glob.hpp"
#include "isogloss/tokens/phrase_trie.hpp"

namespace isogloss::tokens {
namespace {

constexpr const char* where = "PATTERN";

// A word as it is written, but for normalisation and case.
std::string as_written(std::string_view word, const pattern_options& o) {
  std::string form = text::normalise(word, o.form);
  if (!o.keep_case) form = text::fold_case(form, o.form);
  return text::unify_apostrophes(form);
}

// Without wildcards the words are cut as those of the texts are: Chinese at ICU's dictionary, by --token-pattern.
std::vector<std::string> words_of(std::string_view piece, const pattern_options& o) {
  if (o.regex) return {text::normalise(piece, text::normalisation::nfc)};
  if (has_wildcard(piece)) {
    const std::string form = as_written(piece, o);
    return o.token_pattern.empty() ? pattern_words(form) : std::vector{form};
  }
  std::vector<std::string> words;
  text::word_segmenter segmenter(o.token_pattern);
  segmenter.for_each_word(piece, [&](text::range word) {
    words.push_back(as_written(piece.substr(word.begin, word.end - word.begin), o));
  });
  return words;
}

// Letters of several scripts, short and long: what fits them all fits anything.
bool fits_everything(text::regular_expression& e) {
  constexpr std::array probes = {"q", "zyzzyva", "ж", "漢字", "سلام"};
  return std::all_of(probes.begin(), probes.end(), [&](const char* probe) { return e.matches(probe); });
}

// Is there a word that not every word fits? Every expression is compiled, so that a bad one is told of at once.
bool is_selective(const std::vector<std::string>& words, const pattern_options& o) {
  const auto n_selective = std::count_if(words.begin(), words.end(), [&](const std::string& word) {
    if (!o.regex) return word.find_first_not_of("*?") != std::string::npos;
    text::regular_expression expression(word, !o.keep_case, where);
    return !fits_everything(expression);
  });
  return n_selective > 0;
}

}  // namespace

std::vector<std::string> cut_pattern(const std::string& written, const pattern_options& o) {
  std::vector<std::string> words;
  for (const auto piece : split_words(written)) {
    for (auto& word : words_of(piece, o)) words.push_back(std::move(word));
  }
  return words;
}

stream_words::stream_words(const token_stream& stream) : of_type(stream.types.size()) {
  for (std::size_t i = 0; i < stream.types.size(); ++i) {
    for (const auto word : split_words(stream.types[i])) of_type[i].push_back(forms.add(word));
  }
}

std::vector<running_word> stream_words::of_document(std::span<const token> tokens) const {
  std::vector<running_word> words;
  words.reserve(tokens.size());
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    bool follows = tokens[i].follows;
    for (const auto form : of_type[index(tokens[i].type)]) {
      words.push_back({i, form, follows});
      follows = true;
    }
  }
  return words;
}

pattern::pattern(const std::string& written, const pattern_options& options) : written_(written), options_(options) {
  if (const auto invalid = text::find_invalid_utf8(written)) {
    throw data_error(where, fmt::format("is not UTF-8 (byte {}: 0x{:02X})", invalid->offset, invalid->byte),
                     "Use a UTF-8 locale.");
  }
  words_ = cut_pattern(written, options);
  if (words_.empty()) {
    throw data_error(where, fmt::format("\"{}\" has no word", written), "Give a word, bureaucra*, or \"two words\".");
  }
  if (!is_selective(words_, options)) {
    throw data_error(where, fmt::format("\"{}\" matches every word", written), "Give it letters of its own.");
  }
}

std::vector<bool> pattern::fitting(std::size_t place, const string_pool& forms, const term_rules& rules) const {
  const std::string& word = words_[place];
  std::vector<bool> fits(forms.size());
  const auto hold_against = [&](const auto& fit) {
    for (std::size_t i = 0; i < fits.size(); ++i)
      fits[i] = fit(as_written(forms[i], options_)) || fit(rules.word_base(forms[i]));
  };
  if (options_.regex) {
    text::regular_expression expression(word, !options_.keep_case, where);
    hold_against([&](const std::string& form) { return expression.matches(form); });
  } else if (has_wildcard(word)) {
    hold_against([&](const std::string& form) { return matches_glob(word, form); });
  } else {
    const std::string base = rules.word_base(word);
    for (std::size_t i = 0; i < fits.size(); ++i) fits[i] = rules.word_base(forms[i]) == base;
  }
  return fits;
}

}  // namespace isogloss::tokens
