#include <gtest/gtest.h>

#include <sstream>

#include "support/program.hpp"

namespace isogloss::testing {
namespace {

std::string readme() {
  std::ifstream file(ISOGLOSS_SOURCE "/README.md");
  return {std::istreambuf_iterator<char>(file), {}};
}

TEST(Readme, ShowsWhatTheDemoPrints) {
  const scratch_folder folder;
  const auto run = run_isogloss("run '" ISOGLOSS_CORPUS "/soviet-accounts' -o demo", folder);
  ASSERT_EQ(run.exit_code, 0) << run.err;
  const std::string lines = (folder.path() / "lines").string();
  ASSERT_EQ(std::system(("'" ISOGLOSS_SOURCE "/tools/telling-lines' '" + (folder.path() / "demo").string() + "' > '" +
                         lines + "'")
                            .c_str()),
            0);
  std::istringstream printed(folder.read("lines"));
  std::size_t n = 0;
  for (std::string line; std::getline(printed, line); ++n)
    EXPECT_NE(readme().find(line + '\n'), std::string::npos) << line;
  EXPECT_EQ(n, 3U);
  std::size_t n_tables = 0;
  for (const auto& file : std::filesystem::directory_iterator(folder.path() / "demo"))
    n_tables += file.path().extension() == ".csv" ? 1 : 0;
  EXPECT_NE(readme().find("(" + std::to_string(n_tables) + " tables;"), std::string::npos) << n_tables;
}

TEST(Readme, ShowsTheTableItsCommandWrites) {
  const scratch_folder folder;
  const auto run = run_isogloss("tfidf '" ISOGLOSS_CORPUS "/soviet-accounts' --top 3", folder);
  ASSERT_EQ(run.exit_code, 0) << run.err;
  std::istringstream rows(run.out);
  std::string shown, row;
  for (int i = 0; i < 7 && std::getline(rows, row); ++i) shown += row + '\n';
  EXPECT_NE(readme().find(shown), std::string::npos) << shown;
}

}  // namespace
}  // namespace isogloss::testing
