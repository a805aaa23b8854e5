#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <sstream>

#include "support/program.hpp"

namespace isogloss::testing {
namespace {

namespace fs = std::filesystem;

const std::string federalist = "'" + (fs::path(ISOGLOSS_CORPUS) / "federalist").string() + "'";

outcome attribute(const std::string& more) {
  return run_isogloss("attribute " + federalist + " " + more, scratch_folder());
}

std::vector<std::string> cells(const std::string& line) {
  std::vector<std::string> result;
  std::istringstream text(line);
  for (std::string cell; std::getline(text, cell, ',');) result.push_back(cell);
  return result;
}

// Rows with the values of columns that have no commas.
std::vector<std::map<std::string, std::string>> rows(const std::string& csv) {
  std::istringstream text(csv);
  std::string line;
  std::getline(text, line);
  const auto header = cells(line);
  std::vector<std::map<std::string, std::string>> result;
  while (std::getline(text, line)) {
    const auto values = cells(line);
    auto& row = result.emplace_back();
    for (std::size_t i = 0; i < values.size(); ++i) row[header[i]] = values[i];
  }
  return result;
}

// Mosteller & Wallace (1964): all twelve are Madison's.
TEST(Federalist, HasTwelveDisputedPapersNearestToMadison) {
  const auto done = attribute("--table confusion");
  ASSERT_EQ(done.exit_code, 0) << done.err;
  EXPECT_NE(done.out.find("nearest-neighbour,burrows_delta,500,unknown,disputed,Madison,12\n"), std::string::npos)
      << done.out;
  EXPECT_NE(done.out.find("nearest-profile,burrows_delta,500,unknown,disputed,Madison,12\n"), std::string::npos)
      << done.out;
  EXPECT_EQ(done.err,
            "isogloss: nearest-neighbour, burrows_delta, 500 words: 62 of 70 documents of known author get their "
            "author when left out in turn\n"
            "isogloss: nearest-profile, burrows_delta, 500 words: 64 of 70 documents of known author get their "
            "author when left out in turn\n");
}

TEST(Federalist, HasTheLabelsOfMostellerAndWallace) {
  std::map<std::string, int> papers;
  for (const auto& row : rows(attribute("--method nearest-profile --replicates 0").out)) {
    if (row.at("rank") == "1") ++papers[row.at("author")];
  }
  EXPECT_EQ(papers, (std::map<std::string, int>{
                        {"Hamilton", 51}, {"Madison", 14}, {"Jay", 5}, {"joint", 3}, {"disputed", 12}}));
}

TEST(Federalist, IsMadisonsByTheImpostersWhereTheyAnswer) {
  int madison = 0;
  for (const auto& row : rows(attribute("--method imposters").out)) {
    if (row.at("author") != "disputed" || row.at("answer") != "same") continue;
    EXPECT_EQ(row.at("candidate"), "Madison") << row.at("document");
    ++madison;
  }
  EXPECT_EQ(madison, 9);
}

class AttributeCommand : public ::testing::TestWithParam<const char*> {};

TEST_P(AttributeCommand, GivesTheSameBytesWhateverTheThreads) {
  const std::string options = GetParam();
  const auto one = attribute(options + " --threads 1");
  ASSERT_EQ(one.exit_code, 0) << one.err;
  EXPECT_GT(rows(one.out).size(), 0U);
  EXPECT_EQ(one.out, attribute(options + " --threads 2").out);
  EXPECT_EQ(one.out, attribute(options + " --threads 7").out);
}

INSTANTIATE_TEST_SUITE_P(Methods, AttributeCommand,
                         ::testing::Values("--replicates 50", "--method nearest-profile --table accuracy",
                                           "--method imposters --iterations 20 --measure ruzicka",
                                           "--method imposters --iterations 20 --table calibration --open-set",
                                           "--method rolling --document no-18 --window-tokens 800"));

TEST(AttributeCommand, WritesTheTablesOfItsMethods) {
  const auto header = [](const std::string& options) {
    const auto out = attribute("--replicates 0 --quiet " + options).out;
    return out.substr(0, out.find('\n'));
  };
  EXPECT_EQ(header(""), "method,measure,terms,document,author,status,rank,candidate,distance,margin,nearest,support");
  EXPECT_EQ(header("--table accuracy"), "method,measure,terms,scope,author,documents,right,accuracy,low,high");
  EXPECT_EQ(header("--table confusion"), "method,measure,terms,status,author,candidate,documents");
  EXPECT_EQ(header("--method imposters --iterations 1"),
            "measure,terms,document,author,status,candidate,documents,imposters,score,answer,probability");
  EXPECT_EQ(header("--method imposters --iterations 1 --table calibration"),
            "measure,terms,set,same,different,area_under_curve,low,high,c_at_1,unanswered,intercept,slope");
  EXPECT_EQ(header("--method rolling"),
            "measure,terms,document,author,window,begin,end,unit,rank,candidate,distance,margin");
}

TEST(AttributeCommand, NamesWhatItCannotDo) {
  for (const char* options :
       {"--method guess", "--method imposters,rolling", "--method rolling --table confusion", "--table scores",
        "--author-by writer", "--measure chi_squared", "--measure delta", "--measure cosine,ruzicka", "--measure ''",
        "--where author=Jay", "--culling 101", "--method rolling --document nobody",
        "--method rolling --where author=Jay --where author=Madison", "--method imposters --iterations 0",
        "--method rolling --window-tokens 0", "--method rolling --step-tokens 0"}) {
    const auto done = attribute(options);
    EXPECT_EQ(done.exit_code, 2) << options;
    EXPECT_EQ(done.out, "") << options;
    EXPECT_NE(done.err.find("isogloss attribute: "), std::string::npos) << options << ": " << done.err;
  }
}

TEST(AttributeCommand, TakesWordsOfEveryScriptAndLinesOfEveryEnd) {
  const scratch_folder here;
  here.write("study/documents.csv", "document,author\r\na1,李\r\na2,李\r\nb1,עמוס\r\nb2,עמוס\r\nx,\r\n");
  here.write("study/texts/a1.txt", "我们 都 去 了。\r\n我们 又 来 了。\r\n");
  here.write("study/texts/a2.txt", "我们 都 来 了。\r\n");
  here.write("study/texts/b1.txt", "הספר על השולחן.\r\nקפה\r\n");
  here.write("study/texts/b2.txt", "הספר על הכיסא.\r\ncafe\u0301\r\n");
  here.write("study/texts/x.txt", "הספר על caf\u00e9.\r\n");
  const auto done = run_isogloss("attribute study --method nearest-profile --replicates 0 --measure ruzicka", here);
  ASSERT_EQ(done.exit_code, 0) << done.err;
  const auto found = rows(done.out);
  for (const auto& row : found) {
    if (row.at("document") == "x" && row.at("rank") == "1") {
      EXPECT_EQ(row.at("candidate"), "עמוס");
    }
  }
  EXPECT_EQ(found.size(), 10U);
}

void write_two_authors(const scratch_folder& here) {
  here.write("study/documents.csv", "document,author\na1,Ann\na2,Ann\nb1,Bob\nb2,Bob\n");
  here.write("study/texts/a1.txt", "We rely upon it while here. There we may go, and upon it we stay.");
  here.write("study/texts/a2.txt", "You rely upon us while there. Here you may go, and upon us you stay.");
  here.write("study/texts/b1.txt", "We count on it whilst here. There we can go, and on it we stay.");
  here.write("study/texts/b2.txt", "You count on us whilst there. Here you can go, and on us you stay.");
}

TEST(RunOfAuthors, WritesAttributionWhereTwoAuthorsHaveTwoDocuments) {
  const scratch_folder here;
  write_two_authors(here);
  const auto done = run_isogloss("run study -o out --replicates 0", here);
  ASSERT_EQ(done.exit_code, 0) << done.err;
  EXPECT_EQ(rows(here.read("out/attribution.csv")).size(), 2U * 4 * 2);
  EXPECT_NE(here.read("out/datapackage.json").find("attribution.csv"), std::string::npos);
  here.write("study/documents.csv", "document,author\na1,Ann\na2,Ann\nb1,Bob\nb2,Carl\n");
  const auto again = run_isogloss("run study -o out --replicates 0", here);
  EXPECT_EQ(again.exit_code, 0) << again.err;
  EXPECT_FALSE(fs::exists(here.path() / "out" / "attribution.csv"));
  EXPECT_NE(again.err.find("no attribution: it takes two authors of two documents or more, and column \"author\" has "
                           "one\n"),
            std::string::npos)
      << again.err;
}

TEST(CheckOfAuthors, SaysWhetherAuthorsCanBeAttributed) {
  const scratch_folder here;
  write_two_authors(here);
  EXPECT_NE(run_isogloss("check study", here).out.find("can run,attribute,"), std::string::npos);
  EXPECT_EQ(run_isogloss("check study --unknown Ann", here).exit_code, 2);  // an option of attribute and run
  EXPECT_EQ(run_isogloss("check study --where author=Ann", here).out.find("can run,attribute,"), std::string::npos);
}

}  // namespace
}  // namespace isogloss::testing
