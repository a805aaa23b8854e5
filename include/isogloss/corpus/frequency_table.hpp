#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace isogloss::corpus {

/// Relative frequencies as stylo keeps them. How many words a document has, and so its counts, is not known.
struct frequency_table {
  std::vector<std::string> documents;
  std::vector<std::string> terms;
  std::vector<double> per_cent;  ///< term by term: terms x documents
};

/// Does it look like stylo's table_with_frequencies.txt: a .txt file whose first line holds names in double quotes
/// only, and whose second line a name in double quotes and numbers?
[[nodiscard]] bool is_frequency_table(const std::filesystem::path& file);

/// Reads what R's write.table writes: names in double quotes (backslashes before quotation marks), cells parted by
/// white space, one line fewer names in the first line than cells in the others.
/// @throws data_error  lines of another length, a cell that is no number of 0 or more, a name twice, no terms
[[nodiscard]] frequency_table read_frequency_table(const std::filesystem::path& file);

}  // namespace isogloss::corpus
