#pragma once

#include <Eigen/Core>

#include <string>
#include <string_view>

namespace isogloss::statistics {

/// A number as messages show it: the shortest text that reads back the same.
[[nodiscard]] std::string shown(double value);

/// @throws std::invalid_argument  "function: profiles has 0 rows, but must have at least 1"
void check_has_rows(std::string_view function, std::string_view what, Eigen::Index rows);

/// @throws std::domain_error  "function: profiles(2, 5) is nan, but must be finite"
void check_finite(std::string_view function, std::string_view what, const Eigen::MatrixXd& values);

/// Square, with at least one row; finite and not negative below the diagonal.
/// @throws std::invalid_argument, std::domain_error
void check_distances(std::string_view function, const Eigen::MatrixXd& distances);

/// @throws std::invalid_argument  "function: labels has 3 values, but must have 5, one per document"
void check_one_each(std::string_view function, std::string_view what, std::size_t have, std::size_t want);

}  // namespace isogloss::statistics
