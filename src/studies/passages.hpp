#pragma once

#include <string>
#include <utility>
#include <vector>

#include "isogloss/studies/concordances.hpp"
#include "isogloss/tokens/pattern.hpp"

namespace isogloss::studies {

/// What lines show of a document: passages that overlap are one, line breaks are spaces, '\n' stands between passages.
struct passages_of_document {
  std::vector<std::pair<std::size_t, std::size_t>> places;  ///< the first and the last word of each line's hit
  std::vector<concordance_line> lines;                      ///< of each place
  std::string text;
};

/// Reads the document and fills in lines and text.
/// @throws data_error  the text has changed since it was segmented
void show(const material& m, std::size_t document, const tokens::stream_words& words, std::size_t window,
          passages_of_document& passages);

}  // namespace isogloss::studies
