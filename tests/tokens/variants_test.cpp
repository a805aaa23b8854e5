#include "isogloss/tokens/variants.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

#include "support/errors.hpp"
#include "support/scratch.hpp"

namespace isogloss::tokens {
namespace {

using isogloss::testing::has_problem;
using isogloss::testing::problems_of;
using isogloss::testing::scratch_folder;

variant_map read(std::string_view content, spelling preferred = spelling::british) {
  const scratch_folder folder;
  return read_variants(folder.write("variants.csv", content), preferred);
}

std::vector<problem> problems_in(std::string_view content) {
  return problems_of([&] { return read(content); });
}

// In the form of varcon.txt, made up for this test after its README.
const std::string varcon =
    "# colour <verified> (level 10)\n"
    "A Cv: color / B C: colour\n"
    "A Cv: color's / B C: colour's  # a note\n"
    "\n"
    "# recognize (level 20)\r\n"
    "A Z: recognize / B: recognise\r\n"
    "# prize\n"
    "A B: prize | reward\n"
    "A C: prize / B: prise | otherwise\n"
    "# levels\n"
    "A B: wagon / Bv: waggon / BV: wagen / A-: wagan / Bx: wagun / _: wagonn / B.: vagon\n"
    "# two terms\n"
    "A: mold / B: mould\n"
    "A: mold / B: moulde\n";

TEST(Variants, AreReadFoldedFromACsv) {
  const auto v = read("\xEF\xBB\xBFterm,variant\r\nСССР,Совдепия\r\ncan't,CAN’NT\r\n");
  EXPECT_EQ(v.at("совдепия"), "ссср");
  EXPECT_EQ(v.at("can'nt"), "can't");
}

TEST(Variants, FollowChainsToTheirEnd) {
  const auto v = read("variant,term\na,b\nb,c\nc,d\nx,X\n");
  EXPECT_EQ(v, (variant_map{{"a", "d"}, {"b", "d"}, {"c", "d"}}));
}

TEST(Variants, RefuseCircles) {
  EXPECT_TRUE(has_problem(problems_in("variant,term\na,b\nb,a\n"), "variants.csv", "a variant of itself"));
  EXPECT_TRUE(has_problem(problems_in("variant,term\nz,a\na,b\nb,c\nc,a\n"), "variants.csv", "a variant of itself"));
}

TEST(Variants, ReportEveryBadRow) {
  const auto problems = problems_in("variant,term\na,\n,b\nc,d\nC,e\nc,D\n");
  EXPECT_EQ(problems.size(), 3U);
  EXPECT_TRUE(has_problem(problems, ":2", "is empty"));
  EXPECT_TRUE(has_problem(problems, ":3", "is empty"));
  EXPECT_TRUE(has_problem(problems, ":5", "\"c\" is a variant of \"d\" already"));
  EXPECT_TRUE(has_problem(problems_in("from,to\na,b\n"), ":1", "no column \"variant\""));
}

TEST(VarCon, MapsTowardsTheSpellingPreferred) {
  const auto british = read(varcon, spelling::british);
  EXPECT_EQ(british.at("color"), "colour");
  EXPECT_EQ(british.at("color's"), "colour's");
  EXPECT_EQ(british.at("recognize"), "recognise");
  const auto american = read(varcon, spelling::american);
  EXPECT_EQ(american.at("colour"), "color");
  EXPECT_EQ(american.at("recognise"), "recognize");
}

TEST(VarCon, FallsBackAsItsReadmeSays) {
  const auto oxford = read(varcon, spelling::british_ize);
  EXPECT_EQ(oxford.at("recognise"), "recognize");
  EXPECT_EQ(oxford.at("color"), "colour");
  EXPECT_EQ(read(varcon, spelling::canadian).at("recognise"), "recognize");
  EXPECT_EQ(read(varcon, spelling::canadian).at("color"), "colour");
  EXPECT_EQ(read(varcon, spelling::australian).at("recognize"), "recognise");
}

TEST(VarCon, LeavesOutSeldomAndDoubtfulForms) {
  const auto v = read(varcon);
  EXPECT_EQ(v.at("waggon"), "wagon");
  EXPECT_EQ(v.at("wagonn"), "wagon");
  EXPECT_EQ(v.at("vagon"), "wagon");
  for (const char* form : {"wagen", "wagan", "wagun", "wagon"}) EXPECT_FALSE(v.contains(form)) << form;
}

TEST(VarCon, LeavesOutWhatDependsOnTheSenseOrHasTwoTerms) {
  const auto v = read(varcon);
  for (const char* form : {"prize", "prise", "mold"}) EXPECT_FALSE(v.contains(form)) << form;
}

TEST(VarCon, SaysWhichLineIsMalformed) {
  EXPECT_TRUE(has_problem(problems_in("# a\nA: color / colour\n"), ":2", "\"colour\" is not in VarCon's form"));
}

TEST(VarCon, MayBeginWithAByteOrderMark) {
  EXPECT_EQ(read("\xEF\xBB\xBF" + varcon).at("color"), "colour");
}

TEST(VarCon, OfTheWholeListHoldsPlainWordsThatAreNoVariantsThemselves) {
  const char* const named = std::getenv("ISOGLOSS_VARCON");
  if (named == nullptr) GTEST_SKIP() << "ISOGLOSS_VARCON names no varcon.txt";
  const std::filesystem::path list = named;
  for (const auto preferred : {spelling::british, spelling::american, spelling::canadian}) {
    const auto v = read_variants(list, preferred);
    EXPECT_GT(v.size(), 5000U);
    for (const auto& [variant, term] : v) {
      ASSERT_EQ((variant + term).find_first_of(" :|/#<>"), std::string::npos) << variant << " -> " << term;
      ASSERT_FALSE(v.contains(term)) << variant << " -> " << term;
    }
  }
}

TEST(Spelling, IsKnownByName) {
  EXPECT_EQ(spelling_from("british-ize"), spelling::british_ize);
  EXPECT_TRUE(has_problem(problems_of([] { return spelling_from("scottish"); }), "--spelling", "\"scottish\""));
}

}  // namespace
}  // namespace isogloss::tokens
