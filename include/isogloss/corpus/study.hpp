#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "isogloss/corpus/zones.hpp"

namespace isogloss::corpus {

/// A document as its study describes it; its text is read when it is needed.
struct document {
  std::string name;
  std::filesystem::path file;         ///< empty where the study has features only
  std::string encoding;               ///< "" is UTF-8
  std::string language;               ///< BCP 47, "" is English; decides the abbreviations of sentences
  std::vector<std::string> metadata;  ///< one cell a column of study::columns
  std::vector<zone_span> zones;       ///< ascending, not overlapping
  bool has_markup = false;            ///< the zones are those of TEI or HTML, which may not mark every one
};

/// The files that may stand in a study folder beside its documents; absent ones are empty.
struct study_files {
  std::filesystem::path documents, zones, features, segments, lexicon_phrases;
  std::filesystem::path variants, phrases, stopwords, targets, settings;
  std::vector<std::filesystem::path> lexicons;  ///< by name
};

/// A group of texts and what is known of them. Read once, then unchanged.
struct study {
  std::string name;              ///< the folder's
  std::filesystem::path folder;  ///< where relative paths start
  study_files files;
  std::vector<std::string> columns;  ///< of documents.csv
  std::vector<document> documents;   ///< in the order of documents.csv, or by name
  std::vector<std::string> notes;    ///< what a reader should know: texts that no row names, ...

  [[nodiscard]] bool has_texts() const { return !documents.empty() && !documents.front().file.empty(); }
  [[nodiscard]] std::optional<std::size_t> find_column(std::string_view column) const;
};

/// The documents to keep: those with the value in the column, or those without it.
struct condition {
  std::string column;
  std::string value;
  bool excluded = false;
};

/// Opens a study folder, a folder of texts (.txt; .xml, .tei, .html, .htm with their markup), or one such file
/// (document = file name without ending; author, title and date from the markup), or a CSV file of counts in long form
/// (see long_form.hpp).
///
/// @param where     documents that meet every condition are kept (several values wanted of one column: any of them)
/// @param encoding  of texts whose row in documents.csv names none; "" is UTF-8
/// @throws data_error  all that is wrong at once: nothing there, no documents, a document twice or without a name, a
///                     missing text, an unknown column, zones of an unknown document or overlapping
[[nodiscard]] study open_study(const std::filesystem::path& path, const std::vector<condition>& where = {},
                               const std::string& encoding = {});

/// The text of a document, valid UTF-8, its zones checked against it; of one with markup the text without it.
/// @throws data_error  unreadable, not in its encoding; zones beyond the end or inside a character (all of them)
[[nodiscard]] std::string read_text(const document& d);

/// Documents by the values of a metadata column.
struct grouping {
  std::string column;                 ///< "" where the documents are not grouped
  std::vector<std::string> groups;    ///< the values, in the order they first come
  std::vector<std::size_t> group_of;  ///< one a document

  [[nodiscard]] bool empty() const { return column.empty(); }
};

/// @param column  a column of documents.csv; "" gives no grouping
/// @throws data_error  no such column, or a document without a value in it
[[nodiscard]] grouping group_by(const study& s, const std::string& column);

/// @throws data_error  `g` is not a grouping into two groups or more
void require_groups(const grouping& g);

}  // namespace isogloss::corpus
