#include "isogloss/counts/document_sums.hpp"

#include <gtest/gtest.h>

namespace isogloss::counts {
namespace {

sparse_matrix sparse(const Eigen::MatrixXd& dense) {
  return dense.sparseView();
}

// Five segments of three documents, the second of which has none.
const std::vector<std::size_t> document_of = {0, 0, 2, 2, 2};
Eigen::MatrixXd segments() {
  Eigen::MatrixXd m(5, 4);
  m << 1, 0, 2, 0,  //
      0, 0, 3, 0,   //
      0, 1, 0, 0,   //
      4, 0, 0, 0,   //
      1, 1, 0, 0;
  return m;
}

TEST(DocumentSums, AddUpTheSegmentsOfEachDocument) {
  const document_sums sums(sparse(segments()), document_of, 3);
  Eigen::MatrixXd expected(3, 4);
  expected << 1, 0, 5, 0,  //
      0, 0, 0, 0,          //
      5, 2, 0, 0;
  EXPECT_EQ(Eigen::MatrixXd(sums()), expected);
}

TEST(DocumentSums, WeighTheSegmentsAndHoldNoZeros) {
  const document_sums sums(sparse(segments()), document_of, 3);
  const std::vector<double> weights = {0, 2, 1, 0, 2};
  Eigen::MatrixXd expected(3, 4);
  expected << 0, 0, 6, 0,  //
      0, 0, 0, 0,          //
      2, 3, 0, 0;
  EXPECT_EQ(Eigen::MatrixXd(sums(weights)), expected);
  EXPECT_EQ(sums(weights).nonZeros(), 3);
}

TEST(DocumentSums, OfNothingAreEmpty) {
  EXPECT_EQ(document_sums(sparse_matrix(0, 4), {}, 2)().nonZeros(), 0);
  EXPECT_EQ(document_sums(sparse_matrix(0, 0), {}, 0)().rows(), 0);
}

}  // namespace
}  // namespace isogloss::counts
