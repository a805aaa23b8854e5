#include "isogloss/statistics/dispersion.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <vector>

#include "golden_table.hpp"
#include "gries.hpp"

namespace isogloss::statistics {
namespace {

using values = std::vector<double>;

const values a = gries::counts_of('a');
const values evenly{2, 2, 2, 2, 2};
const values equal_parts{10, 10, 10, 10, 10};

struct printed {
  char letter;
  double standard_deviation, juilland_d, rosengren_s, deviation_of_proportions, normalised, kullback_leibler_bits;
};

TEST(GriesCorpus, HasTheCountsOfThePaper) {
  EXPECT_EQ(a, (values{1, 2, 3, 4, 5}));
  for (std::size_t i = 0; i < 5; ++i) EXPECT_EQ(gries::sizes[i], static_cast<double>(gries::parts[i].size()));
}

TEST(Dispersion, IsThatOfGriesForTheLetterA) {
  EXPECT_EQ(document_range(a), 5.0);
  EXPECT_NEAR(standard_deviation(a), std::sqrt(2.0), 1e-15);
  EXPECT_NEAR(variation_coefficient(a), std::sqrt(2.0) / 3.0, 1e-15);
  EXPECT_NEAR(juilland_d(a, gries::sizes), 0.7851504535, 5e-11);
  EXPECT_NEAR(carroll_d2(a, gries::sizes), 0.9379213033, 5e-11);
  EXPECT_NEAR(rosengren_s(a, gries::sizes), 0.9498163423, 5e-11);
  EXPECT_NEAR(deviation_of_proportions(a, gries::sizes), 0.18, 1e-15);
  EXPECT_NEAR(deviation_of_proportions_normalised(a, gries::sizes), 0.18 / 0.82, 1e-15);
  EXPECT_NEAR(kullback_leibler_bits(a, gries::sizes), 0.1369717294, 5e-11);
}

TEST(Dispersion, IsThatOfGriesForFourOtherLetters) {
  for (const printed& p : {printed{'b', 0.0, 0.9680910432, 0.9989971101, 0.02, 0.0243902439, 0.002899913939},
                           printed{'i', 0.4, 0.0, 0.18, 0.82, 1.0, 2.473931188},
                           printed{'q', 0.4, 0.0, 0.2, 0.8, 0.9756097561, 2.321928095},
                           printed{'x', 0.4, 0.0, 0.22, 0.78, 0.9512195122, 2.184424571}}) {
    const values counts = gries::counts_of(p.letter);
    EXPECT_NEAR(standard_deviation(counts), p.standard_deviation, 1e-15) << p.letter;
    EXPECT_NEAR(juilland_d(counts, gries::sizes), p.juilland_d, 5e-11) << p.letter;
    EXPECT_NEAR(rosengren_s(counts, gries::sizes), p.rosengren_s, 5e-11) << p.letter;
    EXPECT_NEAR(deviation_of_proportions(counts, gries::sizes), p.deviation_of_proportions, 1e-15) << p.letter;
    EXPECT_NEAR(deviation_of_proportions_normalised(counts, gries::sizes), p.normalised, 5e-11) << p.letter;
    EXPECT_NEAR(kullback_leibler_bits(counts, gries::sizes), p.kullback_leibler_bits, 5e-10) << p.letter;
  }
}

TEST(Dispersion, IsThatOfThePapersItRestsOn) {
  EXPECT_NEAR(carroll_d2(values{2, 1, 1, 1, 0}, equal_parts), 0.8277293768, 5e-11);   // Carroll 1970, p. 13
  EXPECT_NEAR(juilland_d(values{0, 4, 3, 2, 1}, equal_parts), 0.6464466094, 5e-11);   // p. 14
  EXPECT_NEAR(rosengren_s(values{1, 2, 3, 4, 5}, equal_parts), 0.9368466078, 5e-11);  // Gries 2008, p. 407
  EXPECT_EQ(deviation_of_proportions(values{3, 3, 3}, values{7, 7, 7}), 0.0);         // p. 416
  EXPECT_NEAR(deviation_of_proportions_normalised(values{2, 1, 0}, values{9, 9, 9}), 0.5,
              1e-15);  // L. & G. 2012, p. 148
}

TEST(Dispersion, GivesTheAdjustedFrequenciesOfThePapersItRestsOn) {
  // Juilland's U = f D, Rosengren's KF = f S, Carroll's Um = f D2 + (1 - D2) f / n
  EXPECT_NEAR(10.0 * juilland_d(values{0, 4, 3, 2, 1}, equal_parts), 6.464466094, 5e-10);
  EXPECT_NEAR(10.0 * juilland_d(evenly, equal_parts), 10.0, 1e-14);
  EXPECT_NEAR(8.0 * juilland_d(values{4, 2, 1, 1, 0}, equal_parts), 4.608835008, 5e-10);
  EXPECT_NEAR(9.0 * rosengren_s(values{2, 2, 2, 2, 1}, equal_parts), 8.8627417, 5e-8);
  EXPECT_NEAR(8.0 * rosengren_s(values{4, 2, 1, 1, 0}, equal_parts), 5.8627417, 5e-8);
  EXPECT_NEAR(15.0 * rosengren_s(values{1, 2, 3, 4, 5}, equal_parts), 14.05269912, 5e-9);
  const auto um = [](const values& counts) {
    const double f = std::accumulate(counts.begin(), counts.end(), 0.0);
    const double d2 = carroll_d2(counts, equal_parts);
    return f * d2 + (1.0 - d2) * f / 5.0;
  };
  EXPECT_NEAR(um({2, 1, 1, 1, 0}), 4.310917507, 5e-10);
  EXPECT_NEAR(um({4, 2, 1, 1, 0}), 6.42357745, 5e-9);
  EXPECT_NEAR(um({1, 2, 3, 4, 5}), 14.107607, 5e-7);
}

TEST(Dispersion, IsThatOfRForTheSegmentsOfAllFiveAccounts) {
  values sizes;
  for (const golden::row& row : golden::table("dispersion_parts.csv")) sizes.push_back(row.number("tokens"));
  std::map<std::string, values> counts;
  for (const golden::row& row : golden::table("dispersion_counts.csv")) {
    values& v = counts[row.text("term")];
    v.resize(sizes.size(), 0.0);
    v.at(static_cast<std::size_t>(row.number("part"))) = row.number("count");
  }
  const golden::tolerance tight{1e-12, 1e-14};
  for (const golden::row& row : golden::table("dispersion.csv")) {
    const std::string& term = row.text("term");
    const values& v = counts.at(term);
    EXPECT_TRUE(golden::close(document_range(v), row.number("document_range"), {})) << term;
    EXPECT_TRUE(golden::close(standard_deviation(v), row.number("standard_deviation"), tight)) << term;
    EXPECT_TRUE(golden::close(variation_coefficient(v), row.number("variation_coefficient"), tight)) << term;
    EXPECT_TRUE(golden::close(juilland_d(v, sizes), row.number("juilland_d"), tight)) << term;
    EXPECT_TRUE(golden::close(carroll_d2(v, sizes), row.number("carroll_d2"), tight)) << term;
    EXPECT_TRUE(golden::close(rosengren_s(v, sizes), row.number("rosengren_s"), tight)) << term;
    EXPECT_TRUE(golden::close(deviation_of_proportions(v, sizes), row.number("deviation_of_proportions"), tight))
        << term;
    EXPECT_TRUE(golden::close(deviation_of_proportions_normalised(v, sizes),
                              row.number("deviation_of_proportions_normalised"), tight))
        << term;
    EXPECT_TRUE(golden::close(kullback_leibler_bits(v, sizes), row.number("kullback_leibler_bits"), tight)) << term;
  }
}

TEST(Dispersion, IsPerfectlyEvenWhereATermIsSpreadAsTheSizes) {
  const values counts{1, 2, 3};
  const values sizes{100, 200, 300};
  EXPECT_NEAR(juilland_d(counts, sizes), 1.0, 1e-15);
  EXPECT_NEAR(carroll_d2(counts, sizes), 1.0, 1e-15);
  EXPECT_NEAR(rosengren_s(counts, sizes), 1.0, 1e-15);
  EXPECT_EQ(deviation_of_proportions(counts, sizes), 0.0);
  EXPECT_EQ(deviation_of_proportions_normalised(counts, sizes), 0.0);
  EXPECT_EQ(kullback_leibler_bits(counts, sizes), 0.0);
}

TEST(Dispersion, IsPerfectlyUnevenWhereTheSmallestPartHasAll) {
  const values counts{0, 4, 0, 0};
  const values sizes{30, 10, 40, 20};
  EXPECT_NEAR(variation_coefficient(counts), std::sqrt(3.0), 1e-15);
  EXPECT_NEAR(juilland_d(counts, sizes), 0.0, 1e-15);
  EXPECT_EQ(carroll_d2(counts, sizes), 0.0);
  EXPECT_NEAR(rosengren_s(counts, sizes), 0.1, 1e-15);
  EXPECT_NEAR(deviation_of_proportions(counts, sizes), 0.9, 1e-15);
  EXPECT_NEAR(deviation_of_proportions_normalised(counts, sizes), 1.0, 1e-15);
  EXPECT_NEAR(kullback_leibler_bits(counts, sizes), std::log2(10.0), 1e-14);
}

TEST(Dispersion, RunsOppositeWaysInDpAndJuillandsD) {
  const values clumped{5, 0, 0, 0, 5};
  EXPECT_GT(deviation_of_proportions(clumped, equal_parts), deviation_of_proportions(evenly, equal_parts));
  EXPECT_LT(juilland_d(clumped, equal_parts), juilland_d(evenly, equal_parts));
}

TEST(Dispersion, DoesNotChangeWithTheOrderOfTheParts) {
  values counts{5, 1, 4, 2, 3};
  values sizes{11, 9, 10, 10, 10};
  EXPECT_NEAR(juilland_d(counts, sizes), juilland_d(a, gries::sizes), 1e-15);
  EXPECT_NEAR(carroll_d2(counts, sizes), carroll_d2(a, gries::sizes), 1e-15);
  EXPECT_NEAR(kullback_leibler_bits(counts, sizes), kullback_leibler_bits(a, gries::sizes), 1e-15);
}

TEST(Dispersion, DoesNotChangeWhenCountsAndSizesDouble) {
  const values counts{2, 4, 6, 8, 10};
  const values sizes{18, 20, 20, 20, 22};
  EXPECT_NEAR(juilland_d(counts, sizes), juilland_d(a, gries::sizes), 1e-15);
  EXPECT_NEAR(rosengren_s(counts, sizes), rosengren_s(a, gries::sizes), 1e-15);
  EXPECT_NEAR(deviation_of_proportions(counts, sizes), 0.18, 1e-15);
  EXPECT_NEAR(standard_deviation(counts), 2.0 * standard_deviation(a), 1e-15);
}

TEST(Dispersion, TakesCountsOfTenToTheTwelve) {
  const values counts{1e12, 2e12, 3e12, 4e12, 5e12};
  const values sizes{9e12, 1e13, 1e13, 1e13, 1.1e13};
  EXPECT_NEAR(juilland_d(counts, sizes), juilland_d(a, gries::sizes), 1e-15);
  EXPECT_NEAR(deviation_of_proportions(counts, sizes), 0.18, 1e-15);
  EXPECT_NEAR(kullback_leibler_bits(counts, sizes), kullback_leibler_bits(a, gries::sizes), 1e-15);
}

TEST(Dispersion, OfASinglePartExistsOnlyWhereItIsNotRelativeToTheirNumber) {
  const values counts{4};
  const values sizes{10};
  EXPECT_EQ(document_range(counts), 1.0);
  EXPECT_EQ(standard_deviation(counts), 0.0);
  EXPECT_EQ(deviation_of_proportions(counts, sizes), 0.0);
  EXPECT_NEAR(rosengren_s(counts, sizes), 1.0, 1e-15);
  EXPECT_EQ(kullback_leibler_bits(counts, sizes), 0.0);
  EXPECT_TRUE(std::isnan(juilland_d(counts, sizes)));
  EXPECT_TRUE(std::isnan(carroll_d2(counts, sizes)));
  EXPECT_TRUE(std::isnan(deviation_of_proportions_normalised(counts, sizes)));
}

void expect_no_dispersion(const values& counts, const values& sizes) {
  EXPECT_TRUE(std::isnan(variation_coefficient(counts)));
  EXPECT_TRUE(std::isnan(juilland_d(counts, sizes)));
  EXPECT_TRUE(std::isnan(carroll_d2(counts, sizes)));
  EXPECT_TRUE(std::isnan(rosengren_s(counts, sizes)));
  EXPECT_TRUE(std::isnan(deviation_of_proportions(counts, sizes)));
  EXPECT_TRUE(std::isnan(deviation_of_proportions_normalised(counts, sizes)));
  EXPECT_TRUE(std::isnan(kullback_leibler_bits(counts, sizes)));
}

TEST(Dispersion, DoesNotExistForATermThatNeverOccurs) {
  expect_no_dispersion({0, 0, 0}, {10, 20, 30});
  EXPECT_EQ(document_range(values{0, 0, 0}), 0.0);
  EXPECT_EQ(standard_deviation(values{0, 0, 0}), 0.0);
}

TEST(Dispersion, DoesNotExistWithoutParts) {
  expect_no_dispersion({}, {});
  EXPECT_EQ(document_range(values{}), 0.0);
  EXPECT_TRUE(std::isnan(standard_deviation(values{})));
}

TEST(Dispersion, RejectsNonsense) {
  const char* below_zero = "standard_deviation: counts[1] is -1, but must be a finite number, 0 or more";
  EXPECT_DOMAIN_ERROR(standard_deviation(values{1, -1}), below_zero);
  EXPECT_DOMAIN_ERROR(document_range(values{NAN}),
                      "document_range: counts[0] is nan, but must be a finite number, 0 or more");
  EXPECT_DOMAIN_ERROR(variation_coefficient(values{INFINITY}),
                      "variation_coefficient: counts[0] is inf, but must be a finite number, 0 or more");
  EXPECT_DOMAIN_ERROR(juilland_d(values{1}, values{1, 2}),
                      "juilland_d: the number of counts is 1, but must be the number of sizes, 2");
  EXPECT_DOMAIN_ERROR(carroll_d2(values{1, 0}, values{1, 0}),
                      "carroll_d2: sizes[1] is 0, but must be a finite number above 0");
  EXPECT_DOMAIN_ERROR(rosengren_s(values{3}, values{2}), "rosengren_s: counts[0] is 3, but must be in [0, 2]");
  EXPECT_DOMAIN_ERROR(deviation_of_proportions(values{-1}, values{2}),
                      "deviation_of_proportions: counts[0] is -1, but must be in [0, 2]");
  EXPECT_DOMAIN_ERROR(deviation_of_proportions_normalised(values{3}, values{2}),
                      "deviation_of_proportions_normalised: counts[0] is 3, but must be in [0, 2]");
  EXPECT_DOMAIN_ERROR(kullback_leibler_bits(values{3}, values{2}),
                      "kullback_leibler_bits: counts[0] is 3, but must be in [0, 2]");
}

}  // namespace
}  // namespace isogloss::statistics
