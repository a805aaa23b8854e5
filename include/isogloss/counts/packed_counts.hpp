#pragma once

#include <Eigen/Core>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "isogloss/base/packed_pairs.hpp"
#include "isogloss/counts/dfm.hpp"
#include "isogloss/tokens/word_counts.hpp"

namespace isogloss::counts {

/// What a dfm holds, in two or three bytes a cell instead of twelve, to be read a document at a time.
class packed_counts {
 public:
  std::vector<std::string> documents;  ///< names of the rows
  std::vector<std::string> terms;      ///< names of the columns, by code point
  Eigen::VectorXd tokens;              ///< running words of each document, stop words and trimmed terms included

  using row = packed_pairs<std::uint16_t, 5>;

  packed_counts() = default;
  /// @param rows  of every document: how far each column is from the one before it (the first one from -1, less 1), and
  ///              the count
  packed_counts(std::vector<row> rows, std::vector<std::string> documents, std::vector<std::string> terms,
                Eigen::VectorXd tokens);

  /// Calls found(term, count) for each cell of the document, columns ascending.
  template <class Function>
  void for_each(std::size_t document, const Function& found) const {
    std::uint64_t next = 0;
    rows_[document].for_each([&](std::uint64_t distance, std::uint64_t count) {
      const std::uint64_t column = next + distance;
      next = column + 1;
      if (column_of_.empty()) {
        found(static_cast<std::uint32_t>(column), count);
      } else if (column_of_[column] != no_column) {
        found(column_of_[column], count);
      }
    });
  }

  /// How many cells the document has.
  [[nodiscard]] std::size_t size(std::size_t document) const;

  /// Leaves out all columns but these.
  /// @param columns  ascending
  void keep(const std::vector<std::size_t>& columns);

 private:
  static constexpr std::uint32_t no_column = ~std::uint32_t{0};

  std::vector<row> rows_;
  std::vector<std::uint32_t> column_of_;  // of a number in rows_; empty where all are columns
};

[[nodiscard]] packed_counts pack(const dfm& m);

/// How often, and in how many documents, each term stands.
struct term_sums {
  Eigen::VectorXd counts;
  Eigen::VectorXd documents;
};
[[nodiscard]] term_sums sums_of(const packed_counts& m);

/// Leaves out the columns that do not meet the options; running words stay what they were.
void trim(packed_counts& m, const trim_options& options);

/// Counts the terms by document; those that do not occur have no column.
/// @param documents  names of the rows, parallel to the study's documents
[[nodiscard]] packed_counts count_terms(tokens::word_counts words, const std::vector<std::string>& documents,
                                        const tokens::term_rules& rules);

}  // namespace isogloss::counts
