#include "isogloss/tokens/phrases.hpp"

#include <fmt/format.h>

#include "isogloss/base/errors.hpp"
#include "isogloss/corpus/csv_file.hpp"
#include "isogloss/text/normalisation.hpp"

namespace isogloss::tokens {

phrase_list::phrase_list(const std::filesystem::path& path, const std::function<std::string(std::string_view)>& form) {
  const corpus::csv_file file(path);
  const std::size_t phrase = file.column("phrase");
  const auto term = file.find_column("term");
  std::vector<problem> problems;
  for (const auto& row : file.rows()) {
    std::vector<std::string> words;
    for (const auto& word : pattern_words(text::unify_apostrophes(row.cells[phrase]))) words.push_back(form(word));
    if (words.size() < 2) {
      problems.push_back({file.where(row),
                          fmt::format("\"{}\" is no phrase: it has fewer than two words", row.cells[phrase]),
                          "Single words need no list; spellings belong into variants.csv."});
      continue;
    }
    trie_.add(words);
    terms_.push_back(term ? row.cells[*term] : std::string());
  }
  throw_if_any(std::move(problems));
}

std::string phrase_list::term_of(std::span<const std::string_view> words) const {
  if (!trie_.empty()) {
    const auto match = trie_.longest(words);
    if (match && match->n_words == words.size() && !terms_[match->phrase].empty()) return terms_[match->phrase];
  }
  return fmt::format("{}", fmt::join(words, " "));
}

}  // namespace isogloss::tokens
