#pragma once

#include <functional>

#include "isogloss/base/table.hpp"
#include "isogloss/statistics/tfidf.hpp"
#include "isogloss/studies/material.hpp"

namespace isogloss::studies {

/// What was counted: one row a document, in the study's order.
[[nodiscard]] table documents_layout();
[[nodiscard]] table documents(const material& m);

/// How often each document uses each term: by document, then rank, then term.
[[nodiscard]] table frequencies_layout();
[[nodiscard]] table frequencies(const material& m);

/// Takes a table in parts, each with the next rows.
using table_sink = std::function<void(const table& part)>;
/// The same, a million rows at a time: the whole table may be larger than memory.
void frequencies(const material& m, const table_sink& sink);

/// What an idf counts: the documents or the segments that hold a term.
enum class idf_unit { document, segment };

struct tfidf_options {
  statistics::tfidf_scheme scheme = statistics::tfidf_scheme::sklearn;
  idf_unit unit = idf_unit::document;
  std::size_t top = 0;  ///< terms a document; 0: all
};

/// Which terms tell each document apart: content terms by document, then rank, then term.
[[nodiscard]] table tfidf_layout();
[[nodiscard]] table tfidf(const material& m, const tfidf_options& options = {});
/// The same in parts.
void tfidf(const material& m, const tfidf_options& options, const table_sink& sink);

/// The token stream: every counted token of the chosen zones, in order.
[[nodiscard]] table tokens_layout();
[[nodiscard]] table tokens(const material& m);
/// The same in parts.
void tokens(const material& m, const table_sink& sink);

}  // namespace isogloss::studies
