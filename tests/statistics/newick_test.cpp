#include "isogloss/statistics/dendrogram.hpp"

#include <gtest/gtest.h>

#include <limits>

namespace isogloss::statistics {
namespace {

using labels = std::vector<std::string>;

const std::vector<merge> tree{{-1, -2, 1, 2}, {-3, 1, 2.5, 3}};

TEST(Newick, WritesLengthsAsDifferencesOfHeights) {
  EXPECT_EQ(newick(tree, labels{"a", "b", "c"}), "(c:2.5,(a:1,b:1):1.5);\n");
}

TEST(Newick, WritesSupportAsTheLabelOfANode) {
  EXPECT_EQ(newick(tree, labels{"a", "b", "c"}, std::vector<double>{0.93, 1}), "(c:2.5,(a:1,b:1)0.93:1.5)1;\n");
}

TEST(Newick, LeavesOutSupportThatDoesNotExist) {
  const double nan = std::numeric_limits<double>::quiet_NaN();
  EXPECT_EQ(newick(tree, labels{"a", "b", "c"}, std::vector<double>{nan, 1}), "(c:2.5,(a:1,b:1):1.5)1;\n");
}

TEST(Newick, QuotesLabelsThatAreNotPlain) {
  EXPECT_EQ(newick(tree, labels{"saed-2018", "O'Brien", "v1.2"}), "(v1.2:2.5,(saed-2018:1,'O''Brien':1):1.5);\n");
  EXPECT_EQ(newick(tree, labels{"two words", "under_score", "\xC3\xA9mile"}),
            "('\xC3\xA9mile':2.5,('two words':1,'under_score':1):1.5);\n");
  EXPECT_EQ(newick(tree, labels{"", "a:b", "(x)"}), "('(x)':2.5,('':1,'a:b':1):1.5);\n");
}

TEST(Newick, WritesNumbersThatReadBackTheSame) {
  EXPECT_EQ(newick(std::vector<merge>{{-1, -2, 0.1 + 0.2, 2}}, labels{"a", "b"}),
            "(a:0.30000000000000004,b:0.30000000000000004);\n");
}

TEST(Newick, WritesANegativeLengthWhereHeightsGoDown) {
  EXPECT_EQ(newick(std::vector<merge>{{-1, -2, 1, 2}, {-3, 1, 0.75, 3}}, labels{"a", "b", "c"}),
            "(c:0.75,(a:1,b:1):-0.25);\n");
}

TEST(Newick, WritesOneDocument) {
  EXPECT_EQ(newick({}, labels{"it's"}), "'it''s';\n");
}

TEST(Newick, RejectsMissingLabelsAndSupport) {
  EXPECT_THROW((void)newick(tree, labels{"a", "b"}), std::invalid_argument);
  EXPECT_THROW((void)newick(tree, labels{"a", "b", "c"}, std::vector<double>{1}), std::invalid_argument);
}

}  // namespace
}  // namespace isogloss::statistics
