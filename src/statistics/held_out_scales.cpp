#include "isogloss/statistics/attribution.hpp"

#include "matrix_checks.hpp"

#include "isogloss/base/parallel.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <stdexcept>

namespace isogloss::statistics {

namespace {

using Eigen::Index;

// The columns with the highest sums, from the highest; a sum of 0 is none.
std::vector<Index> highest(const Eigen::VectorXd& sums, std::size_t n) {
  std::vector<Index> order(static_cast<std::size_t>(sums.size()));
  std::iota(order.begin(), order.end(), Index{0});
  std::erase_if(order, [&](Index column) { return sums[column] == 0; });
  const auto end = order.begin() + static_cast<std::ptrdiff_t>(std::min(n, order.size()));
  std::partial_sort(order.begin(), end, order.end(),
                    [&](Index a, Index b) { return sums[a] != sums[b] ? sums[a] > sums[b] : a < b; });
  return {order.begin(), end};
}

void add_row(Eigen::VectorXd& sums, const counts::sparse_matrix& counts, Index row, double sign) {
  for (counts::sparse_matrix::InnerIterator cell(counts, row); cell; ++cell) sums[cell.col()] += sign * cell.value();
}

}  // namespace

std::vector<std::vector<Index>> held_out_terms(const counts::sparse_matrix& counts, const authorship& authors,
                                               std::size_t n) {
  check_one_each("held_out_terms", "authors", authors.author_of.size(), static_cast<std::size_t>(counts.rows()));
  Eigen::VectorXd sums = Eigen::VectorXd::Zero(counts.cols());
  for (const Index row : authors.known_without(unknown_author)) add_row(sums, counts, row, 1);
  const std::vector<Index> of_unknown = highest(sums, n);
  std::vector<std::vector<Index>> terms(authors.author_of.size());
  parallel_for(terms.size(), {"choosing terms", "documents"}, [&](std::size_t i) {
    if (authors.author_of[i] == unknown_author) {
      terms[i] = of_unknown;
      return;
    }
    Eigen::VectorXd others = sums;
    add_row(others, counts, static_cast<Index>(i), -1);
    terms[i] = highest(others, n);
  });
  return terms;
}

held_out_scales::held_out_scales(const dense_profiles& profiles, const authorship& authors,
                                 const std::vector<std::vector<Index>>& terms, measure m) {
  authors.check();
  check_one_each("held_out_scales", "authors", authors.author_of.size(), static_cast<std::size_t>(profiles.rows()));
  check_one_each("held_out_scales", "terms", terms.size(), static_cast<std::size_t>(profiles.rows()));
  const auto known = authors.known_without(unknown_author);
  if (known.size() < 2) throw std::invalid_argument("held_out_scales: fewer than two documents of known author");
  scale_of_.assign(authors.author_of.size(), known.size());
  for (std::size_t i = 0; i < known.size(); ++i) scale_of_[static_cast<std::size_t>(known[i])] = i;
  std::vector<std::optional<document_scale>> made(known.size());
  parallel_for(known.size(), {"scaling profiles", "documents"}, [&](std::size_t i) {
    made[i].emplace(profiles, authors.known_without(known[i]), terms[static_cast<std::size_t>(known[i])], m);
  });
  for (auto& scale : made) scales_.push_back(std::move(*scale));
  const auto unknown = std::ranges::find(authors.author_of, unknown_author);
  if (unknown == authors.author_of.end()) return;
  scales_.emplace_back(profiles, known, terms[static_cast<std::size_t>(unknown - authors.author_of.begin())], m);
}

held_out_scales::held_out_scales(const dense_profiles& profiles, std::span<const Index> terms, measure m)
    : scale_of_(static_cast<std::size_t>(profiles.rows()), 0) {
  std::vector<Index> rows(scale_of_.size());
  std::iota(rows.begin(), rows.end(), Index{0});
  scales_.emplace_back(profiles, rows, terms, m);
}

}  // namespace isogloss::statistics
