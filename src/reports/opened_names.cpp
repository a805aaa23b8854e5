#include "reports/opened_names.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace isogloss::reports {
namespace {

using studies::concordance_name;

// A page of 500 documents names tens of thousands of terms; each takes its place though it has no lines.
constexpr std::size_t most_names = 10000;

struct ranked {
  std::size_t rank;
  concordance_name name;
};

// Which list of a table or plot a row stands in: that of these columns.
const std::set<std::string> list_columns = {"comparison", "document", "group",  "group_a", "group_b",
                                            "reference",  "layer",    "method", "axis"};

bool is_target_plot(const plot& p) {
  const json& s = p.specification;
  return s.contains("encoding") && s["encoding"].contains("y") && s["encoding"]["y"].value("field", "") == "target";
}

void add_plot(const plot& p, std::vector<ranked>& all) {
  const char* field = is_target_plot(p) ? "target" : "term";
  const auto kind = is_target_plot(p) ? concordance_name::kind::target : concordance_name::kind::term;
  std::map<std::string, std::size_t> taken;
  for (const json& row : p.specification["data"]["values"]) {
    if (!row.contains(field) || !row[field].is_string()) continue;
    std::string list;
    for (const auto& [key, value] : row.items()) {
      if (list_columns.contains(key)) list += value.dump() + '\n';
    }
    all.push_back({taken[list]++, {kind, row[field].get<std::string>()}});
  }
}

// "system (1.4); party (1.2)" names two terms, each with its weight.
std::vector<std::string> parts(const std::string& cell, const std::string& kind) {
  if (kind != "terms") return {cell};
  std::vector<std::string> result;
  for (std::size_t at = 0; at < cell.size();) {
    const auto end = std::min(cell.find("; ", at), cell.size());
    const std::string part = cell.substr(at, end - at);
    result.push_back(part.substr(0, part.rfind(" (")));
    at = end + 2;
  }
  return result;
}

void add_table(const json& table, std::vector<ranked>& all) {
  const json& columns = table["columns"];
  std::map<std::string, std::size_t> taken;
  for (const json& row : table["rows"]) {
    std::string list;
    bool of_categories = false;  // the terms of the layer stance
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (list_columns.contains(columns[i]["name"])) list += row[i].dump() + '\n';
      if (columns[i]["name"] == "layer" && row[i] == "stance") of_categories = true;
    }
    if (of_categories) continue;
    const std::size_t rank = taken[list]++;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const std::string kind = columns[i].value("opens", "");
      if (kind.empty() || !row[i].is_string()) continue;
      const auto of = kind == "target" ? concordance_name::kind::target : concordance_name::kind::term;
      for (auto& name : parts(row[i], kind)) all.push_back({rank, {of, std::move(name)}});
    }
  }
}

}  // namespace

std::string opened_kind(std::string_view table, std::string_view column) {
  if (column == "term") return "term";
  if (table == "contested" && (column == "collocates_a" || column == "collocates_b")) return "terms";
  if ((table == "targets" || table == "target_groups") && column == "target") return "target";
  return {};
}

std::vector<concordance_name> opened_names(const std::vector<plot>& plots, const json& tables) {
  std::vector<ranked> all;
  for (const plot& p : plots) add_plot(p, all);
  for (const json& table : tables) add_table(table, all);
  std::stable_sort(all.begin(), all.end(), [](const ranked& a, const ranked& b) { return a.rank < b.rank; });
  std::vector<concordance_name> names;
  std::set<concordance_name> seen;
  for (auto& r : all) {
    if (names.size() == most_names) break;
    if (seen.insert(r.name).second) names.push_back(std::move(r.name));
  }
  return names;
}

}  // namespace isogloss::reports
