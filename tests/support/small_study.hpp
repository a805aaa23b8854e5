#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "isogloss/corpus/study.hpp"
#include "isogloss/tokens/token_stream.hpp"
#include "support/scratch.hpp"

namespace isogloss::testing {

using named_texts = std::vector<std::pair<std::string, std::string>>;

/// Writes documents.csv and texts/ and opens the study.
inline corpus::study study_of(const scratch_folder& folder, const named_texts& texts, std::string_view zones = {}) {
  std::string documents = "document\n";
  for (const auto& [name, text] : texts) {
    documents += name + '\n';
    folder.write("texts/" + name + ".txt", text);
  }
  folder.write("documents.csv", documents);
  if (!zones.empty()) folder.write("zones.csv", "document,begin,end,zone,speaker\n" + std::string(zones));
  return corpus::open_study(folder.path());
}

/// The tokens of one text as written.
inline std::vector<std::string> surfaces(const tokens::token_stream& stream, std::size_t document = 0) {
  std::vector<std::string> words;
  for (const auto& t : stream.documents[document]) words.push_back(stream.types[index(t.type)]);
  return words;
}

/// One text, tokenised.
inline tokens::token_stream stream_of(const std::string& text, const tokens::term_rules& rules,
                                      std::size_t segment_tokens = 200, std::string_view zones = {}) {
  const scratch_folder folder;
  return tokens::tokenise(study_of(folder, {{"a", text}}, zones),
                          {.token_pattern = "", .segment_tokens = segment_tokens}, rules);
}

}  // namespace isogloss::testing
