#include "reports/excerpts.hpp"

#include <fmt/format.h>

#include <map>

#include "reports/opened_names.hpp"

namespace isogloss::reports {
namespace {

// A page of 500 documents stays a page.
constexpr std::size_t most_rows = 2500;

struct cut {
  std::vector<std::string> of_each;  // columns; none: the first of all
  std::size_t rows;
};

cut cut_of(const std::string& table_name) {
  static const std::map<std::string, cut> cuts = {
      {"keyness", {{"target", "reference"}, 100}},
      {"contested", {{"group_a", "group_b"}, 100}},
      {"tfidf", {{"document"}, 50}},
      {"stance_lexicon", {{"document"}, 40}},
      {"dispersion", {{}, 500}},
      {"positions", {{"term"}, 50}},
      {"keyness_omnibus", {{}, 200}},
  };
  const auto found = cuts.find(table_name);
  return found == cuts.end() ? cut{{}, most_rows} : found->second;
}

std::vector<std::size_t> rows_of(const table_cells& cells, const cut& c) {
  std::map<std::string, std::size_t> taken;
  std::vector<std::size_t> rows;
  for (std::size_t r = 0; r < cells.n_rows() && rows.size() < most_rows; ++r) {
    std::string key;
    for (const auto& column : c.of_each) key += cells.text(r, column) + '\n';
    if (taken[key]++ < c.rows) rows.push_back(r);
  }
  return rows;
}

std::string said_of(const table& t, const cut& c, std::size_t kept) {
  if (kept == t.n_rows()) return "Sorted by " + t.sorted_by() + ".";
  std::string each;
  for (const auto& column : c.of_each) each += (each.empty() ? " of each " : " and ") + column;
  return fmt::format("Sorted by {}. Here are {} of {} rows, the first {}{}; {}.csv beside this page has all.",
                     t.sorted_by(), kept, t.n_rows(), kept == most_rows ? most_rows : c.rows,
                     kept == most_rows ? "" : each, t.name());
}

}  // namespace

json excerpt(const table& t) {
  const table_cells cells(t);
  const cut c = cut_of(t.name());
  const auto kept = rows_of(cells, c);
  json columns = json::array();
  for (const auto& column : t.columns()) {
    columns.push_back({{"name", column.name},
                       {"type", name(column.type)},
                       {"unit", column.unit},
                       {"description", column.description}});
    if (const auto kind = opened_kind(t.name(), column.name); !kind.empty()) columns.back()["opens"] = kind;
  }
  json rows = json::array();
  for (const std::size_t r : kept) {
    json row = json::array();
    for (std::size_t i = 0; i < t.columns().size(); ++i) row.push_back(cells.value(r, i));
    rows.push_back(std::move(row));
  }
  return {{"description", t.description()},
          {"excerpt", said_of(t, c, kept.size())},
          {"total", t.n_rows()},
          {"columns", std::move(columns)},
          {"rows", std::move(rows)}};
}

}  // namespace isogloss::reports
