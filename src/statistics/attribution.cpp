#include "isogloss/statistics/attribution.hpp"

#include "isogloss/base/parallel.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <stdexcept>
#include <string>

namespace isogloss::statistics {

namespace {

using Eigen::Index;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

bool is_less(double a, double b) {
  return a < b || (std::isnan(b) && !std::isnan(a));
}

void to_nearest_profiles(const dense_profiles& profiles, const authorship& authors, const document_scale& scale,
                         Index document, author_distances& result) {
  const mean_profiles others = profiles_without(profiles, authors, document);
  const Eigen::MatrixXd d = scale.distances(scale.placed(profiles.row(document)), scale.placed(others.rows));
  for (std::size_t i = 0; i < others.authors.size(); ++i) {
    result.values(document, others.authors[i]) = d(0, static_cast<Index>(i));
  }
}

void to_nearest_neighbours(const dense_profiles& profiles, const authorship& authors, const document_scale& scale,
                           Index document, author_distances& result) {
  const auto rows = authors.known_without(document);
  const dense_profiles others = profiles(rows, Eigen::all);
  const Eigen::MatrixXd d = scale.distances(scale.placed(profiles.row(document)), scale.placed(others));
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const int author = authors.author_of[static_cast<std::size_t>(rows[i])];
    if (!is_less(d(0, static_cast<Index>(i)), result.values(document, author))) continue;
    result.values(document, author) = d(0, static_cast<Index>(i));
    result.nearest(document, author) = static_cast<int>(rows[i]);
  }
}

void check_documents(const char* function, const char* what, std::size_t have, Index want) {
  if (have == static_cast<std::size_t>(want)) return;
  throw std::invalid_argument(std::string(function) + ": " + what + " has " + std::to_string(have) +
                              " documents, but must have " + std::to_string(want));
}

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

std::string_view name(attribution_rule rule) {
  return rule == attribution_rule::nearest_neighbour ? "nearest-neighbour" : "nearest-profile";
}

void authorship::check() const {
  for (const int author : author_of) {
    if (author == unknown_author || (author >= 0 && author < n_authors)) continue;
    throw std::invalid_argument("authorship: author is " + std::to_string(author) + ", but must be in [0, " +
                                std::to_string(n_authors - 1) + "] or unknown");
  }
}

std::vector<Index> authorship::known_without(Index document) const {
  std::vector<Index> rows;
  for (std::size_t i = 0; i < author_of.size(); ++i) {
    if (author_of[i] != unknown_author && static_cast<Index>(i) != document) rows.push_back(static_cast<Index>(i));
  }
  return rows;
}

std::vector<std::vector<Index>> held_out_terms(const counts::sparse_matrix& counts, const authorship& authors,
                                               std::size_t n) {
  check_documents("held_out_terms", "authors", authors.author_of.size(), counts.rows());
  Eigen::VectorXd sums = Eigen::VectorXd::Zero(counts.cols());
  for (const Index row : authors.known_without(unknown_author)) add_row(sums, counts, row, 1);
  const std::vector<Index> of_unknown = highest(sums, n);
  std::vector<std::vector<Index>> terms(authors.author_of.size());
  parallel_for(terms.size(), [&](std::size_t i) {
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
  check_documents("held_out_scales", "authors", authors.author_of.size(), profiles.rows());
  check_documents("held_out_scales", "terms", terms.size(), profiles.rows());
  const auto known = authors.known_without(unknown_author);
  if (known.size() < 2) throw std::invalid_argument("held_out_scales: fewer than two documents of known author");
  scale_of_.assign(authors.author_of.size(), known.size());
  for (std::size_t i = 0; i < known.size(); ++i) scale_of_[static_cast<std::size_t>(known[i])] = i;
  std::vector<std::optional<document_scale>> made(known.size());
  parallel_for(known.size(), [&](std::size_t i) {
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

author_distances distances_to_authors(const dense_profiles& profiles, const authorship& authors,
                                      const held_out_scales& scales, attribution_rule rule) {
  const auto n = static_cast<Index>(authors.author_of.size());
  check_documents("distances_to_authors", "authors", authors.author_of.size(), profiles.rows());
  author_distances result{Eigen::MatrixXd::Constant(n, authors.n_authors, nan),
                          Eigen::MatrixXi::Constant(n, authors.n_authors, -1)};
  parallel_for(static_cast<std::size_t>(n), [&](std::size_t i) {
    const auto document = static_cast<Index>(i);
    if (rule == attribution_rule::nearest_profile) {
      to_nearest_profiles(profiles, authors, scales.of(document), document, result);
    } else {
      to_nearest_neighbours(profiles, authors, scales.of(document), document, result);
    }
  });
  return result;
}

mean_profiles profiles_without(const dense_profiles& profiles, const authorship& authors, Index left_out) {
  dense_profiles sums = dense_profiles::Zero(authors.n_authors, profiles.cols());
  std::vector<int> documents(static_cast<std::size_t>(authors.n_authors), 0);
  for (const Index row : authors.known_without(left_out)) {
    const int author = authors.author_of[static_cast<std::size_t>(row)];
    sums.row(author) += profiles.row(row);
    ++documents[static_cast<std::size_t>(author)];
  }
  mean_profiles result;
  for (int a = 0; a < authors.n_authors; ++a) {
    if (documents[static_cast<std::size_t>(a)] > 0) result.authors.push_back(a);
  }
  result.rows = sums(result.authors, Eigen::all);
  for (std::size_t i = 0; i < result.authors.size(); ++i) {
    result.rows.row(static_cast<Index>(i)) /= documents[static_cast<std::size_t>(result.authors[i])];
  }
  return result;
}

std::vector<int> ranked(const Eigen::VectorXd& distances) {
  std::vector<int> order(static_cast<std::size_t>(distances.size()));
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return is_less(distances[a], distances[b]); });
  return order;
}

std::optional<int> nearest_author(const Eigen::VectorXd& distances) {
  std::optional<int> best;
  for (int a = 0; a < distances.size(); ++a) {
    if (!std::isnan(distances[a]) && (!best || distances[a] < distances[*best])) best = a;
  }
  return best;
}

double margin(const Eigen::VectorXd& distances, int author) {
  double least = nan;
  for (int a = 0; a < distances.size(); ++a) {
    if (a != author && is_less(distances[a], least)) least = distances[a];
  }
  return least - distances[author];
}

}  // namespace isogloss::statistics
