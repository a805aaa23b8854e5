#include "isogloss/statistics/profile_divergence.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <initializer_list>
#include <map>
#include <stdexcept>

#include "support/simulated_contexts.hpp"

namespace isogloss::statistics {
namespace {

struct unit {
  bool in_a;
  std::uint32_t contexts;
  std::map<std::uint32_t, std::uint32_t> cells;
};

context_counts counts_of(const std::vector<unit>& units, std::size_t n_collocates = 5) {
  context_counts c;
  c.n_collocates = n_collocates;
  for (const auto& u : units) {
    c.first.push_back(c.cells.size());
    c.contexts.push_back(u.contexts);
    c.in_a.push_back(u.in_a);
    for (const auto& [collocate, count] : u.cells) c.cells.push_back({collocate, count});
  }
  c.first.push_back(c.cells.size());
  return c;
}

const std::vector<unit> seven = {{true, 2, {{0, 3}, {1, 1}}},          {true, 1, {{0, 1}, {2, 2}}},
                                 {true, 1, {{0, 2}, {4, 1}}},          {false, 1, {{1, 2}, {3, 1}}},
                                 {false, 2, {{1, 1}, {2, 1}, {3, 2}}}, {false, 1, {{0, 1}, {3, 1}}},
                                 {false, 3, {{1, 2}, {2, 1}}}};

philox stream(std::uint32_t part = 0) {
  return philox(1, 99, 0, part);
}

TEST(ProfileDivergence, IsWhatAnIndependentProgramGives) {
  EXPECT_NEAR(profile_divergence(counts_of(seven)), 0.45187281509356253, 1e-14);  // Python, from the definition
}

TEST(ProfileDivergence, IsZeroForOneProfileWhateverItsSize) {
  EXPECT_NEAR(profile_divergence(counts_of({{true, 1, {{0, 1}, {1, 2}}}, {false, 4, {{0, 4}, {1, 8}}}})), 0, 1e-15);
}

TEST(ProfileDivergence, IsOneBitForDisjointProfiles) {
  EXPECT_EQ(profile_divergence(counts_of({{true, 1, {{0, 3}, {1, 1}}}, {false, 4, {{2, 9}, {3, 1}}}})), 1);
}

TEST(ProfileDivergence, DoesNotExistForAGroupWithoutCollocates) {
  EXPECT_TRUE(std::isnan(profile_divergence(counts_of({{true, 1, {{0, 3}}}}))));
  EXPECT_TRUE(std::isnan(profile_divergence(counts_of({}))));
  auto random = stream();
  const auto dealt = deal_contexts(counts_of({{true, 1, {{0, 3}}}}), 100, random);
  EXPECT_TRUE(std::isnan(dealt.expected));
  EXPECT_TRUE(std::isnan(dealt.p_value));
}

TEST(ProfileDivergence, RejectsCountsThatDoNotAgree) {
  auto c = counts_of(seven);
  c.in_a.pop_back();
  EXPECT_THROW((void)profile_divergence(c), std::invalid_argument);
}

// Python: all 7! orders of dealing. 200,000 deals leave a standard error of 0.0003 in the mean, 0.0006 in the share.
TEST(DealContexts, HasTheMeanAndTheShareOfEveryOrder) {
  auto random = stream();
  const auto dealt = deal_contexts(counts_of(seven), 200000, random);
  EXPECT_NEAR(dealt.expected, 0.22941136165251227, 0.0012);
  EXPECT_NEAR(dealt.z, 1.8521241574223781, 0.02);
  EXPECT_NEAR(dealt.p_value, 0.07380952380952381, 0.0024);
}

TEST(DealContexts, DoesNotKnowWhichGroupIsWhich) {
  auto swapped = seven;
  for (auto& u : swapped) u.in_a = !u.in_a;
  auto random = stream();
  const auto dealt = deal_contexts(counts_of(seven), 500, random);
  random = stream();
  const auto other = deal_contexts(counts_of(swapped), 500, random);
  EXPECT_EQ(dealt.divergence, other.divergence);
  EXPECT_EQ(dealt.expected, other.expected);
  EXPECT_EQ(dealt.p_value, other.p_value);
}

TEST(DealContexts, SaysWhatItCouldReach) {
  auto random = stream();
  EXPECT_EQ(deal_contexts(counts_of(seven), 1000, random).p_attainable, 1.0 / 35);
  EXPECT_EQ(deal_contexts(counts_of(seven), 20, random).p_attainable, 1.0 / 21);
  EXPECT_EQ(deal_contexts(counts_of({seven[0], seven[3]}), 1000, random).p_attainable, 1);
}

TEST(DealContexts, FindsNothingInOneSegmentAGroup) {
  auto random = stream();
  const auto dealt = deal_contexts(counts_of({{true, 2, {{0, 2}}}, {false, 2, {{1, 2}}}}), 100, random);
  EXPECT_EQ(dealt.divergence, 1);
  EXPECT_EQ(dealt.expected, 1);
  EXPECT_EQ(dealt.p_value, 1);
  EXPECT_TRUE(std::isnan(dealt.z));
}

TEST(DealContexts, OfSegmentsThatAreAllAlikeHasNoRest) {
  auto random = stream();
  const unit like_any = {true, 2, {{0, 4}, {1, 2}, {2, 2}, {3, 1}}};
  const unit other = {false, 2, like_any.cells};
  const auto dealt = deal_contexts(counts_of({like_any, like_any, like_any, other, other, other, other}), 300, random);
  EXPECT_EQ(dealt.divergence - dealt.expected, 0);
  EXPECT_GE(dealt.divergence, 0);
  EXPECT_EQ(dealt.p_value, 1);
}

TEST(RelabelDocuments, LooksAtEveryRelabelling) {
  auto random = stream();
  const auto tested = relabel_documents(counts_of(seven), 1000, random);
  EXPECT_EQ(tested.p_value, 3.0 / 35);  // Python, from the definition of mutual information
  EXPECT_EQ(tested.p_attainable, 1.0 / 35);
}

TEST(RelabelDocuments, DrawsFromManyRelabellings) {
  auto random = stream();
  const auto tested = relabel_documents(counts_of(seven), 34, random);
  EXPECT_EQ(tested.p_attainable, 1.0 / 35);
  EXPECT_NEAR(tested.p_value * 35, std::round(tested.p_value * 35), 1e-12);
  EXPECT_GT(tested.p_value, 0);
}

TEST(RelabelDocuments, GivesNoNumberForOneGroup) {
  auto random = stream();
  EXPECT_TRUE(std::isnan(relabel_documents(counts_of({seven[0], seven[1]}), 100, random).p_value));
}

TEST(RelabelDocuments, CountsTheMirrorImageOfEqualGroups) {
  const auto c = counts_of({seven[0], seven[1], seven[3], seven[4]});
  auto random = stream();
  EXPECT_EQ(document_p_attainable(c, 1000), 2.0 / 6);
  EXPECT_GE(relabel_documents(c, 1000, random).p_value, 2.0 / 6);
}

TEST(MergeUnits, AddsWhatStandsTogether) {
  const auto merged = merge_units(counts_of(seven), {0, 0, 0, 1, 1, 2, 2});
  ASSERT_EQ(merged.n_units(), 3U);
  EXPECT_EQ(merged.contexts, (std::vector<std::uint32_t>{4, 3, 4}));
  EXPECT_EQ(merged.in_a, (std::vector<bool>{true, false, false}));
  EXPECT_EQ(merged.first, (std::vector<std::size_t>{0, 4, 7, 11}));
  EXPECT_EQ(merged.cells[0].count, 6U);
  EXPECT_NEAR(profile_divergence(merged), profile_divergence(counts_of(seven)), 1e-15);
}

// Standard error of a share of 0.05 in 400: 0.011. docs/calibration.md has more designs and replicates.
TEST(ContextCalibration, TestsHoldTheirLevel) {
  isogloss::testing::context_simulation alike;
  EXPECT_LE(calibrate(alike, 400, 199).segment, 0.07);
  isogloss::testing::context_simulation by_document;
  by_document.documents_a = by_document.documents_b = 4;
  by_document.segments_per_document = 8;
  by_document.of_document = 0.3;
  EXPECT_LE(calibrate(by_document, 400, 199).document, 0.07);
}

TEST(ContextCalibration, ADifferenceIsFound) {
  isogloss::testing::context_simulation different;
  different.different = true;
  const auto found = calibrate(different, 50, 199);
  EXPECT_GE(found.segment, 0.9);
  EXPECT_GT(found.divergence, 0.1);
}

TEST(ContextCalibration, WithoutADifferenceTheDebiasedDivergenceIsAboutZero) {
  EXPECT_NEAR(isogloss::testing::calibrate(isogloss::testing::context_simulation{}, 2000, 50).divergence, 0, 0.003);
}

}  // namespace
}  // namespace isogloss::statistics
