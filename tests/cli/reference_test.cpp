#include <gtest/gtest.h>

#include <charconv>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>
#include <vector>

#include "support/program.hpp"

namespace isogloss::testing {
namespace {

std::optional<double> number(const std::string& cell) {
  double value = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (error != std::errc{} || end != cell.data() + cell.size()) return std::nullopt;
  return value;
}

std::vector<std::string> cells(const std::string& line) {
  std::vector<std::string> result;
  std::string cell;
  for (const char c : line) {
    // Newick has its own separators.
    if (std::string_view(",():;").find(c) == std::string_view::npos) {
      cell += c;
    } else {
      result.push_back(std::exchange(cell, {}));
    }
  }
  result.push_back(cell);
  return result;
}

// Text to the letter; numbers to 1e-9, because the C library's log and exp may differ in the last digit between
// machines.
void expect_same(const std::string& line, const std::string& expected, const std::string& where) {
  const auto have = cells(line);
  const auto want = cells(expected);
  ASSERT_EQ(have.size(), want.size()) << where;
  for (std::size_t i = 0; i < want.size(); ++i) {
    const auto a = number(have[i]);
    const auto b = number(want[i]);
    if (a && b) {
      EXPECT_NEAR(*a, *b, 1e-9 * std::max(1.0, std::abs(*b))) << where;
    } else {
      EXPECT_EQ(have[i], want[i]) << where;
    }
  }
}

TEST(Reference, TheDemoWritesWhatOutputsReferenceHolds) {
  const scratch_folder folder;
  const auto run = run_isogloss("run '" ISOGLOSS_CORPUS "/soviet-accounts' -o demo", folder);
  ASSERT_EQ(run.exit_code, 0) << run.err;
  const std::filesystem::path reference = ISOGLOSS_SOURCE "/outputs/reference/soviet-accounts";
  std::size_t n_files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(reference)) {
    const std::string name = entry.path().filename().string();
    std::istringstream have(folder.read("demo/" + name));
    std::ifstream want(entry.path());
    std::string line, expected;
    for (std::size_t n = 1; std::getline(want, expected); ++n) {
      ASSERT_TRUE(std::getline(have, line)) << name << " ends before line " << n;
      expect_same(line, expected, name + ":" + std::to_string(n));
    }
    EXPECT_FALSE(std::getline(have, line)) << name << " has lines more than the reference";
    ++n_files;
  }
  EXPECT_GE(n_files, 10U);
}

}  // namespace
}  // namespace isogloss::testing
