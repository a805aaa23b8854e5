#include "isogloss/statistics/frequency_spectrum.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "golden_table.hpp"
#include "isogloss/statistics/diversity.hpp"
#include "spectra.hpp"

namespace isogloss::statistics {
namespace {

using values = std::vector<double>;
using measure = double (*)(std::span<const double>);

constexpr measure all_measures[] = {yule_k, yule_i, simpson_d, herdan_vm, entropy_bits, hapax_share};

TEST(YuleK, IsThatOfJohnInLatinAsItsSpectrumHasIt) {
  const values john = spectra::john_1_latin();
  EXPECT_EQ(vocabulary_of(john).tokens, 755.0);
  EXPECT_EQ(vocabulary_of(john).types, 331.0);
  EXPECT_NEAR(yule_k(john), 112.7669839, 5e-8);  // the paper prints 113.091583
}

TEST(YuleK, IsItsFormulaByHand) {
  EXPECT_NEAR(yule_k(values{3, 1}), 3750.0, 1e-12);  // 10^4 * 6 / 16
  EXPECT_EQ(yule_k(values{1, 1, 1, 1}), 0.0);
  EXPECT_NEAR(yule_k(values{5}), 1e4 * (1.0 - 0.2), 1e-12);
}

TEST(YuleI, IsItsFormulaByHand) {
  EXPECT_NEAR(yule_i(values{3, 1}), 4.0 / 8.0, 1e-15);
  EXPECT_TRUE(std::isnan(yule_i(values{1, 1, 1})));
}

TEST(SimpsonD, IsTheChanceThatTwoTokensAreAlike) {
  EXPECT_NEAR(simpson_d(values{3, 1}), 0.5, 1e-15);  // of 12 ordered pairs 6 are alike
  EXPECT_EQ(simpson_d(values{1, 1, 1}), 0.0);
  EXPECT_EQ(simpson_d(values{9}), 1.0);
  EXPECT_TRUE(std::isnan(simpson_d(values{1})));
}

TEST(HerdanVm, IsItsFormulaByHand) {
  EXPECT_NEAR(herdan_vm(values{3, 1}), std::sqrt(9.0 / 16.0 + 1.0 / 16.0 - 0.5), 1e-15);
  EXPECT_EQ(herdan_vm(values{7, 7, 7}), 0.0);
  EXPECT_EQ(herdan_vm(values{7}), 0.0);
}

TEST(EntropyBits, IsItsFormulaByHand) {
  EXPECT_NEAR(entropy_bits(values{2, 1, 1}), 1.5, 1e-15);
  EXPECT_NEAR(entropy_bits(values{5, 5, 5, 5, 5, 5, 5, 5}), 3.0, 1e-15);
  EXPECT_EQ(entropy_bits(values{5}), 0.0);
  EXPECT_FALSE(std::signbit(entropy_bits(values{5})));  // 0, not -0
}

TEST(HapaxShare, IsTheShareOfTypesThatOccurOnce) {
  EXPECT_EQ(hapax_share(values{1, 1, 2, 4}), 0.5);
  EXPECT_EQ(hapax_share(values{1, 1}), 1.0);
  EXPECT_EQ(hapax_share(values{2, 3}), 0.0);
}

TEST(FrequencySpectrum, HasTheMeasuresOfRForAllFiveAccounts) {
  for (const golden::row& row : golden::table("diversity.csv")) {
    const values counts = spectra::counts_of(row.text("document"));
    const golden::tolerance tight{1e-13};
    EXPECT_TRUE(golden::close(yule_k(counts), row.number("yule_k"), tight));
    EXPECT_TRUE(golden::close(yule_i(counts), row.number("yule_i"), tight));
    EXPECT_TRUE(golden::close(simpson_d(counts), row.number("simpson_d"), tight));
    EXPECT_TRUE(golden::close(herdan_vm(counts), row.number("herdan_vm"), tight));
    EXPECT_TRUE(golden::close(entropy_bits(counts), row.number("entropy_bits"), tight));
    EXPECT_NEAR(hapax_share(counts) * vocabulary_of(counts).types, row.number("hapaxes"), 1e-9);
  }
}

TEST(FrequencySpectrum, DoesNotSeeTermsThatNeverOccurOrTheOrderOfTerms) {
  for (const measure m : all_measures) {
    EXPECT_DOUBLE_EQ(m(values{0, 4, 0, 1, 2, 1}), m(values{1, 1, 2, 4}));
    EXPECT_GT(m(values{1, 1, 2, 4}), 0.0);
  }
}

TEST(FrequencySpectrum, TakesCountsOfTenToTheTwelve) {
  EXPECT_NEAR(yule_k(values{1e12, 1e12}), 5000.0, 1e-8);
  EXPECT_NEAR(simpson_d(values{1e12, 1e12}), 0.5, 1e-12);
  EXPECT_NEAR(herdan_vm(values{1e12 + 1e6, 1e12 - 1e6}), 1e-6 / std::sqrt(2.0), 1e-20);
  EXPECT_NEAR(entropy_bits(values{1e12, 1e12}), 1.0, 1e-15);
}

TEST(FrequencySpectrum, DoesNotExistForAnEmptyText) {
  for (const measure m : all_measures) {
    EXPECT_TRUE(std::isnan(m(values{})));
    EXPECT_TRUE(std::isnan(m(values{0, 0})));
  }
}

TEST(FrequencySpectrum, RejectsNegativeCounts) {
  EXPECT_DOMAIN_ERROR(yule_k(values{1, -1}), "yule_k: counts[1] is -1, but must be a finite number, 0 or more");
  for (const measure m : all_measures) EXPECT_THROW(static_cast<void>(m(values{-1})), std::domain_error);
}

TEST(FrequencySpectrum, HasTypesByCountWithoutThoseThatDoNotOccur) {
  const std::vector<double> counts = {3, 1, 0, 1, 7, 3, 1};
  const frequency_spectrum spectrum = spectrum_of(counts);
  ASSERT_EQ(spectrum.size(), 3U);
  EXPECT_EQ(spectrum[0].count, 1);
  EXPECT_EQ(spectrum[0].types, 3);
  EXPECT_EQ(spectrum[2].count, 7);
  EXPECT_EQ(vocabulary_of(spectrum).tokens, 16);
  EXPECT_EQ(vocabulary_of(spectrum).types, 6);
  EXPECT_TRUE(spectrum_of({}).empty());
}

}  // namespace
}  // namespace isogloss::statistics
