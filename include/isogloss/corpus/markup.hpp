#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "isogloss/corpus/zones.hpp"

namespace isogloss::corpus {

/// A TEI or HTML document as plain text, and what its markup says of it (docs/zones.md has the elements).
struct marked_up_text {
  std::string text;                           ///< valid UTF-8; paragraphs parted by a blank line, lines by a line feed
  std::vector<zone_span> zones;               ///< ascending, not overlapping; offsets in bytes of `text`
  std::string author, title, date, language;  ///< of the document itself; "" where it does not say
};

/// Is a file read with its markup: .xml, .tei, .html, .htm, in any case?
[[nodiscard]] bool is_marked_up(const std::filesystem::path& file);

/// Reads the bytes of a .xml or .tei file as TEI (P5; the elements of P4), of a .html or .htm file as HTML, however
/// broken. Nothing but these bytes is read: no other file, no network.
///
/// @param encoding  of files that do not declare one; "" is UTF-8. A byte order mark or a declaration goes first
/// @param file      its name decides between TEI and HTML, and stands in messages
/// @throws data_error  not in its encoding; XML that is not well-formed (with its line) or not TEI; elements nested too
///                     deep; entities that lie in other files, are not declared, or grow beyond the size of the file
[[nodiscard]] marked_up_text read_marked_up(std::string bytes, const std::string& encoding,
                                            const std::filesystem::path& file);

}  // namespace isogloss::corpus
