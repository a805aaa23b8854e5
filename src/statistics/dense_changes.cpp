#include "dense_changes.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace isogloss::statistics {

namespace {

using Eigen::Index;

Eigen::VectorXd mean_ranks(const Eigen::VectorXd& values) {
  std::vector<Index> order(static_cast<std::size_t>(values.size()));
  std::iota(order.begin(), order.end(), Index{0});
  std::ranges::sort(order, {}, [&](Index i) { return values(i); });
  Eigen::VectorXd ranks(values.size());
  for (std::size_t first = 0, last = 0; first < order.size(); first = last) {
    while (last < order.size() && values(order[last]) == values(order[first])) ++last;
    const double shared = (static_cast<double>(first + last) + 1) / 2;
    for (std::size_t i = first; i < last; ++i) ranks(order[i]) = shared;
  }
  return ranks;
}

double deviation_from_median(const Eigen::VectorXd& values) {
  std::vector<double> sorted(values.begin(), values.end());
  std::ranges::sort(sorted);
  // of an even number, any value between the middle two gives the same mean deviation
  return (values.array() - sorted[sorted.size() / 2]).abs().mean();
}

}  // namespace

void to_ranks(dense_rows& rows) {
  for (Index i = 0; i < rows.rows(); ++i) rows.row(i) = mean_ranks(rows.row(i).transpose()).transpose();
}

void centre_rows(dense_rows& rows) {
  for (Index i = 0; i < rows.rows() && rows.cols() > 0; ++i) {
    const double mean = rows.row(i).minCoeff() == rows.row(i).maxCoeff() ? rows(i, 0) : rows.row(i).mean();
    rows.row(i).array() -= mean;
  }
}

void to_laplace_units(dense_rows& rows, std::vector<bool>& undefined) {
  Index n = 0;
  for (Index j = 0; j < rows.cols(); ++j) {
    if ((rows.col(j).array() == rows(0, j)).all()) continue;
    rows.col(j) /= deviation_from_median(rows.col(j));
    ++n;
  }
  if (n == 0)
    undefined.assign(undefined.size(), true);
  else
    rows /= static_cast<double>(n);
}

}  // namespace isogloss::statistics
