#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace isogloss::testing {
namespace {

// Cells of these tables hold no commas and no quotes.
std::vector<std::vector<std::string>> rows_of(const std::string& path) {
  std::ifstream file(path);
  std::vector<std::vector<std::string>> rows;
  std::string line, cell;
  for (std::getline(file, line); std::getline(file, line);) {
    std::istringstream cells(line);
    auto& row = rows.emplace_back();
    while (std::getline(cells, cell, ',')) row.push_back(cell);
  }
  return rows;
}

struct tally {
  int right = 0;
  int judged = 0;
};

class LexiconValidation : public ::testing::TestWithParam<const char*> {};

TEST_P(LexiconValidation, NoShippedEntryIsWrongMoreOftenThanFourTimesInTen) {
  const std::string study = std::string(ISOGLOSS_CORPUS "/") + GetParam();
  std::map<std::vector<std::string>, tally> entries;
  std::set<std::vector<std::string>> places;
  for (const auto& row : rows_of(study + "/validation/hits.csv")) {
    ASSERT_EQ(row.size(), 8U);
    ASSERT_TRUE(row[7] == "0" || row[7] == "1") << row[7];
    // A hit may be drawn more than once.
    if (!places.insert({row.begin(), row.begin() + 5}).second) continue;
    tally& t = entries[{row.begin(), row.begin() + 3}];
    t.right += row[7] == "1";
    ++t.judged;
  }
  std::size_t enough = 0;
  for (const auto& [entry, t] : entries) {
    if (t.judged < 3) continue;
    ++enough;
    if (10 * t.right >= 6 * t.judged) continue;
    for (const auto& row : rows_of(study + "/lexicons/" + entry[0] + ".csv")) {
      EXPECT_FALSE(row[0] == entry[1] && row[1] == entry[2]) << entry[0] << ' ' << entry[1] << ' ' << entry[2];
    }
  }
  EXPECT_GT(enough, 15U);
}

INSTANTIATE_TEST_SUITE_P(Shipped, LexiconValidation, ::testing::Values("soviet-accounts", "tramway-debate"));

}  // namespace
}  // namespace isogloss::testing
