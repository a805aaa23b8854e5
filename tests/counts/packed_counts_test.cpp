#include "isogloss/counts/packed_counts.hpp"

#include <gtest/gtest.h>

#include "isogloss/base/philox.hpp"

namespace isogloss::counts {
namespace {

// Rows with columns near each other and far apart, with small and large counts, one row without any.
dfm random_dfm() {
  dfm m;
  philox random(3);
  const Eigen::Index n_terms = 9000;
  std::vector<Eigen::Triplet<double>> cells;
  for (int row = 0; row < 40; ++row) {
    m.documents.push_back("d" + std::to_string(row));
    for (int i = 0; i < (row == 7 ? 0 : 20 * row); ++i) {
      const auto column = static_cast<int>(random() % (row % 2 == 0 ? 300 : n_terms));
      cells.emplace_back(row, column, static_cast<double>(1 + random() % (i % 10 == 0 ? 5000 : 3)));
    }
  }
  for (Eigen::Index i = 0; i < n_terms; ++i) m.terms.push_back("t" + std::to_string(100000 + i));
  m.counts.resize(40, n_terms);
  m.counts.setFromTriplets(cells.begin(), cells.end());
  m.tokens = Eigen::VectorXd::LinSpaced(40, 1, 40);
  return m;
}

Eigen::MatrixXd unpacked(const packed_counts& p) {
  Eigen::MatrixXd counts =
      Eigen::MatrixXd::Zero(static_cast<Eigen::Index>(p.documents.size()), static_cast<Eigen::Index>(p.terms.size()));
  for (std::size_t i = 0; i < p.documents.size(); ++i) {
    std::int64_t last = -1;
    std::size_t n = 0;
    p.for_each(i, [&](std::uint32_t term, std::uint64_t count) {
      EXPECT_GT(std::int64_t{term}, last);
      last = term;
      ++n;
      counts(static_cast<Eigen::Index>(i), term) = static_cast<double>(count);
    });
    EXPECT_EQ(p.size(i), n);
  }
  return counts;
}

void expect_same(const packed_counts& p, const dfm& m) {
  EXPECT_EQ(p.documents, m.documents);
  EXPECT_EQ(p.terms, m.terms);
  EXPECT_EQ(p.tokens, m.tokens);
  EXPECT_EQ(unpacked(p), Eigen::MatrixXd(m.counts));
}

TEST(PackedCounts, HoldWhatTheMatrixHolds) {
  expect_same(pack(random_dfm()), random_dfm());
}

TEST(PackedCounts, AreTrimmedLikeTheMatrix) {
  for (const trim_options& options :
       {trim_options{.min_count = 3}, trim_options{.min_documents = 2}, trim_options{.most_frequent = 100},
        trim_options{.min_count = 1e9}, trim_options{.min_count = 2, .min_documents = 2, .most_frequent = 50}}) {
    packed_counts packed = pack(random_dfm());
    trim(packed, options);
    expect_same(packed, trim(random_dfm(), options));
  }
}

TEST(PackedCounts, CanBeTrimmedTwice) {
  packed_counts packed = pack(random_dfm());
  trim(packed, {.min_count = 2});
  trim(packed, {.min_documents = 3});
  expect_same(packed, trim(trim(random_dfm(), {.min_count = 2}), {.min_documents = 3}));
}

TEST(PackedCounts, SumsAreTheColumns) {
  const dfm m = random_dfm();
  const term_sums sums = sums_of(pack(m));
  EXPECT_EQ(sums.counts, term_counts(m));
  EXPECT_EQ(sums.documents, document_frequencies(m.counts));
}

}  // namespace
}  // namespace isogloss::counts
