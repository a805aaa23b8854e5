#include "matrix_checks.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <stdexcept>

namespace isogloss::statistics {

namespace {

std::string at(Eigen::Index row, Eigen::Index column) {
  return std::string("(").append(std::to_string(row)).append(", ").append(std::to_string(column)).append(")");
}

}  // namespace

std::string shown(double value) {
  std::array<char, 32> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
  return {text.data(), end};
}

void check_has_rows(std::string_view function, std::string_view what, Eigen::Index rows) {
  if (rows > 0) return;
  throw std::invalid_argument(std::string(function) + ": " + std::string(what) +
                              " has 0 rows, but must have at least 1");
}

void check_finite(std::string_view function, std::string_view what, const Eigen::MatrixXd& values) {
  for (Eigen::Index j = 0; j < values.cols(); ++j) {
    for (Eigen::Index i = 0; i < values.rows(); ++i) {
      if (std::isfinite(values(i, j))) continue;
      throw std::domain_error(std::string(function) + ": " + std::string(what) + at(i, j) + " is " +
                              shown(values(i, j)) + ", but must be finite");
    }
  }
}

void check_distances(std::string_view function, const Eigen::MatrixXd& distances) {
  check_has_rows(function, "distances", distances.rows());
  if (distances.rows() != distances.cols()) {
    throw std::invalid_argument(std::string(function) + ": distances is " + std::to_string(distances.rows()) + " x " +
                                std::to_string(distances.cols()) + ", but must be square");
  }
  for (Eigen::Index j = 0; j < distances.cols(); ++j) {
    for (Eigen::Index i = j + 1; i < distances.rows(); ++i) {
      if (std::isfinite(distances(i, j)) && distances(i, j) >= 0) continue;
      throw std::domain_error(std::string(function) + ": distances" + at(i, j) + " is " + shown(distances(i, j)) +
                              ", but must be finite and not negative");
    }
  }
}

void check_one_each(std::string_view function, std::string_view what, std::size_t have, std::size_t want) {
  if (have == want) return;
  throw std::invalid_argument(std::string(function) + ": " + std::string(what) + " has " + std::to_string(have) +
                              " values, but must have " + std::to_string(want) + ", one per document");
}

}  // namespace isogloss::statistics
