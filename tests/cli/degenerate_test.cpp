#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "support/program.hpp"

namespace isogloss::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* fox = "The fox is red and quick. The quick fox runs home.\n";
constexpr const char* hen = "A hen sat in a house. It slept; no hen is quick.\n";

// Unusual studies: a run succeeds, or says what about the study stands in its way; it never fails half-way, and the
// names of functions are no message.
void expect_an_answer(const scratch_folder& here, const std::string& more = "") {
  const auto done = run_isogloss("run study -o out --replicates 50 " + more, here);
  EXPECT_TRUE(done.exit_code == 0 || done.exit_code == 2) << done.exit_code << " " << done.err;
  for (const char* function :
       {"hierarchical_clustering", "k_means", "pam:", "permanova", "silhouettes", "json.exception", "std::"}) {
    EXPECT_THAT(done.err, Not(HasSubstr(function)));
  }
  const auto similarity = run_isogloss("similarity study --replicates 50 " + more, here);
  EXPECT_TRUE(similarity.exit_code == 0 || similarity.exit_code == 2) << similarity.err;
  for (const char* command : {"ordination", "scaling"}) {
    const auto scaled = run_isogloss(std::string(command) + " study " + more, here);
    EXPECT_TRUE(scaled.exit_code == 0 || scaled.exit_code == 2) << scaled.err;
    for (const char* function :
         {"wordfish:", "principal_components", "correspondence_analysis", "classical_mds", "nan"}) {
      EXPECT_THAT(scaled.err + scaled.out, Not(HasSubstr(function)));
    }
  }
}

TEST(UnusualStudy, HasTwoIdenticalDocuments) {
  const scratch_folder here;
  here.write("study/a.txt", fox);
  here.write("study/b.txt", fox);
  expect_an_answer(here);
}

TEST(UnusualStudy, HasACopyAmongItsDocuments) {
  const scratch_folder here;
  here.write("study/a.txt", fox);
  here.write("study/b.txt", hen);
  here.write("study/copy.txt", fox);
  expect_an_answer(here);
}

TEST(UnusualStudy, HasALexiconThatHitsNothing) {
  const scratch_folder here;
  here.write("study/a.txt", fox);
  here.write("study/b.txt", hen);
  here.write("study/lexicons/tone.csv", "category,pattern\ngood,splendid\n");
  expect_an_answer(here);
}

TEST(UnusualStudy, HasALexiconThatHitsOneDocumentOfThree) {
  const scratch_folder here;
  here.write("study/a.txt", fox);
  here.write("study/b.txt", hen);
  here.write("study/c.txt", "An owl sees well at night.");
  here.write("study/lexicons/tone.csv", "category,pattern\ngood,well\n");
  expect_an_answer(here);
}

TEST(UnusualStudy, HasADocumentOfStopWordsAlone) {
  const scratch_folder here;
  here.write("study/a.txt", fox);
  here.write("study/b.txt", "The and.");
  here.write("study/stopwords.txt", "the\nand\n");
  expect_an_answer(here);
}

TEST(UnusualStudy, HasStopWordsAlone) {
  const scratch_folder here;
  here.write("study/a.txt", "The the.");
  here.write("study/b.txt", "The and.");
  here.write("study/stopwords.txt", "the\nand\n");
  expect_an_answer(here);
}

TEST(UnusualStudy, HasADocumentWithoutTokensInTheChosenZone_TheOthersAreStillCounted) {
  const scratch_folder here;
  here.write("study/documents.csv", "document\na\nb\nc\n");
  here.write("study/a.txt", fox);
  here.write("study/b.txt", hen);
  here.write("study/c.txt", "All of it is quoted.");
  here.write("study/zones.csv", "document,begin,end,zone\nc,0,20,quotation\n");
  expect_an_answer(here);
  EXPECT_EQ(run_isogloss("frequencies study", here).exit_code, 0);
  EXPECT_EQ(run_isogloss("tfidf study", here).exit_code, 0);
}

TEST(UnusualStudy, HasDocumentsOfOneWord) {
  const scratch_folder here;
  here.write("study/a.txt", "fox");
  here.write("study/b.txt", "hen");
  here.write("study/c.txt", "owl");
  expect_an_answer(here);
  expect_an_answer(here, "--ngrams 3");
  expect_an_answer(here, "--character-ngrams 2");
}

// A picture in letters, a line of signs, a heap of accents: no space for millions of bytes.
TEST(UnusualStudy, HasWordsOfMegabytes) {
  const scratch_folder here;
  const std::string letters(2000000, 'y');
  std::string accents = "e";
  for (int i = 0; i < 500000; ++i) accents += "\u0301";
  here.write("study/a.txt", "One tram " + letters + " late. The tram is late.\n");
  here.write("study/b.txt", "One tram " + accents + std::string(1000000, '.') + " late. No tram is early.\n");
  EXPECT_EQ(run_isogloss("run study -o out --replicates 20", here).exit_code, 0);
  EXPECT_THAT(run_isogloss("frequencies study", here).out, HasSubstr("\na," + letters + ",1,"));
  const auto kwic = run_isogloss("kwic study late", here);
  EXPECT_EQ(std::count(kwic.out.begin(), kwic.out.end(), '\n'), 4) << "a header and three lines";
}

TEST(UnusualStudy, HasOneTermLeft) {
  const scratch_folder here;
  here.write("study/a.txt", fox);
  here.write("study/b.txt", hen);
  expect_an_answer(here, "--most-frequent 1");
}

TEST(UnusualStudy, IsComparedByEveryMeasureAndMethod) {
  const scratch_folder here;
  here.write("study/a.txt", fox);
  here.write("study/b.txt", hen);
  here.write("study/c.txt", "An owl sees well at night.");
  for (const char* measure : {"correlation", "spearman", "jaccard", "ruzicka", "dice", "euclidean", "manhattan",
                              "canberra", "bray_curtis", "hellinger", "jensen_shannon", "chi_squared",
                              "argamon_linear_delta", "quadratic_delta", "eder_delta", "eder_simple"}) {
    SCOPED_TRACE(measure);
    expect_an_answer(here,
                     std::string("--method single,centroid,median,k-means,spherical-k-means,pam --measure ") + measure);
  }
}

}  // namespace
}  // namespace isogloss::testing
