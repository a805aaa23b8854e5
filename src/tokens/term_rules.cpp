#include "isogloss/tokens/term_rules.hpp"

#include <fmt/format.h>
#include <libstemmer.h>

#include <algorithm>
#include <mutex>
#include <sstream>

#include "isogloss/base/errors.hpp"
#include "isogloss/base/files.hpp"
#include "isogloss/corpus/csv_file.hpp"
#include "isogloss/text/encoding.hpp"
#include "isogloss/text/graphemes.hpp"
#include "isogloss/text/utf8.hpp"

namespace isogloss::tokens {
namespace {

using stemmer = std::unique_ptr<sb_stemmer, decltype(&sb_stemmer_delete)>;

stemmer make_stemmer(const std::string& language) {
  stemmer result(language.empty() ? nullptr : sb_stemmer_new(language.c_str(), "UTF_8"), &sb_stemmer_delete);
  if (!language.empty() && !result) {
    throw data_error("--stem", fmt::format("there is no stemmer for \"{}\"", language),
                     fmt::format("There are: {}.", corpus::join(stemmer_languages())));
  }
  return result;
}

std::string stemmed(sb_stemmer* with, const std::string& word) {
  const auto* stem =
      sb_stemmer_stem(with, reinterpret_cast<const sb_symbol*>(word.data()), static_cast<int>(word.size()));
  return {reinterpret_cast<const char*>(stem), static_cast<std::size_t>(sb_stemmer_length(with))};
}

// Character n-grams of a word framed by "_": as scikit-learn's char_wb, but of graphemes. A word shorter than n gives
// itself.
std::vector<std::string> character_ngrams(const std::string& word, std::size_t n) {
  const std::string framed = '_' + word + '_';
  std::vector<std::size_t> starts = text::grapheme_starts(framed);
  starts.push_back(framed.size());
  const std::size_t n_graphemes = starts.size() - 1;
  if (n_graphemes <= n) return {framed};
  std::vector<std::string> result;
  for (std::size_t i = 0; i + n <= n_graphemes; ++i)
    result.push_back(framed.substr(starts[i], starts[i + n] - starts[i]));
  return result;
}

}  // namespace

struct term_rules::state {
  explicit state(const term_options& o) : options(o), stem(make_stemmer(o.stem)) {}

  term_options options;
  variant_map variants;
  phrase_list phrases;
  std::unordered_set<std::string> stopwords;
  stemmer stem;
  mutable std::mutex stemming;  // a stemmer keeps the word it is at
};

std::vector<std::string> stemmer_languages() {
  std::vector<std::string> names;
  for (const char** name = sb_stemmer_list(); *name != nullptr; ++name) names.emplace_back(*name);
  std::sort(names.begin(), names.end());
  return names;
}

term_rules::term_rules(const term_options& options) : state_(std::make_unique<state>(options)) {
  if (!options.variants.empty()) state_->variants = read_variants(options.variants, options.preferred);
  if (!options.phrases.empty()) {
    state_->phrases = phrase_list(options.phrases, [this](std::string_view word) { return word_base(word); });
  }
  if (options.stopwords.empty()) return;
  const std::string content = text::decode(read_file(options.stopwords), "utf-8", options.stopwords);
  std::istringstream lines(content.substr(text::byte_order_mark_size(content)));
  for (std::string line; std::getline(lines, line);) {
    line.resize(std::min(line.find('#'), line.size()));
    while (!line.empty() && std::string_view(" \t\r").find(line.back()) != std::string_view::npos) line.pop_back();
    const auto first = line.find_first_not_of(" \t");
    if (first != std::string::npos) state_->stopwords.insert(base(line.substr(first)));
  }
}

term_rules::term_rules(term_rules&&) noexcept = default;
term_rules::~term_rules() = default;

std::string term_rules::word_base(std::string_view surface) const {
  const auto& o = state_->options;
  std::string word = text::normalise(surface, o.form);
  if (!o.keep_case) word = text::fold_case(word, o.form);
  word = text::unify_apostrophes(word);  // last: U+0149 folds to U+02BC and n
  if (o.strip_possessive && word.size() > 2 && (word.ends_with("'s") || word.ends_with("'S")))
    word.resize(word.size() - 2);
  const auto variant = state_->variants.find(word);
  return variant == state_->variants.end() ? word : variant->second;
}

std::string term_rules::base(std::string_view surface) const {
  if (surface.find(' ') == std::string_view::npos) return word_base(surface);
  std::vector<std::string> words;
  for (const auto word : split_words(surface)) words.push_back(word_base(word));
  const std::vector<std::string_view> views(words.begin(), words.end());
  return state_->phrases.term_of(views);
}

bool term_rules::is_counted(std::string_view surface) const {
  return state_->options.keep_numbers || text::content_of(surface).letter;
}

std::vector<std::string> term_rules::terms(std::string_view surface) const {
  std::string term = base(surface);
  if (state_->stopwords.contains(term)) return {};
  if (state_->stem && term.find(' ') == std::string::npos) {
    const std::lock_guard lock(state_->stemming);
    term = stemmed(state_->stem.get(), term);
  }
  if (state_->options.character_ngrams > 0) return character_ngrams(term, state_->options.character_ngrams);
  return {std::move(term)};
}

const phrase_list& term_rules::phrases() const {
  return state_->phrases;
}

}  // namespace isogloss::tokens
