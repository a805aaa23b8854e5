#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/program.hpp"

namespace isogloss::testing {
namespace {

using ::testing::HasSubstr;

// "é" is bytes 7 and 8 of a.txt, which has 39 bytes.
void write_study(const scratch_folder& here, const std::string& zones) {
  here.write("study/documents.csv", "document\na\nb\n");
  here.write("study/a.txt", "The café is red, he said. It is quick.");
  here.write("study/b.txt", "No hen is quick, and no house is safe.");
  here.write("study/zones.csv", "document,begin,end,zone,speaker\n" + zones);
}

std::string refused(const std::string& zones) {
  const scratch_folder here;
  write_study(here, zones);
  const auto result = run_isogloss("tokens study", here);
  EXPECT_EQ(result.exit_code, 2);
  EXPECT_EQ(result.out, "");
  return result.err;
}

TEST(BadZones, EndBeyondTheText) {
  const std::string said = refused("a,30,40,quotation,\nb,0,1000,note,\n");
  EXPECT_THAT(
      said, HasSubstr("zone 30-40 (quotation) of \"a\" ends beyond the text, which has 39 bytes. Offsets count bytes"));
  EXPECT_THAT(said, HasSubstr("zone 0-1000 (note) of \"b\" ends beyond the text"));
}

TEST(BadZones, NameTheirFileAndLine) {
  EXPECT_THAT(refused("b,0,2,note,\na,30,40,quotation,\n"), HasSubstr("study/zones.csv:3: zone 30-40"));
}

TEST(BadZones, Overlap) {
  EXPECT_THAT(
      refused("a,0,10,quotation,\nb,0,5,note,\na,9,12,note,\n"),
      HasSubstr(
          "study/zones.csv:4: zone 9-12 of \"a\" overlaps zone 0-10 (study/zones.csv:2). A byte belongs to one zone"));
}

TEST(BadZones, CutACharacterInTwo) {
  EXPECT_THAT(refused("a,0,8,quotation,\n"),
              HasSubstr("zone 0-8 (quotation) of \"a\" cuts a character in two. Offsets count bytes"));
  EXPECT_THAT(refused("a,8,12,quotation,\n"), HasSubstr("cuts a character in two"));
}

TEST(BadZones, AreOfAnUnknownDocument) {
  EXPECT_THAT(refused("c,0,1,quotation,\n"),
              HasSubstr("study/zones.csv:2: document \"c\" is not in documents.csv. Correct the name"));
}

TEST(BadZones, HaveAnUnknownName) {
  EXPECT_THAT(refused("a,0,1,quote,\n"),
              HasSubstr("study/zones.csv:2: \"quote\" is not a zone. Zones are body, quotation, heading"));
}

TEST(BadZones, HaveNoNumbers) {
  const std::string said = refused("a,0,x,quotation,\na,-1,5,note,\na,1.5,3,note,\n");
  EXPECT_THAT(said, HasSubstr("study/zones.csv:2: begin \"0\" and end \"x\" must be whole numbers"));
  EXPECT_THAT(said, HasSubstr("study/zones.csv:3: begin \"-1\""));
  EXPECT_THAT(said, HasSubstr("study/zones.csv:4: begin \"1.5\""));
}

TEST(BadZones, EndBeforeTheyBegin) {
  EXPECT_THAT(refused("a,9,7,quotation,\n"), HasSubstr("study/zones.csv:2: ends (7) before it begins (9)"));
  EXPECT_THAT(refused("a,7,7,quotation,\n"), HasSubstr("study/zones.csv:2: "));
}

TEST(Zones, MayTouchAndMayComeInAnyOrder) {
  const scratch_folder here;
  write_study(here, "a,9,12,quotation,He\na,0,4,heading,\na,4,9,note,\n");
  const auto result = run_isogloss("tokens study --zones all --where document=a", here);
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_THAT(result.out,
              HasSubstr("a,1,1,heading,,0,3,The,the\na,1,1,note,,4,9,café,café\na,1,1,quotation,He,10,12,is,is\n"));
}

TEST(Zones, MayCoverAWholeDocument_ItsRatesAreNaAndItIsSaid) {
  const scratch_folder here;
  write_study(here, "a,0,39,quotation,He\n");
  const auto result = run_isogloss("check study", here);
  EXPECT_EQ(result.exit_code, 0);
  EXPECT_THAT(result.out, HasSubstr("note,\"document \"\"a\"\" has no tokens in zone body"));
  here.write("tone.csv", "category,pattern\nspeed,quick\n");
  const auto stance = run_isogloss("stance study --lexicon tone.csv", here);
  EXPECT_EQ(stance.exit_code, 0);
  EXPECT_THAT(stance.err, HasSubstr("document \"a\" has no tokens in zone body"));
  EXPECT_THAT(stance.out, HasSubstr("a,tone,speed,own,0,0,NA,NA,NA\n"));
  EXPECT_THAT(run_isogloss("run study -o out", here).err, HasSubstr("document \"a\" has no tokens in zone body"));
}

}  // namespace
}  // namespace isogloss::testing
