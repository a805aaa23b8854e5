#pragma once

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <limits>
#include <map>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

/// Tables of tests/golden: a heading, plain commas, no quotes; NA where a measure was not tabulated.
namespace golden {

class row {
 public:
  explicit row(std::map<std::string, std::string> cells) : cells_(std::move(cells)) {}

  [[nodiscard]] const std::string& text(const std::string& column) const { return cells_.at(column); }
  [[nodiscard]] bool has(const std::string& column) const { return text(column) != "NA"; }
  [[nodiscard]] double number(const std::string& column) const {
    const std::string& cell = text(column);
    std::size_t read = 0;
    const double value = std::stod(cell, &read);  // also Inf, -Inf, NaN
    if (read != cell.size()) throw std::runtime_error("golden: no number: " + cell);
    return value;
  }

 private:
  std::map<std::string, std::string> cells_;
};

inline std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells;
  std::istringstream stream(line);
  for (std::string cell; std::getline(stream, cell, ',');) cells.push_back(cell);
  return cells;
}

/// Throws where the file is missing or empty, so that no test passes for want of data.
inline std::vector<row> table(const std::string& name) {
  std::ifstream file(std::string(ISOGLOSS_TEST_DATA) + "/golden/" + name);
  std::string line;
  if (!std::getline(file, line)) throw std::runtime_error("golden: cannot read " + name);
  const std::vector<std::string> heading = cells_of(line);
  std::vector<row> rows;
  while (std::getline(file, line)) {
    const std::vector<std::string> cells = cells_of(line);
    if (cells.size() != heading.size()) throw std::runtime_error("golden: " + name + ": " + line);
    std::map<std::string, std::string> named;
    for (std::size_t i = 0; i < cells.size(); ++i) named[heading[i]] = cells[i];
    rows.emplace_back(std::move(named));
  }
  if (rows.empty()) throw std::runtime_error("golden: no rows in " + name);
  return rows;
}

struct tolerance {
  double relative = 0.0;
  double absolute = 0.0;
};

/// Equal, both NaN, or within relative * |expected| + absolute.
inline testing::AssertionResult close(double actual, double expected, tolerance allowed) {
  if (actual == expected || (std::isnan(actual) && std::isnan(expected))) return testing::AssertionSuccess();
  const double difference = std::abs(actual - expected);
  if (difference <= allowed.relative * std::abs(expected) + allowed.absolute) return testing::AssertionSuccess();
  return testing::AssertionFailure() << std::scientific << actual << " is " << difference << " away from " << expected
                                     << " (relative " << difference / std::abs(expected) << ")";
}

}  // namespace golden

/// The call throws std::domain_error, in exactly these words.
#define EXPECT_DOMAIN_ERROR(call, words)     \
  try {                                      \
    static_cast<void>(call);                 \
    ADD_FAILURE() << "nothing was thrown";   \
  } catch (const std::domain_error& error) { \
    EXPECT_STREQ(error.what(), words);       \
  }                                          \
  static_assert(true)
