#include <gtest/gtest.h>

#include "isogloss/counts/dfm.hpp"

namespace isogloss::counts {
namespace {

using strings = std::vector<std::string>;
using columns = std::vector<std::size_t>;

// a: 3 0 1   b: 2 2 0   c: 0 0 9   d: 1 1 2   é: 4 0 0
dfm small() {
  dfm m;
  m.documents = {"x", "y", "z"};
  m.terms = {"a", "b", "c", "d", "é"};
  m.tokens = Eigen::Vector3d(20, 10, 30);
  Eigen::MatrixXd cells(3, 5);
  cells << 3, 2, 0, 1, 4, 0, 2, 0, 1, 0, 1, 0, 9, 2, 0;
  m.counts = cells.sparseView();
  return m;
}

TEST(TermCounts, AreTheSumsOfTheColumns) {
  EXPECT_EQ(term_counts(small()), (Eigen::VectorXd(5) << 4, 4, 9, 4, 4).finished());
  EXPECT_EQ(document_frequencies(small().counts), (Eigen::VectorXd(5) << 2, 2, 1, 3, 1).finished());
}

TEST(DocumentFrequencies, DoNotCountCellsThatHoldZero) {
  sparse_matrix m(1, 2);
  m.insert(0, 0) = 0.0;
  m.insert(0, 1) = 2.0;
  EXPECT_EQ(document_frequencies(m), Eigen::Vector2d(0, 1));
}

TEST(ByFrequency, BreaksTiesByCodePoint) {
  EXPECT_EQ(by_frequency(small()), (columns{2, 0, 1, 3, 4}));
}

TEST(ByFrequency, BreaksTiesByCodePointInAnyOrderOfColumns) {
  const dfm shuffled = select(small(), {4, 3, 2, 1, 0});
  strings order;
  for (const auto column : by_frequency(shuffled)) order.push_back(shuffled.terms[column]);
  EXPECT_EQ(order, (strings{"c", "a", "b", "d", "é"}));
}

TEST(Select, TakesColumnsInTheOrderGiven) {
  const dfm m = select(small(), {4, 0});
  EXPECT_EQ(m.terms, (strings{"é", "a"}));
  Eigen::MatrixXd expected(3, 2);
  expected << 4, 3, 0, 0, 0, 1;
  EXPECT_EQ(Eigen::MatrixXd(m.counts), expected);
  EXPECT_EQ(m.tokens, small().tokens);
  EXPECT_EQ(m.documents, small().documents);
}

TEST(Select, OfNothingKeepsTheDocuments) {
  const dfm m = select(small(), {});
  EXPECT_EQ(m.counts.rows(), 3);
  EXPECT_EQ(m.counts.cols(), 0);
  EXPECT_TRUE(m.terms.empty());
}

strings kept(double min_count, std::size_t min_documents, std::size_t most_frequent) {
  return trim(small(), {.min_count = min_count, .min_documents = min_documents, .most_frequent = most_frequent}).terms;
}

TEST(Trim, WithoutBoundsKeepsEverything) {
  EXPECT_EQ(kept(0, 0, 0), small().terms);
}

TEST(Trim, KeepsTermsThatReachTheBounds) {
  EXPECT_EQ(kept(4, 0, 0), small().terms);
  EXPECT_EQ(kept(5, 0, 0), strings{"c"});
  EXPECT_EQ(kept(0, 2, 0), (strings{"a", "b", "d"}));
  EXPECT_EQ(kept(5, 2, 0), strings{});
}

TEST(Trim, KeepsTheMostFrequentWithTiesByCodePoint) {
  EXPECT_EQ(kept(0, 0, 1), strings{"c"});
  EXPECT_EQ(kept(0, 0, 3), (strings{"a", "b", "c"}));
  EXPECT_EQ(kept(0, 0, 99), small().terms);
}

TEST(Trim, ChoosesTheMostFrequentOfThoseThatReachTheBounds) {
  EXPECT_EQ(kept(0, 2, 2), (strings{"a", "b"}));
}

TEST(Trim, LeavesTheRunningWordsAsTheyWere) {
  const dfm m = trim(small(), {.min_count = 5, .min_documents = 0, .most_frequent = 0});
  EXPECT_EQ(m.tokens, small().tokens);
  EXPECT_EQ(m.counts.coeff(2, 0), 9);
}

}  // namespace
}  // namespace isogloss::counts
