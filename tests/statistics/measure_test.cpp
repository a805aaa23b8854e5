#include "isogloss/statistics/measure.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace isogloss::statistics {
namespace {

TEST(Measure, IsFoundByItsName) {
  std::set<std::string_view> names;
  for (const auto m : all_measures()) {
    EXPECT_EQ(measure_from(name(m)), m);
    names.insert(name(m));
  }
  EXPECT_EQ(names.size(), 23U);
}

TEST(Measure, StandsInTheListAtItsPlace) {
  for (std::size_t i = 0; i < all_measures().size(); ++i) EXPECT_EQ(static_cast<std::size_t>(all_measures()[i]), i);
}

TEST(Measure, HasTheNameOfItsEnumerator) {
  EXPECT_EQ(name(measure::cosine), "cosine");
  EXPECT_EQ(name(measure::correlation), "correlation");
  EXPECT_EQ(name(measure::spearman), "spearman");
  EXPECT_EQ(name(measure::jaccard), "jaccard");
  EXPECT_EQ(name(measure::ruzicka), "ruzicka");
  EXPECT_EQ(name(measure::dice), "dice");
  EXPECT_EQ(name(measure::extended_jaccard), "extended_jaccard");
  EXPECT_EQ(name(measure::extended_dice), "extended_dice");
  EXPECT_EQ(name(measure::euclidean), "euclidean");
  EXPECT_EQ(name(measure::manhattan), "manhattan");
  EXPECT_EQ(name(measure::canberra), "canberra");
  EXPECT_EQ(name(measure::bray_curtis), "bray_curtis");
  EXPECT_EQ(name(measure::hellinger), "hellinger");
  EXPECT_EQ(name(measure::jensen_shannon), "jensen_shannon");
  EXPECT_EQ(name(measure::chi_squared), "chi_squared");
  EXPECT_EQ(name(measure::burrows_delta), "burrows_delta");
  EXPECT_EQ(name(measure::argamon_linear_delta), "argamon_linear_delta");
  EXPECT_EQ(name(measure::quadratic_delta), "quadratic_delta");
  EXPECT_EQ(name(measure::quadratic_delta_over_n), "quadratic_delta_over_n");
  EXPECT_EQ(name(measure::cosine_delta), "cosine_delta");
  EXPECT_EQ(name(measure::eder_delta), "eder_delta");
  EXPECT_EQ(name(measure::eder_delta_stylo), "eder_delta_stylo");
  EXPECT_EQ(name(measure::eder_simple), "eder_simple");
}

TEST(Measure, IsNotFoundByAnotherName) {
  EXPECT_EQ(measure_from("delta"), std::nullopt);
  EXPECT_EQ(measure_from("Cosine"), std::nullopt);
  EXPECT_EQ(measure_from(""), std::nullopt);
}

TEST(Measure, SaysWhatItNeeds) {
  EXPECT_EQ(std::ranges::count_if(all_measures(), is_similarity), 8);
  EXPECT_EQ(std::ranges::count_if(all_measures(), needs_z_scores), 6);
  EXPECT_EQ(std::ranges::count_if(all_measures(), needs_counts), 1);
  EXPECT_TRUE(is_similarity(measure::spearman));
  EXPECT_FALSE(is_similarity(measure::cosine_delta));
  EXPECT_TRUE(needs_z_scores(measure::eder_delta));
  EXPECT_FALSE(needs_z_scores(measure::eder_simple));
  EXPECT_TRUE(needs_counts(measure::chi_squared));
}

}  // namespace
}  // namespace isogloss::statistics
