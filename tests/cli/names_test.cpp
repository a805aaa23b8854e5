#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "isogloss/corpus/csv_file.hpp"
#include "support/program.hpp"

namespace isogloss::testing {
namespace {

namespace fs = std::filesystem;

// The distinct cells of a column, in order.
std::vector<std::string> column(const fs::path& file, const std::string& name) {
  const corpus::csv_file csv(file);
  std::vector<std::string> cells;
  for (const auto& row : csv.rows()) {
    const std::string& cell = row.cells[csv.column(name)];
    if (std::find(cells.begin(), cells.end(), cell) == cells.end()) cells.push_back(cell);
  }
  return cells;
}

const std::vector<std::string> odd_names = {"Smith, J. \"Jo\"", "  blanks  ", "l'été; 2", "tab\there"};
const std::vector<std::string> odd_groups = {"left, of course", "\"right\""};

void write_study(const scratch_folder& here, const std::string& second_line = "") {
  here.write("study/documents.csv",
             "document,file,side\n"
             "\"Smith, J. \"\"Jo\"\"\",a.txt,\"left, of course\"\n"
             "\"  blanks  \",b.txt,\"\"\"right\"\"\"\n"
             "l'été; 2,c.txt,\"left, of course\"\n"
             "tab\there,d.txt,\"\"\"right\"\"\"\n" +
                 second_line);
  here.write("study/a.txt", "The fox is red, and the fox sleeps.");
  here.write("study/b.txt", "No hen is red. The hen sleeps.");
  here.write("study/c.txt", "The red fox runs. A fox is quick.");
  here.write("study/d.txt", "A hen of the house. The hen is quick.");
  here.write("study/e.txt", "An owl of the house. The owl is quick.");
}

TEST(OddNames, ComeBackFromEveryTableOfARun) {
  const scratch_folder here;
  write_study(here);
  const auto done = run_isogloss("run study --group-by side --replicates 0 -o out", here);
  ASSERT_EQ(done.exit_code, 0) << done.err;
  const fs::path out = here.path() / "out";
  EXPECT_EQ(column(out / "documents.csv", "document"), odd_names);
  EXPECT_EQ(column(out / "documents.csv", "group"), odd_groups);
  EXPECT_EQ(column(out / "frequencies.csv", "document"), odd_names);
  EXPECT_EQ(column(out / "clusters.csv", "document"), odd_names);
  std::vector<std::string> header = corpus::csv_file(out / "similarity-style.csv").header();
  header.erase(header.begin());
  EXPECT_EQ(header, odd_names);
}

TEST(OddNames, ComeBackFromTsvAndJson) {
  const scratch_folder here;
  write_study(here);
  const auto rows = nlohmann::json::parse(run_isogloss("frequencies study --format json", here).out);
  std::set<std::string> names;
  for (const auto& row : rows) names.insert(row["document"]);
  EXPECT_EQ(names, std::set<std::string>(odd_names.begin(), odd_names.end()));
  EXPECT_NE(run_isogloss("frequencies study --format tsv", here).out.find("\n\"tab\there\"\t"), std::string::npos);
}

TEST(OddNames, CanBeGroupedAndChosenBy) {
  const scratch_folder here;
  write_study(here);
  ASSERT_EQ(run_isogloss("frequencies study --where 'side=left, of course' -o f.csv", here).exit_code, 0);
  EXPECT_EQ(column(here.path() / "f.csv", "document"), (std::vector<std::string>{odd_names[0], odd_names[2]}));
}

TEST(OddNames, ComeBackFromFeatures) {
  const scratch_folder here;
  write_study(here);
  ASSERT_EQ(run_isogloss("extract study -o features", here).exit_code, 0);
  const auto of_features = run_isogloss("frequencies features", here);
  EXPECT_EQ(of_features.exit_code, 0) << of_features.err;
  EXPECT_EQ(of_features.out, run_isogloss("frequencies study", here).out);
}

TEST(ANameOfTwoLines, ComesBackFromTables) {
  const scratch_folder here;
  write_study(here, "\"two\nlines\",e.txt,x\n");
  ASSERT_EQ(run_isogloss("run study --replicates 0 -o out", here).exit_code, 0);
  EXPECT_EQ(column(here.path() / "out" / "frequencies.csv", "document").back(), "two\nlines");
}

// What features.csv cannot hold is refused when it would be written, not when it is read.
void expect_refusal_or_the_same(const scratch_folder& here, const std::string& options) {
  const auto extracted = run_isogloss("extract study -o features" + options, here);
  if (extracted.exit_code == 2) return;
  ASSERT_EQ(extracted.exit_code, 0) << extracted.err;
  const auto of_features = run_isogloss("frequencies features", here);
  EXPECT_EQ(of_features.exit_code, 0) << of_features.err;
  EXPECT_EQ(of_features.out, run_isogloss("frequencies study" + options, here).out);
}

TEST(ANameOfTwoLines, ComesBackFromFeaturesOrIsRefused) {
  const scratch_folder here;
  write_study(here, "\"two\nlines\",e.txt,x\n");
  expect_refusal_or_the_same(here, "");
}

TEST(OddTerms, WithCommasAndQuotesComeBack) {
  const scratch_folder here;
  here.write("study/a.txt", "red, \"fox\" red, plain\n");
  ASSERT_EQ(run_isogloss("frequencies study --token-pattern '\\S+' -o f.csv", here).exit_code, 0);
  EXPECT_EQ(here.read("f.csv"),
            "document,term,count,relative_frequency,rank\na,\"red,\",2,0.5,1\na,\"\"\"fox\"\"\",1,0.25,2\na,plain,1,0."
            "25,2\n");
}

TEST(OddTerms, WithCommasAndQuotesComeBackFromFeatures) {
  const scratch_folder here;
  here.write("study/a.txt", "red, \"fox\" red, \"a,b\" \"\n");
  const std::string pattern = " --token-pattern '\\S+'";
  ASSERT_EQ(run_isogloss("extract study -o features" + pattern, here).exit_code, 0);
  const auto of_features = run_isogloss("frequencies features --keep-numbers", here);
  EXPECT_EQ(of_features.exit_code, 0) << of_features.err;
  EXPECT_EQ(of_features.out, run_isogloss("frequencies study" + pattern, here).out);
}

TEST(OddTerms, OfTwoLinesComeBackFromFeaturesOrAreRefused) {
  const scratch_folder here;
  here.write("study/a.txt", "red\nfox hen\n");
  expect_refusal_or_the_same(here, " --token-pattern '(?s).{7}'");
}

TEST(AStudy, MayHaveBlanksAndQuotesInItsName) {
  const scratch_folder here;
  here.write("my \"study\", one/a.txt", "A fox.");
  here.write("my \"study\", one/b.txt", "A hen.");
  const auto done = run_isogloss("run 'my \"study\", one' --replicates 0", here);
  EXPECT_EQ(done.exit_code, 0) << done.err;
  const auto record = nlohmann::json::parse(here.read("outputs/my \"study\", one/run.json"));
  EXPECT_EQ(record["study"], "my \"study\", one");
}

TEST(AStudy, MayBeOneFile) {
  const scratch_folder here;
  here.write("only.txt", "A fox. The fox.");
  EXPECT_EQ(run_isogloss("frequencies only.txt", here).out,
            "document,term,count,relative_frequency,rank\nonly,fox,2,0.5,1\nonly,a,1,0.25,2\nonly,the,1,0.25,2\n");
  const auto done = run_isogloss("run only.txt", here);
  EXPECT_EQ(done.exit_code, 0) << done.err;
  EXPECT_NE(done.err.find("no similarity and no clusters"), std::string::npos) << done.err;
  const auto record = nlohmann::json::parse(here.read("outputs/only/run.json"));
  EXPECT_EQ(record["inputs"][0]["path"], "only.txt");
}

}  // namespace
}  // namespace isogloss::testing
