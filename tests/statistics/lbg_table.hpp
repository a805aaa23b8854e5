#pragma once

#include <Eigen/Core>
#include <Eigen/SparseCore>
#include <string>
#include <vector>

#include "golden_table.hpp"

// The table of Laver, Benoit & Garry (2003): five references and a virgin text of 1000 words each.
namespace lbg {

using sparse = Eigen::SparseMatrix<double, Eigen::RowMajor>;

inline std::vector<std::string> names() {
  return {"R1", "R2", "R3", "R4", "R5", "V1"};
}

inline std::vector<std::string> terms() {
  std::vector<std::string> letters;
  for (char c = 'A'; c <= 'Z'; ++c) letters.emplace_back(1, c);
  for (char c = 'A'; c <= 'K'; ++c) letters.push_back({'Z', c});
  return letters;
}

inline Eigen::MatrixXd counts() {
  Eigen::MatrixXd table(6, 37);
  const auto rows = golden::table("lbg2003.csv");
  for (Eigen::Index i = 0; i < 6; ++i) {
    for (Eigen::Index k = 0; k < 37; ++k) {
      table(i, k) = rows[static_cast<std::size_t>(i)].number(terms()[static_cast<std::size_t>(k)]);
    }
  }
  return table;
}

inline sparse table() {
  return counts().sparseView();
}

inline Eigen::Index place(const std::vector<std::string>& all, const std::string& name) {
  const auto at = std::find(all.begin(), all.end(), name);
  if (at == all.end()) throw std::runtime_error("nothing is called " + name);
  return at - all.begin();
}

}  // namespace lbg
