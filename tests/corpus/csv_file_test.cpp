#include "isogloss/corpus/csv_file.hpp"

#include <gtest/gtest.h>

#include "support/errors.hpp"
#include "support/scratch.hpp"

namespace isogloss::corpus {
namespace {

using isogloss::testing::has_problem;
using isogloss::testing::problems_of;
using isogloss::testing::scratch_folder;
using strings = std::vector<std::string>;

csv_file read(std::string_view content) {
  const scratch_folder folder;
  return csv_file(folder.write("a.csv", content));
}

std::vector<problem> problems_in(std::string_view content) {
  return problems_of([&] { return read(content); });
}

TEST(CsvFile, ReadsHeaderAndRows) {
  const csv_file file = read("document,year\nŁódź,1905\nb,\n");
  EXPECT_EQ(file.header(), (strings{"document", "year"}));
  ASSERT_EQ(file.rows().size(), 2U);
  EXPECT_EQ(file.rows()[0].cells, (strings{"Łódź", "1905"}));
  EXPECT_EQ(file.rows()[1].cells, (strings{"b", ""}));
  EXPECT_EQ(file.rows()[1].line, 3U);
}

TEST(CsvFile, UnquotesCommasQuotesAndLineBreaks) {
  const csv_file file = read("a,b\n\"x, y\",\"say \"\"no\"\"\"\n\"two\nlines\",\"\"\n\"\"\"\",z\n");
  ASSERT_EQ(file.rows().size(), 3U);
  EXPECT_EQ(file.rows()[0].cells, (strings{"x, y", "say \"no\""}));
  EXPECT_EQ(file.rows()[1].cells, (strings{"two\nlines", ""}));
  EXPECT_EQ(file.rows()[2].cells, (strings{"\"", "z"}));
  EXPECT_EQ(file.rows()[2].line, 5U);
}

TEST(CsvFile, TakesWindowsLineEndsAndAByteOrderMark) {
  const csv_file file = read("\xEF\xBB\xBF\"a\",b\r\n1,\"2\"\r\n\"x\r\ny\",\r\n");
  EXPECT_EQ(file.header(), (strings{"a", "b"}));
  EXPECT_EQ(file.rows()[0].cells, (strings{"1", "2"}));
  EXPECT_EQ(file.rows()[1].cells, (strings{"x\r\ny", ""}));
}

TEST(CsvFile, PassesOverBlankLinesAndKeepsTheirNumbers) {
  const csv_file file = read("a,b\n\n1,2\r\n\r\n\n3,4");
  ASSERT_EQ(file.rows().size(), 2U);
  EXPECT_EQ(file.rows()[0].line, 3U);
  EXPECT_EQ(file.rows()[1].line, 6U);
}

TEST(CsvFile, EndsWithOrWithoutALineFeed) {
  for (const char* content : {"a,b\n1,", "a,b\n1,\n", "a,b\n1,\r\n", "a,b\n1,\"\"", "a,b\n1,\"\"\r"}) {
    EXPECT_EQ(read(content).rows().at(0).cells, (strings{"1", ""})) << content;
  }
}

TEST(CsvFile, KeepsSpacesAndLoneQuotesInPlainCells) {
  EXPECT_EQ(read("a,b\n x , 5\" long\n").rows()[0].cells, (strings{" x ", " 5\" long"}));
}

TEST(CsvFile, FindsColumnsByName) {
  const csv_file file = read("document,year\na,1\n");
  EXPECT_EQ(file.column("year"), 1U);
  EXPECT_FALSE(file.find_column("Year"));
  const auto problems = problems_of([&] { return file.column("author"); });
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_TRUE(problems[0].where.ends_with("a.csv:1"));
  EXPECT_EQ(problems[0].remedy, "It has: document, year.");
}

TEST(CsvFile, RefusesAnEmptyFile) {
  EXPECT_TRUE(has_problem(problems_in(""), "a.csv", "is empty"));
  EXPECT_TRUE(has_problem(problems_in("\xEF\xBB\xBF\r\n\n"), "a.csv", "is empty"));
}

TEST(CsvFile, TakesAHeaderWithoutRows) {
  EXPECT_TRUE(read("a,b\n").rows().empty());
}

TEST(CsvFile, SaysWhereAQuoteWasOpened) {
  const auto problems = problems_in("a,b\n1,2\n3,\"x\n4,5\n6,7\n");
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_TRUE(has_problem(problems, ":3", "never closed"));
}

TEST(CsvFile, SaysWhereTextFollowsAQuote) {
  const auto problems = problems_in("a,b\n\"x\"y,2\n1,2\n\"two\nlines\" ,3\n");
  EXPECT_EQ(problems.size(), 2U);
  EXPECT_TRUE(has_problem(problems, ":2", "\"y\" stands after a closing quote"));
  EXPECT_TRUE(has_problem(problems, ":5", "stands after a closing quote"));
}

TEST(CsvFile, CountsTheCellsOfEveryRow) {
  const auto problems = problems_in("a,b\n1\n\"x\ny\",2\n1,2,3\n1,2\n");
  EXPECT_EQ(problems.size(), 2U);
  EXPECT_TRUE(has_problem(problems, ":2", "has 1 cells, but the header has 2"));
  EXPECT_TRUE(has_problem(problems, ":5", "has 3 cells"));
}

TEST(CsvFile, ReportsEveryMalformedRowAtOnce) {
  const auto problems = problems_in("a,b\n\"x\"y,2\n1\n3,\"open\n");
  EXPECT_TRUE(has_problem(problems, ":2", "after a closing quote"));
  EXPECT_TRUE(has_problem(problems, ":3", "has 1 cells"));
  EXPECT_TRUE(has_problem(problems, ":4", "never closed"));
}

TEST(CsvFile, RefusesAColumnTwice) {
  EXPECT_TRUE(has_problem(problems_in("a,b,a\n"), ":1", "column \"a\" stands twice"));
}

TEST(CsvFile, GuessesAnotherSeparator) {
  EXPECT_TRUE(has_problem(problems_in("a;b\n1;2\n"), ":1", "semicolons"));
  EXPECT_TRUE(has_problem(problems_in("a\tb\n1\t2\n"), ":1", "tabs"));
}

TEST(CsvFile, MustBeUtf8) {
  EXPECT_TRUE(has_problem(problems_in("a,b\n1,caf\xE9\n"), ":2", "0xE9"));
}

TEST(Join, WritesASeparatorBetween) {
  EXPECT_EQ(join({}), "");
  EXPECT_EQ(join({"a"}), "a");
  EXPECT_EQ(join({"a", "b", "c"}), "a, b, c");
  EXPECT_EQ(join({"a", "b"}, "/"), "a/b");
}

}  // namespace
}  // namespace isogloss::corpus
