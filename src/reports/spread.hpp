#pragma once

#include <string>

#include "reports/plot.hpp"

namespace isogloss::reports {

/// More documents than this have no rows of their own in plots.
constexpr std::size_t most_documents_in_rows = 60;

/// What a spread shows of so many documents that none can have a row of its own.
struct spread_axis {
  std::string field;   ///< of the values: the number
  std::string title;   ///< of the axis
  std::string format;  ///< of the number in tooltips, as d3-format has it
  bool zero = false;   ///< Does the axis begin at 0?
};

/// A specification with a point for each document and a box over the middle half of them, in a row for each value of
/// the field "row". Values need "document", "group" and `axis.field`.
[[nodiscard]] json spread(const plot_context& context, const std::string& title, const std::string& subtitle,
                          const spread_axis& axis, json values);

/// Lets the reader choose one value of a field of the data; `s` shows that value alone.
void choose(json& s, const std::string& field, const std::string& label);

/// The plots "documents", "diversity" and "stance" of many documents, from the tables documents, diversity and stance.
[[nodiscard]] plot crowd_of_documents(const plot_context& context, const table_cells& cells);
[[nodiscard]] plot crowd_of_measures(const plot_context& context, const table_cells& cells);
[[nodiscard]] plot crowd_of_rates(const plot_context& context, const table_cells& cells);

/// The row of a document: its group, or the one row there is where there are no groups or too many.
[[nodiscard]] std::string row_of(const plot_context& context, const std::string& document);

}  // namespace isogloss::reports
