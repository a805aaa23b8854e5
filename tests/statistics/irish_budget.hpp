#pragma once

#include <Eigen/Core>
#include <Eigen/SparseCore>

#include <string>
#include <vector>

#include "golden_table.hpp"

// The Irish budget debate of 2010: how often each of 14 speakers uses each word, the words without names.
namespace irish_budget {

inline Eigen::SparseMatrix<double, Eigen::RowMajor> counts() {
  std::vector<Eigen::Triplet<double>> cells;
  int column = 0;
  for (const auto& row : golden::table("irish2010_counts.csv")) {
    const int terms = static_cast<int>(row.number("terms"));  // so many words have these counts
    for (int term = 0; term < terms; ++term, ++column) {
      for (int i = 0; i < 14; ++i) cells.emplace_back(i, column, row.number("d" + std::to_string(i + 1)));
    }
  }
  Eigen::SparseMatrix<double, Eigen::RowMajor> table(14, column);
  table.setFromTriplets(cells.begin(), cells.end());
  table.prune(0.0);
  return table;
}

inline Eigen::VectorXd of_quanteda(const std::string& column) {
  Eigen::VectorXd values(14);
  const auto rows = golden::table("irish2010_wordfish.csv");
  for (std::size_t i = 0; i < 14; ++i) values[static_cast<Eigen::Index>(i)] = rows[i].number(column);
  return values;
}

}  // namespace irish_budget
