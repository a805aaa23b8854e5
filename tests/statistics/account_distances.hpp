#pragma once

#include "accounts.hpp"

#include "isogloss/statistics/distances.hpp"
#include "isogloss/statistics/hierarchical_clustering.hpp"

// The distances and trees of the clustering tables.
namespace accounts {

inline Eigen::MatrixXd distances(const std::string& name) {
  namespace statistics = isogloss::statistics;
  using statistics::measure;
  if (name == "cosine_delta_500") return statistics::distances(most_frequent("500"), measure::cosine_delta);
  if (name == "euclidean_z500") return statistics::distances(most_frequent("500"), measure::quadratic_delta);
  if (name == "euclidean_relative") return statistics::distances(frequencies(), measure::euclidean);
  throw std::runtime_error("no distance " + name);
}

/// The tree of a row of hclust.csv: its method may end in "_squared".
inline std::vector<isogloss::statistics::merge> tree(const std::string& distance, const std::string& method) {
  const auto squared = method.find("_squared");
  const Eigen::MatrixXd d = distances(distance);
  const auto linkage = isogloss::statistics::linkage_from(method.substr(0, squared)).value();
  const bool plain = squared == std::string::npos;
  return isogloss::statistics::hierarchical_clustering(plain ? d : Eigen::MatrixXd(d.cwiseAbs2()), linkage);
}

}  // namespace accounts
