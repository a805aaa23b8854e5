#include "isogloss/studies/evenness.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "isogloss/statistics/rarefaction.hpp"
#include "support/scratch.hpp"

namespace isogloss::studies {
namespace {

using isogloss::testing::scratch_folder;

material read(const scratch_folder& folder, std::size_t segment_tokens = 4) {
  material_options o;
  o.segmentation.segment_tokens = segment_tokens;
  return {corpus::open_study(folder.path()), std::move(o)};
}

std::size_t row_of(const table& t, const char* column, const std::string& value, std::size_t from = 0) {
  for (std::size_t i = from; i < t.n_rows(); ++i) {
    if (t.texts(column)[i] == value) return i;
  }
  throw std::runtime_error("no row " + value);
}

TEST(DispersionTable, IsAsWorkedByHand) {
  const scratch_folder folder;
  // Three segments of four words in two documents.
  folder.write("a.txt", "X x y z. X y y y.");
  folder.write("b.txt", "X q q q.");
  const table t = dispersion(read(folder));
  const std::size_t x = row_of(t, "term", "x");
  EXPECT_EQ(t.integers("count")[x], 4);
  EXPECT_EQ(t.integers("document_range")[x], 2);
  EXPECT_EQ(t.integers("part_range")[x], 3);
  EXPECT_EQ(t.integers("parts")[x], 3);
  // Shares 2/4, 1/4, 1/4 against thirds: half of 1/6 + 1/12 + 1/12.
  EXPECT_NEAR(t.numbers("deviation_of_proportions")[x], 1.0 / 6, 1e-15);
  EXPECT_NEAR(t.numbers("deviation_of_proportions_normalised")[x], 0.25, 1e-15);
  // Tokens 0, 1, 4, 8 of 12: distances 1, 3, 4 and 4 round the end, means of 3: (1 + 3 + 3 + 3) / 3.
  EXPECT_NEAR(t.numbers("average_reduced_frequency")[x], 10.0 / 3, 1e-15);
}

TEST(DispersionTable, CountsDocumentsAsPartsWhenAsked) {
  const scratch_folder folder;
  folder.write("a.txt", "X x y z. X y y y.");
  folder.write("b.txt", "X q q q.");
  const table t = dispersion(read(folder), {dispersion_parts::document, 2});
  EXPECT_EQ(t.n_rows(), 2U);
  EXPECT_EQ(t.integers("parts")[0], 2);
}

TEST(DispersionTable, HasOneDocumentAndOneSegmentToo) {
  const scratch_folder folder;
  folder.write("a.txt", "x y.");
  const table t = dispersion(read(folder));
  EXPECT_EQ(t.numbers("deviation_of_proportions")[0], 0);
  EXPECT_TRUE(std::isnan(t.numbers("juilland_d")[0])) << "one part has no spread";
}

TEST(DiversityTable, ComparesDocumentsAtEqualLength) {
  const scratch_folder folder;
  folder.write("long.txt", "A b c d. A e f g. A h i j. A k l m.");
  folder.write("short.txt", "A b a c. A d a e.");
  const table t = diversity(read(folder));
  const std::size_t of_long = row_of(t, "measure", "expected_types");
  EXPECT_EQ(t.texts("document")[of_long], "long");
  EXPECT_EQ(t.integers("tokens")[of_long], 8);
  EXPECT_EQ(t.texts("basis")[of_long], "equal length");
  const std::vector<double> counts = {4, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1};
  EXPECT_DOUBLE_EQ(t.numbers("value")[of_long], statistics::expected_types(counts, 8));
  const std::size_t of_short = row_of(t, "measure", "expected_types", of_long + 1);
  EXPECT_DOUBLE_EQ(t.numbers("value")[of_short], 5) << "the shortest document has its own types";
}

TEST(DiversityTable, HasIntervalsThatHoldTheValueAndStayInRange) {
  const table t = diversity({corpus::open_study(ISOGLOSS_CORPUS "/tramway-debate"), {}});
  std::size_t n = 0;
  for (std::size_t i = 0; i < t.n_rows(); ++i) {
    const double value = t.numbers("value")[i];
    ASSERT_FALSE(std::isnan(value)) << t.texts("measure")[i];
    if (std::isnan(t.numbers("low")[i])) continue;
    ++n;
    EXPECT_LE(t.numbers("low")[i], value);
    EXPECT_GE(t.numbers("high")[i], value);
    EXPECT_GE(t.numbers("low")[i], 0);
    if (t.texts("measure")[i].find("ratio") != std::string::npos) {
      EXPECT_LE(t.numbers("high")[i], 1);
    }
  }
  EXPECT_EQ(n, t.n_rows());
}

TEST(DiversityTable, HasNoRunningMeasuresFromFeatures) {
  const table t = diversity({corpus::open_study(ISOGLOSS_CORPUS "/soviet-accounts"), {}});
  for (std::size_t i = 0; i < t.n_rows(); ++i) {
    EXPECT_EQ(std::isnan(t.numbers("value")[i]), t.texts("basis")[i] == "running text") << t.texts("measure")[i];
  }
}

TEST(DiversityTable, HasNoIntervalFromOneSegment) {
  const scratch_folder folder;
  folder.write("a.txt", "x y x z.");
  const table t = diversity(read(folder, 200));
  EXPECT_DOUBLE_EQ(t.numbers("value")[row_of(t, "measure", "type_token_ratio")], 0.75);
  EXPECT_TRUE(std::isnan(t.numbers("low")[row_of(t, "measure", "type_token_ratio")]));
}

}  // namespace
}  // namespace isogloss::studies
