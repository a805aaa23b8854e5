#include "isogloss/statistics/attribution.hpp"

#include "matrix_checks.hpp"

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

author_distances distances_to_authors(const dense_profiles& profiles, const authorship& authors,
                                      const held_out_scales& scales, attribution_rule rule) {
  const auto n = static_cast<Index>(authors.author_of.size());
  check_one_each("distances_to_authors", "authors", authors.author_of.size(),
                 static_cast<std::size_t>(profiles.rows()));
  author_distances result{Eigen::MatrixXd::Constant(n, authors.n_authors, nan),
                          Eigen::MatrixXi::Constant(n, authors.n_authors, -1)};
  parallel_for(static_cast<std::size_t>(n), {"measuring distances to authors", "documents"}, [&](std::size_t i) {
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
