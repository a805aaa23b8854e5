#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/program.hpp"

namespace isogloss::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

void write_three(const scratch_folder& here) {
  here.write("study/texts/1.txt", "The fox is red and quick. The quick fox runs home.\n");
  here.write("study/texts/2.txt", "A hen sat in a house. It slept; no hen is quick.\n");
  here.write("study/texts/3.txt", "The owl is in a red house and sees the fox.\n");
  here.write("study/documents.csv",
             "document,file,score\n\"Fox, F\",texts/1.txt,0\n\"Hen, H\",texts/2.txt,1\nowl,texts/3.txt,\n");
}

TEST(ScalingCommand, TakesDocumentsWhoseNamesHaveCommas) {
  const scratch_folder here;
  write_three(here);
  const auto forth = run_isogloss("scaling study --direction 'Fox, F,Hen, H'", here);
  const auto back = run_isogloss("scaling study --direction 'Hen, H,Fox, F'", here);
  EXPECT_EQ(forth.exit_code, 0) << forth.err;
  EXPECT_THAT(forth.out, HasSubstr("\nwordfish,\"Fox, F\",-"));
  EXPECT_THAT(back.out, Not(HasSubstr("\nwordfish,\"Fox, F\",-")));
  EXPECT_THAT(forth.err, HasSubstr("wordfish converged"));
}

TEST(ScalingCommand, AddsWordscoresWhereScoresAreNamed) {
  const scratch_folder here;
  write_three(here);
  const auto done = run_isogloss("scaling study --scores score", here);
  EXPECT_EQ(done.exit_code, 0) << done.err;
  EXPECT_THAT(done.out, HasSubstr("\nwordscores_mv,\"Hen, H\",1,"));
}

TEST(ScalingCommand, RefusesWhatItCannotScale) {
  const scratch_folder here;
  write_three(here);
  for (const char* options : {"--direction owl", "--direction owl,eagle", "--scores file", "--scores none"}) {
    const auto done = run_isogloss(std::string("scaling study ") + options, here);
    EXPECT_EQ(done.exit_code, 2) << options;
    EXPECT_EQ(done.out, "");
    EXPECT_EQ(run_isogloss(std::string("run study -o out --replicates 0 ") + options, here).exit_code, 2) << options;
  }
}

TEST(OrdinationCommand, WritesEitherTable) {
  const scratch_folder here;
  write_three(here);
  const auto places = run_isogloss("ordination study", here);
  EXPECT_EQ(places.exit_code, 0) << places.err;
  EXPECT_THAT(places.out, StartsWith("layer,method,document,axis,coordinate,variance_share,stress_1\n"));
  EXPECT_THAT(places.err, HasSubstr("no ca of the layer vocabulary"));
  const auto terms = run_isogloss("ordination study --table loadings --min-count 1 --axes 1 --top 2", here);
  EXPECT_THAT(terms.out, HasSubstr("\nvocabulary,ca,"));
  EXPECT_EQ(std::count(terms.out.begin(), terms.out.end(), '\n'), 1 + 2 * 3);
  EXPECT_EQ(run_isogloss("ordination study --table maps", here).exit_code, 2);
  EXPECT_EQ(run_isogloss("ordination study --axes 0", here).exit_code, 2);
}

TEST(OrdinationCommand, IsTheSameBytesWhateverTheThreads) {
  const scratch_folder here;
  const std::string study = "'" ISOGLOSS_CORPUS "/soviet-accounts' --quiet";
  for (const char* command : {"ordination ", "ordination --table loadings ", "scaling "}) {
    const auto one = run_isogloss(command + study + " --threads 1", here);
    ASSERT_EQ(one.exit_code, 0) << one.err;
    EXPECT_EQ(run_isogloss(command + study + " --threads 2", here).out, one.out);
    EXPECT_EQ(run_isogloss(command + study + " --threads 7", here).out, one.out);
  }
}

TEST(RunOfAStudy, GoesOnWithoutAScaleWhereTwoDocumentsHaveNone) {
  const scratch_folder here;
  here.write("study/a.txt", "The fox is red and quick.");
  here.write("study/b.txt", "A hen sat in a house.");
  const auto done = run_isogloss("run study -o out --replicates 0", here);
  EXPECT_EQ(done.exit_code, 0) << done.err;
  EXPECT_THAT(done.err, HasSubstr("no scaling: wordfish takes three documents or more"));
  EXPECT_THAT(here.read("out/ordination.csv"), HasSubstr("style,pca,a,1,"));
}

}  // namespace
}  // namespace isogloss::testing
