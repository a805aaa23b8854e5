#include <cmath>

#include "reports/spread.hpp"

namespace isogloss::reports {

plot crowd_of_documents(const plot_context& context, const table_cells& cells) {
  json values = json::array();
  for (std::size_t r = 0; r < cells.n_rows(); ++r) {
    values.push_back(cells.record(r, {"document", "group", "tokens"}));
    values.back()["row"] = row_of(context, cells.text(r, "document"));
  }
  json s = spread(context, "Words of each document", context.n_documents() + "; counts, without intervals",
                  {"tokens", "words compared", ",", true}, std::move(values));
  return {"documents",
          "A point is a document: its words in the voice that is compared. Below the points, the middle half of "
          "them and their median.",
          std::move(s)};
}

plot crowd_of_measures(const plot_context& context, const table_cells& cells) {
  json values = json::array();
  for (std::size_t r = 0; r < cells.n_rows(); ++r) {
    if (std::isnan(cells.number(r, "value"))) continue;
    const auto& document = cells.text(r, "document");
    values.push_back({{"document", document},
                      {"group", context.group_of(document)},
                      {"measure", cells.text(r, "measure")},
                      {"value", shortened(cells.number(r, "value"))},
                      {"row", row_of(context, document)}});
  }
  json s =
      spread(context, "How varied each vocabulary is", context.n_documents() + "; without intervals: see the table",
             {"value", "value", ".4f"}, std::move(values));
  choose(s, "measure", "Measure");
  return {"diversity",
          "A point is a document. Measures of whole texts grow or fall with their length: compare by those taken at "
          "equal length, such as expected_types.",
          std::move(s)};
}

plot crowd_of_rates(const plot_context& context, const table_cells& cells) {
  json values = json::array();
  for (std::size_t r = 0; r < cells.n_rows(); ++r) {
    if (cells.text(r, "voice") != "own" || std::isnan(cells.number(r, "per_thousand"))) continue;
    const auto& document = cells.text(r, "document");
    values.push_back({{"document", document},
                      {"group", context.group_of(document)},
                      {"lexicon", cells.text(r, "lexicon")},
                      {"rate", shortened(cells.number(r, "per_thousand"))},
                      {"row", cells.text(r, "category")}});
  }
  json s = spread(context, "Categories of words", context.n_documents() + "; the authors' own voice; without intervals",
                  {"rate", "words of the category in a thousand", ".2f", true}, std::move(values));
  choose(s, "lexicon", "Lexicon");
  return {"stance",
          "A point is a document: how often it uses words of the category. Below the points, the middle half of them "
          "and their median.",
          std::move(s)};
}

}  // namespace isogloss::reports
