#include "isogloss/statistics/diversity.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <vector>

#include "golden_table.hpp"
#include "spectra.hpp"

namespace isogloss::statistics {
namespace {

using values = std::vector<double>;
using measure = double (*)(const vocabulary_size&);

double u(const vocabulary_size& size) {
  return dugast_u(size);
}
double s(const vocabulary_size& size) {
  return summer_s(size);
}
double a(const vocabulary_size& size) {
  return maas_a(size);
}
double a2(const vocabulary_size& size) {
  return maas_a2(size);
}

constexpr vocabulary_size readme{57, 39};      // LexicalRichness, the paragraph of its README
constexpr vocabulary_size colorado{180, 104};  // lexical_diversity, 180 flemmas
constexpr measure all_measures[] = {type_token_ratio, guiraud_r, carroll_cttr, herdan_c, u, s, a, a2};

TEST(VocabularyOf, CountsTokensAndTypes) {
  const vocabulary_size size = vocabulary_of(values{3, 0, 1, 1});
  EXPECT_EQ(size.tokens, 5.0);
  EXPECT_EQ(size.types, 3.0);
  EXPECT_EQ(vocabulary_of(values{}).tokens, 0.0);
  EXPECT_DOMAIN_ERROR(vocabulary_of(values{1, -2}),
                      "vocabulary_of: counts[1] is -2, but must be a finite number, 0 or more");
}

TEST(Diversity, IsThatOfLexicalRichness) {
  EXPECT_NEAR(type_token_ratio(readme), 0.6842105263157895, 1e-15);
  EXPECT_NEAR(guiraud_r(readme), 5.165676192553671, 1e-14);
  EXPECT_NEAR(carroll_cttr(readme), 3.6526846651686067, 1e-14);
  EXPECT_NEAR(herdan_c(readme), 0.9061378160786574, 1e-15);
  EXPECT_NEAR(summer_s(readme, std::numbers::e), 0.9294460323356605, 1e-14);
}

TEST(Diversity, IsThatOfLexicalDiversity) {
  EXPECT_NEAR(type_token_ratio(colorado), 0.5777777777777777, 1e-15);
  EXPECT_NEAR(guiraud_r(colorado), 7.751702321999271, 1e-14);
  EXPECT_NEAR(herdan_c(colorado), 0.8943634681549878, 1e-15);
  EXPECT_NEAR(maas_a2(colorado), 0.04683980831849556, 1e-16);
}

TEST(Diversity, IsThatOfQuantedaForAllFiveAccounts) {
  for (const golden::row& row : golden::table("diversity.csv")) {
    const vocabulary_size size = vocabulary_of(spectra::counts_of(row.text("document")));
    const golden::tolerance tight{1e-14};
    EXPECT_TRUE(golden::close(type_token_ratio(size), row.number("type_token_ratio"), tight));
    EXPECT_TRUE(golden::close(guiraud_r(size), row.number("guiraud_r"), tight));
    EXPECT_TRUE(golden::close(carroll_cttr(size), row.number("carroll_cttr"), tight));
    EXPECT_TRUE(golden::close(herdan_c(size), row.number("herdan_c"), tight));
    EXPECT_TRUE(golden::close(dugast_u(size), row.number("dugast_u"), tight));
    EXPECT_TRUE(golden::close(summer_s(size), row.number("summer_s"), tight));
    EXPECT_TRUE(golden::close(maas_a(size), row.number("maas_a"), tight));
    EXPECT_TRUE(golden::close(maas_a2(size), row.number("maas_a") * row.number("maas_a"), tight));
  }
}

TEST(Diversity, IsItsFormulaByHand) {
  constexpr vocabulary_size size{10000, 100};
  EXPECT_EQ(type_token_ratio(size), 0.01);
  EXPECT_EQ(guiraud_r(size), 1.0);
  EXPECT_NEAR(carroll_cttr(size), std::sqrt(0.5), 1e-15);
  EXPECT_NEAR(herdan_c(size), 0.5, 1e-15);
  EXPECT_NEAR(dugast_u(size), 8.0, 1e-14);  // 4^2 / (4 - 2)
  EXPECT_NEAR(summer_s(size), 0.5, 1e-15);  // lg 2 / lg 4
  EXPECT_NEAR(maas_a2(size), 0.125, 1e-15);
  EXPECT_NEAR(maas_a(size), std::sqrt(0.125), 1e-15);
}

TEST(Diversity, DependsOnTheBaseOnlyWhereItSaysSo) {
  constexpr double ln10 = std::numbers::ln10;
  EXPECT_NEAR(dugast_u(readme, std::numbers::e), dugast_u(readme) * ln10, 1e-13);
  EXPECT_NEAR(maas_a2(readme, std::numbers::e), maas_a2(readme) / ln10, 1e-15);
  EXPECT_NEAR(maas_a2(readme) * dugast_u(readme), 1.0, 1e-15);
}

TEST(Diversity, IsLargestWhereEveryTokenIsANewType) {
  constexpr vocabulary_size size{400, 400};
  EXPECT_EQ(type_token_ratio(size), 1.0);
  EXPECT_EQ(guiraud_r(size), 20.0);
  EXPECT_EQ(herdan_c(size), 1.0);
  EXPECT_EQ(summer_s(size), 1.0);
  EXPECT_EQ(maas_a(size), 0.0);
  EXPECT_TRUE(std::isnan(dugast_u(size)));
}

TEST(Diversity, IsSmallestWhereOneTypeIsAll) {
  constexpr vocabulary_size size{100, 1};
  EXPECT_EQ(type_token_ratio(size), 0.01);
  EXPECT_EQ(herdan_c(size), 0.0);
  EXPECT_NEAR(dugast_u(size), 2.0, 1e-15);
  EXPECT_NEAR(maas_a2(size), 0.5, 1e-15);
  EXPECT_TRUE(std::isnan(summer_s(size)));  // log log 1
}

TEST(Diversity, TakesATextOfTenToTheTwelveTokens) {
  constexpr vocabulary_size size{1e12, 1e6};
  EXPECT_EQ(guiraud_r(size), 1.0);
  EXPECT_NEAR(herdan_c(size), 0.5, 1e-15);
  EXPECT_NEAR(dugast_u(size), 24.0, 1e-13);
}

TEST(Diversity, DoesNotExistForAnEmptyText) {
  for (const measure m : all_measures) EXPECT_TRUE(std::isnan(m({0, 0})));
}

TEST(Diversity, OfASingleTokenExistsOnlyWithoutALogarithm) {
  EXPECT_EQ(type_token_ratio({1, 1}), 1.0);
  EXPECT_EQ(guiraud_r({1, 1}), 1.0);
  for (const measure m : {measure{herdan_c}, measure{u}, measure{s}, measure{a}, measure{a2}})
    EXPECT_TRUE(std::isnan(m({1, 1})));
}

TEST(SummerS, DoesNotExistUpToTheBase) {
  EXPECT_TRUE(std::isnan(summer_s({50, 10})));
  EXPECT_TRUE(std::isnan(summer_s({10, 10})));
  EXPECT_GT(summer_s({50, 11}), 0.0);
}

TEST(Diversity, RejectsMoreTypesThanTokens) {
  EXPECT_DOMAIN_ERROR(type_token_ratio({5, 6}), "type_token_ratio: types is 6, but must be in [1, 5]");
  EXPECT_DOMAIN_ERROR(guiraud_r({5, 0}), "guiraud_r: types is 0, but must be in [1, 5]");
  EXPECT_DOMAIN_ERROR(carroll_cttr({-1, 0}), "carroll_cttr: tokens is -1, but must be a finite number, 0 or more");
  for (const measure m : all_measures) EXPECT_THROW(static_cast<void>(m({5, 6})), std::domain_error);
  EXPECT_DOMAIN_ERROR(summer_s(readme, 1.0), "summer_s: logarithm_base is 1, but must be a finite number above 1");
  EXPECT_DOMAIN_ERROR(dugast_u(readme, 0.5), "dugast_u: logarithm_base is 0.5, but must be a finite number above 1");
}

}  // namespace
}  // namespace isogloss::statistics
