#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "isogloss/tokens/lexicon_matcher.hpp"
#include "support/scratch.hpp"

namespace isogloss::testing {

/// A lexicon of category,pattern rows, with its rules and matcher; all stay where they are.
struct small_lexicon {
  explicit small_lexicon(std::string_view rows, std::string_view variants = {})
      : rules(options_with(variants)),
        lexicon(tokens::read_lexicon(folder.write("stance.csv", "category,pattern\n" + std::string(rows)))) {
    matchers.emplace_back(lexicon, rules);
  }
  small_lexicon(const small_lexicon&) = delete;
  small_lexicon& operator=(const small_lexicon&) = delete;
  ~small_lexicon() = default;

  [[nodiscard]] const tokens::lexicon_matcher& matcher() const { return matchers.front(); }

  scratch_folder folder;
  tokens::term_rules rules;
  tokens::lexicon lexicon;
  std::vector<tokens::lexicon_matcher> matchers;

 private:
  tokens::term_options options_with(std::string_view variants) const {
    tokens::term_options options;
    if (!variants.empty()) options.variants = folder.write("variants.csv", "variant,term\n" + std::string(variants));
    return tokens::lexicon_form(options);
  }
};

}  // namespace isogloss::testing
