#pragma once

#include <Eigen/Core>

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

// The five accounts of tests/golden/README.md: their counts, and R's tables about them.
namespace accounts {

using row = std::map<std::string, std::string>;

inline std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells;
  std::istringstream in(line);
  for (std::string cell; std::getline(in, cell, ',');) cells.push_back(cell);
  return cells;
}

inline std::vector<row> table(const std::string& file) {
  std::ifstream in(ISOGLOSS_TEST_DATA "/golden/" + file);
  std::string line;
  if (!std::getline(in, line)) throw std::runtime_error("cannot read golden/" + file);
  const auto names = cells_of(line);
  std::vector<row> rows;
  while (std::getline(in, line)) {
    const auto cells = cells_of(line);
    auto& r = rows.emplace_back();
    for (std::size_t i = 0; i < names.size(); ++i) r[names[i]] = cells.at(i);
  }
  return rows;
}

inline double number(const row& r, const std::string& column) {
  return std::stod(r.at(column));
}

inline const std::vector<std::string>& documents() {
  static const std::vector<std::string> names{"collins", "furr-2005", "ibrp-2003", "martinez-2021", "saed-2018"};
  return names;
}

inline Eigen::Index document(const std::string& name) {
  const auto at = std::ranges::find(documents(), name);
  if (at == documents().end()) throw std::runtime_error("no document " + name);
  return at - documents().begin();
}

struct counted {
  std::vector<std::string> terms;
  std::map<std::string, Eigen::Index> column;
  Eigen::MatrixXd counts;
};

inline counted read_counts() {
  const auto rows = table("counts-A.csv");
  counted result;
  for (const auto& r : rows) result.column[r.at("term")] = 0;
  for (auto& [term, column] : result.column) {
    column = static_cast<Eigen::Index>(result.terms.size());
    result.terms.push_back(term);
  }
  result.counts = Eigen::MatrixXd::Zero(5, static_cast<Eigen::Index>(result.terms.size()));
  for (const auto& r : rows)
    result.counts(document(r.at("document")), result.column[r.at("term")]) = number(r, "count");
  return result;
}

inline const counted& all_terms() {
  static const counted result = read_counts();
  return result;
}

inline const Eigen::MatrixXd& counts() {
  return all_terms().counts;
}

inline const Eigen::MatrixXd& frequencies() {
  static const Eigen::MatrixXd p = counts().array().colwise() / counts().rowwise().sum().array();
  return p;
}

/// The most frequent terms in order of rank: "100" or "500".
inline Eigen::MatrixXd most_frequent(const std::string& features) {
  std::vector<Eigen::Index> columns;
  for (const auto& r : table("most-frequent-terms.csv")) {
    if (r.at("features") == features) columns.push_back(all_terms().column.at(r.at("term")));
  }
  return frequencies()(Eigen::all, columns);
}

}  // namespace accounts
