#include "isogloss/statistics/dispersion_table.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <vector>

#include "golden_table.hpp"
#include "gries.hpp"
#include "isogloss/statistics/dispersion.hpp"

namespace isogloss::statistics {
namespace {

using values = std::vector<double>;
using matrix = Eigen::SparseMatrix<double>;

matrix sparse(const std::vector<values>& columns, std::size_t rows) {
  matrix m(static_cast<Eigen::Index>(rows), static_cast<Eigen::Index>(columns.size()));
  for (std::size_t j = 0; j < columns.size(); ++j)
    for (std::size_t i = 0; i < rows; ++i)
      if (columns[j][i] != 0.0) m.insert(static_cast<Eigen::Index>(i), static_cast<Eigen::Index>(j)) = columns[j][i];
  m.makeCompressed();
  return m;
}

void expect_row(const dispersion_row& row, const values& counts, const values& sizes) {
  const golden::tolerance tight{1e-13, 1e-14};
  EXPECT_EQ(row.document_range, document_range(counts));
  EXPECT_TRUE(golden::close(row.standard_deviation, standard_deviation(counts), tight));
  EXPECT_TRUE(golden::close(row.variation_coefficient, variation_coefficient(counts), tight));
  EXPECT_TRUE(golden::close(row.juilland_d, juilland_d(counts, sizes), tight));
  EXPECT_TRUE(golden::close(row.carroll_d2, carroll_d2(counts, sizes), tight));
  EXPECT_TRUE(golden::close(row.rosengren_s, rosengren_s(counts, sizes), tight));
  EXPECT_TRUE(golden::close(row.deviation_of_proportions, deviation_of_proportions(counts, sizes), tight));
  EXPECT_TRUE(golden::close(row.deviation_of_proportions_normalised, deviation_of_proportions_normalised(counts, sizes),
                            tight));
  EXPECT_TRUE(golden::close(row.kullback_leibler_bits, kullback_leibler_bits(counts, sizes), tight));
}

TEST(DispersionTable, EqualsTheMeasuresOfEachTerm) {
  std::mt19937_64 random(7);
  values sizes(40);
  for (double& size : sizes) size = std::floor(std::uniform_real_distribution<double>(50.0, 400.0)(random));
  std::vector<values> terms;
  for (const double mean : {0.02, 0.1, 1.0, 20.0})
    for (int repeat = 0; repeat < 10; ++repeat) {
      terms.emplace_back(sizes.size());
      for (double& v : terms.back()) v = std::poisson_distribution<int>(mean)(random);
    }
  const std::vector<dispersion_row> rows = dispersion_table(sparse(terms, sizes.size()), sizes);
  ASSERT_EQ(rows.size(), terms.size());
  for (std::size_t j = 0; j < terms.size(); ++j) expect_row(rows[j], terms[j], sizes);
}

TEST(DispersionTable, EqualsTheMeasuresInGriesCorpus) {
  std::vector<values> terms;
  for (const char letter : {'a', 'b', 'i', 'q', 'x', 't'}) terms.push_back(gries::counts_of(letter));
  const std::vector<dispersion_row> rows = dispersion_table(sparse(terms, 5), gries::sizes);
  for (std::size_t j = 0; j < terms.size(); ++j) expect_row(rows[j], terms[j], gries::sizes);
  EXPECT_EQ(rows[0].count, 15.0);
  EXPECT_NEAR(rows[0].deviation_of_proportions, 0.18, 1e-15);
}

TEST(DispersionTable, IsExactlyEvenWhereATermIsSpreadAsTheSizes) {
  const std::vector<dispersion_row> rows = dispersion_table(sparse({{1, 2, 3}}, 3), values{100, 200, 300});
  EXPECT_EQ(rows[0].deviation_of_proportions, 0.0);
  EXPECT_EQ(rows[0].kullback_leibler_bits, 0.0);
}

TEST(DispersionTable, TakesAZeroThatIsStored) {
  matrix m(3, 1);
  m.insert(0, 0) = 0.0;
  m.insert(2, 0) = 4.0;
  m.makeCompressed();
  const values sizes{10, 20, 30};
  expect_row(dispersion_table(m, sizes)[0], {0, 0, 4}, sizes);
}

TEST(DispersionTable, HasTheLimitsOfTheMeasures) {
  const values sizes{10, 20, 30};
  expect_row(dispersion_table(matrix(3, 1), sizes)[0], {0, 0, 0}, sizes);  // a term that never occurs
  EXPECT_EQ(dispersion_table(matrix(3, 1), sizes)[0].count, 0.0);
  expect_row(dispersion_table(sparse({{4}}, 1), values{10})[0], {4}, {10});  // a single part
  expect_row(dispersion_table(matrix(0, 1), values{})[0], {}, {});           // no part
  expect_row(dispersion_table(sparse({{1e12, 0}}, 2), values{2e12, 3e12})[0], {1e12, 0}, {2e12, 3e12});
  EXPECT_TRUE(dispersion_table(matrix(3, 0), sizes).empty());
}

TEST(DispersionTable, NamesTheCellItRejects) {
  EXPECT_DOMAIN_ERROR(dispersion_table(sparse({{1, 0}, {0, 9}}, 2), values{5, 5}),
                      "dispersion_table: counts(1, 1) is 9, but must be in [0, 5]");
  EXPECT_DOMAIN_ERROR(dispersion_table(matrix(2, 1), values{5, 0}),
                      "dispersion_table: sizes[1] is 0, but must be a finite number above 0");
  EXPECT_DOMAIN_ERROR(dispersion_table(matrix(2, 1), values{5}),
                      "dispersion_table: the number of rows is 2, but must be the number of part sizes, 1");
}

}  // namespace
}  // namespace isogloss::statistics
