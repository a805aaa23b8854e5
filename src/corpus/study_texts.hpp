#pragma once

#include <filesystem>
#include <string>

#include "isogloss/corpus/study.hpp"

namespace isogloss::corpus {

/// Is a file one that a folder of texts is read from: .txt, or with markup?
[[nodiscard]] bool is_text(const std::filesystem::path& file);

/// The text of a row of documents.csv: `named`, or the document's name with an ending of a text, in `folder` or in its
/// texts/; "" if there is none.
[[nodiscard]] std::filesystem::path find_text(const std::filesystem::path& folder, const std::string& named,
                                              const std::string& document);

/// Gives documents with markup its zones and language, and, if `with_metadata`, the columns author, title and date.
/// @throws data_error  whatever of them cannot be read, all at once
void read_markup(study& s, bool with_metadata);

/// Gives documents the zones of zones.csv; they take the place of those of the markup.
void attach_zones(study& s);

}  // namespace isogloss::corpus
