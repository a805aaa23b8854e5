#include "isogloss/tokens/lexicon.hpp"

#include <gtest/gtest.h>

#include "support/errors.hpp"
#include "support/scratch.hpp"

namespace isogloss::tokens {
namespace {

using isogloss::testing::has_problem;
using isogloss::testing::problems_of;
using isogloss::testing::scratch_folder;
using strings = std::vector<std::string>;

lexicon read(const std::string& name, std::string_view content) {
  const scratch_folder folder;
  return read_lexicon(folder.write(name, content));
}
std::vector<problem> problems_in(std::string_view content, const std::string& name = "l.csv") {
  return problems_of([&] { return read(name, content); });
}

TEST(Lexicon, ReadsCategoriesPatternsAndWeights) {
  const auto l = read("stance.csv", "pattern,weight,category\nÜBER*,-1.5,b\nworkers’ council,+2,a\nanti-Soviet,0,b\n");
  EXPECT_EQ(l.name, "stance");
  EXPECT_EQ(l.categories, (strings{"b", "a"}));
  ASSERT_EQ(l.entries.size(), 3U);
  EXPECT_EQ(l.entries[0].words, strings{"über*"});
  EXPECT_EQ(l.entries[0].pattern, "ÜBER*");
  EXPECT_EQ(l.entries[0].weight, -1.5);
  EXPECT_EQ(l.entries[1].words, (strings{"workers", "council"}));
  EXPECT_EQ(l.entries[1].weight, 2);
  EXPECT_EQ(l.entries[1].category, 1U);
  EXPECT_EQ(l.entries[2].words, (strings{"anti", "soviet"}));
}

TEST(Lexicon, WeighsOneWhereNoWeightIsGiven) {
  EXPECT_EQ(read("l.csv", "category,pattern\na,x\n").entries[0].weight, 1);
}

TEST(Lexicon, ReportsEveryBadRow) {
  const auto problems = problems_in(
      "category,pattern,weight\na,x,1\na,,1\n,y,1\na,*,1\na,good "
      "??,1\na,X,2\na,z,many\na,w,\na,v,nan\na,u,inf\nb,x,1\n");
  EXPECT_EQ(problems.size(), 9U);
  EXPECT_TRUE(has_problem(problems, ":3", "is empty"));
  EXPECT_TRUE(has_problem(problems, ":4", "is empty"));
  EXPECT_TRUE(has_problem(problems, ":5", "\"*\" matches every word"));
  EXPECT_TRUE(has_problem(problems, ":6", "matches every word"));
  EXPECT_TRUE(has_problem(problems, ":7", "\"X\" stands twice in category \"a\""));
  for (const char* line : {":8", ":9", ":10", ":11"})
    EXPECT_TRUE(has_problem(problems, line, "is not a number")) << line;
}

TEST(Lexicon, RefusesANumberOfTwoSigns) {
  EXPECT_TRUE(has_problem(problems_in("category,pattern,weight\na,x,+-1\n"), ":2", "\"+-1\" is not a number"));
}

TEST(Lexicon, MustHaveEntriesAndColumns) {
  EXPECT_TRUE(has_problem(problems_in("category,pattern\n"), "l.csv", "no entries"));
  EXPECT_TRUE(has_problem(problems_in("category,word\na,x\n"), ":1", "no column \"pattern\""));
}

const std::string dic =
    "\xEF\xBB\xBF%\r\n1\tposemo (positive)\r\n2\tnegemo\r\n%\r\nhappy\t1\r\n\r\nabandon*\t2\r\nkind of\t1\t2\r\n";

TEST(LiwcDictionary, ReadsCategoriesByNumber) {
  const auto l = read("liwc.dic", dic);
  EXPECT_EQ(l.name, "liwc");
  EXPECT_EQ(l.categories, (strings{"posemo", "negemo"}));
  ASSERT_EQ(l.entries.size(), 4U);
  EXPECT_EQ(l.entries[1].words, strings{"abandon*"});
  EXPECT_EQ(l.entries[3].category, 1U);
  EXPECT_EQ(l.entries[3].words, (strings{"kind", "of"}));
  EXPECT_EQ(l.entries[0].weight, 1);
}

TEST(LiwcDictionary, TellsOfADictionaryWithoutASecondPercentSign) {
  EXPECT_TRUE(has_problem(problems_in("%\n1\tgood\nx\t1\n", "l.dic"), "l.dic", "second line \"%\""));
  EXPECT_TRUE(has_problem(problems_in("x\t1\n", "l.dic"), "l.dic", "second line \"%\""));
}

TEST(LiwcDictionary, ReportsEveryBadLine) {
  const auto problems = problems_in("early\n%\n1\tgood\n%\nx\t1\ny\t3\nz\nx\t1\n*\t1\n", "l.dic");
  EXPECT_EQ(problems.size(), 5U);
  EXPECT_TRUE(has_problem(problems, ":1", "stands before the categories"));
  EXPECT_TRUE(has_problem(problems, ":6", "category 3 is not declared"));
  EXPECT_TRUE(has_problem(problems, ":7", "names no category"));
  EXPECT_TRUE(has_problem(problems, ":8", "stands twice"));
  EXPECT_TRUE(has_problem(problems, ":9", "matches every word"));
}

TEST(Lexicons, HaveNamesOfTheirOwnAndReportAllThatIsWrong) {
  const scratch_folder folder;
  const auto first = folder.write("a/stance.csv", "category,pattern\na,x\n");
  const auto second = folder.write("b/stance.dic", "%\n1\tgood\n%\nx\t1\n");
  const auto broken = folder.write("b/broken.csv", "category,pattern\na,\n");
  const auto problems = problems_of([&] { return read_lexicons({first, second, broken}); });
  EXPECT_EQ(problems.size(), 2U);
  EXPECT_TRUE(has_problem(problems, "stance.dic", "second lexicon named \"stance\""));
  EXPECT_TRUE(has_problem(problems, "broken.csv:2", "is empty"));
  EXPECT_EQ(read_lexicons({second}).size(), 1U);
}

}  // namespace
}  // namespace isogloss::tokens
