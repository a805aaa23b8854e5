#pragma once

#include <filesystem>

#include "isogloss/corpus/features.hpp"
#include "isogloss/corpus/study.hpp"

namespace isogloss::corpus {

// Counts in long form: a CSV file with the columns doc_id, term and n, as tidytext's and quanteda's users keep them. A
// document is one segment, all of it its author's own voice.

/// Is it a .csv file whose header has those columns?
[[nodiscard]] bool is_long_form(const std::filesystem::path& file);

/// Its documents, in the order in which they first come.
/// @throws data_error  malformed rows, rows without a document
[[nodiscard]] study study_of_long_form(const std::filesystem::path& file);

/// Its counts of the documents that `s` keeps; rows of one document and term add up.
/// @throws data_error  a row without a term, or whose n is not a whole number above 0
[[nodiscard]] features read_long_form(const study& s);

}  // namespace isogloss::corpus
