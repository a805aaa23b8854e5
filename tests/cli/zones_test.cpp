#include <gmock/gmock.h>

#include "support/program.hpp"

namespace isogloss::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

void write_texts(const scratch_folder& here) {
  here.write("study/a.txt", "The Thaw\n\nPetrova wrote: “The ice is gone and we sail.” We did not (Ling 1936).\n");
  here.write("study/b.txt", "The Frost\n\nLing said: “The ice is back and we stay.” We did.\n");
}

TEST(DetectZones, TakesQuotationsOutOfTheAuthorsVoice) {
  const scratch_folder here;
  write_texts(here);
  const auto all = run_isogloss("frequencies study", here);
  const auto own = run_isogloss("frequencies study --detect-zones all", here);
  EXPECT_EQ(own.exit_code, 0) << own.err;
  EXPECT_THAT(all.out, HasSubstr("a,ice,"));
  EXPECT_THAT(own.out, Not(HasSubstr("a,ice,")));
  EXPECT_THAT(own.out, HasSubstr("a,wrote,"));
}

TEST(DetectZones, LeavesHandMadeZonesAlone) {
  const scratch_folder here;
  write_texts(here);
  here.write("study/zones.csv", "document,begin,end,zone,speaker\na,0,8,furniture,\n");
  const auto once = run_isogloss("check study --detect-zones all --write-zones out.csv", here);
  EXPECT_EQ(once.exit_code, 0) << once.err;
  EXPECT_THAT(here.read("out.csv"), HasSubstr("a,0,8,furniture,\nb,0,9,heading,\n"));
  const auto more = run_isogloss("check study --detect-zones all --detect-everywhere --write-zones out.csv", here);
  EXPECT_EQ(more.exit_code, 0) << more.err;
  EXPECT_THAT(here.read("out.csv"), HasSubstr("a,0,8,furniture,\na,25,"));
}

TEST(DetectZones, IsInTheRecordOfTheRun) {
  const scratch_folder here;
  write_texts(here);
  EXPECT_EQ(run_isogloss("run study -o out --quiet --detect-zones quotation,note", here).exit_code, 0);
  EXPECT_THAT(here.read("out/run.json"), HasSubstr("\"detect-zones\": \"quotation,note\""));
}

TEST(DetectZones, ExplainsMistakes) {
  const scratch_folder here;
  write_texts(here);
  const auto unknown = run_isogloss("check study --detect-zones quotes", here);
  EXPECT_EQ(unknown.exit_code, 2);
  EXPECT_THAT(unknown.err, HasSubstr("--detect-zones: \"quotes\" is not a zone"));
  EXPECT_EQ(run_isogloss("check study --detect-everywhere", here).exit_code, 2);
  EXPECT_EQ(run_isogloss("extract study -o features --quiet", here).exit_code, 0);
  const auto features = run_isogloss("check features --detect-zones all", here);
  EXPECT_EQ(features.exit_code, 2);
  EXPECT_THAT(features.err, HasSubstr("needs the texts"));
}

TEST(Check, CountsPassagesByZone) {
  const scratch_folder here;
  write_texts(here);
  const auto result = run_isogloss("check study --detect-zones all", here);
  EXPECT_THAT(result.out, HasSubstr("zone,2,quotation\n"));
  EXPECT_THAT(result.out, HasSubstr("zone,2,heading\n"));
  EXPECT_THAT(result.out, HasSubstr("zone,1,reference\n"));
}

TEST(WriteZones, ReadsBackAsItWasWritten) {
  const scratch_folder here;
  write_texts(here);
  EXPECT_EQ(run_isogloss("check study --write-zones first.csv", here).exit_code, 0);
  const std::string first = here.read("first.csv");
  EXPECT_THAT(first, HasSubstr(",quotation,Petrova\n"));
  here.write("study/zones.csv", first);
  EXPECT_EQ(run_isogloss("check study --write-zones second.csv", here).exit_code, 0);
  EXPECT_EQ(here.read("second.csv"), first);
}

TEST(WriteZones, DoesNotWriteOverTheStudy) {
  const scratch_folder here;
  write_texts(here);
  here.write("study/zones.csv", "document,begin,end,zone,speaker\na,0,8,furniture,\n");
  const auto result = run_isogloss("check study --write-zones study/zones.csv", here);
  EXPECT_EQ(result.exit_code, 2);
  EXPECT_THAT(result.err, HasSubstr("--write-zones"));
}

}  // namespace
}  // namespace isogloss::testing
