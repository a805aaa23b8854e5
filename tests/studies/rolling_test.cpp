#include <gtest/gtest.h>

#include <map>

#include "isogloss/base/errors.hpp"
#include "isogloss/studies/attribution.hpp"
#include "studies/window_counts.hpp"
#include "support/scratch.hpp"

namespace isogloss::studies {
namespace {

using isogloss::testing::scratch_folder;

counted_units of_sizes(std::vector<std::size_t> tokens) {
  counted_units units{"segment", {0}, {}, std::move(tokens)};
  units.first.resize(units.tokens.size() + 1, 0);
  return units;
}

std::vector<std::pair<std::size_t, std::size_t>> spans(const counted_units& units, std::size_t window,
                                                       std::size_t step) {
  std::vector<std::pair<std::size_t, std::size_t>> result;
  for (const auto& w : windows(units, window, step)) result.emplace_back(w.first_token, w.last_token);
  return result;
}

using pairs = std::vector<std::pair<std::size_t, std::size_t>>;

TEST(Windows, OfTokensEndWithTheDocument) {
  const auto units = of_sizes(std::vector<std::size_t>(10, 1));
  EXPECT_EQ(spans(units, 4, 2), (pairs{{1, 4}, {3, 6}, {5, 8}, {7, 10}}));
  EXPECT_EQ(spans(units, 4, 3), (pairs{{1, 4}, {4, 7}, {7, 10}}));
  EXPECT_EQ(spans(units, 4, 4), (pairs{{1, 4}, {5, 8}, {7, 10}}));
  EXPECT_EQ(spans(units, 3, 9), (pairs{{1, 3}, {8, 10}}));
  EXPECT_EQ(spans(units, 3, 99), (pairs{{1, 3}, {8, 10}}));
}

TEST(Windows, OfAShortDocumentAreOne) {
  EXPECT_EQ(spans(of_sizes(std::vector<std::size_t>(10, 1)), 10, 1), (pairs{{1, 10}}));
  EXPECT_EQ(spans(of_sizes(std::vector<std::size_t>(10, 1)), 1000, 1), (pairs{{1, 10}}));
}

TEST(Windows, OfSegmentsHaveAtLeastTheTokensWanted) {
  EXPECT_EQ(spans(of_sizes({5, 7, 6, 4, 8}), 10, 5), (pairs{{1, 12}, {6, 18}, {13, 22}, {19, 30}}));
}

const std::string ann = "We rely upon it while there also by may. ";
const std::string bob = "We rely on it whilst here too with can. ";

std::string repeated(const std::string& sentence, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += sentence;
  return text;
}

void write_study(const scratch_folder& folder) {
  folder.write("documents.csv", "document,author\na1,Ann\na2,Ann\nb1,Bob\nb2,Bob\nmixed,\n");
  folder.write("texts/a1.txt", repeated(ann, 20));
  folder.write("texts/a2.txt", repeated(ann, 19) + bob);
  folder.write("texts/b1.txt", repeated(bob, 20));
  folder.write("texts/b2.txt", repeated(bob, 18) + ann);
  folder.write("texts/mixed.txt", repeated(ann, 20) + repeated(bob, 20));
}

material read(const scratch_folder& folder, std::size_t ngrams = 1) {
  material_options o;
  o.segmentation.segment_tokens = 18;
  o.ngrams = ngrams;
  return {corpus::open_study(folder.path()), o};
}

std::map<std::int64_t, std::string> nearest(const table& t) {
  std::map<std::int64_t, std::string> result;
  for (std::size_t i = 0; i < t.n_rows(); ++i) {
    if (t.integers("rank")[i] == 1) result[t.integers("begin")[i]] = t.texts("candidate")[i];
  }
  return result;
}

TEST(Rolling, FindsWhereOneAuthorEndsAndTheOtherBegins) {
  const scratch_folder folder;
  write_study(folder);
  const auto t = rolling(read(folder), {}, {{}, 36, 18});
  EXPECT_EQ(t.texts("unit")[0], "token");
  const auto authors = nearest(t);
  EXPECT_EQ(authors.size(), 19U);  // 360 tokens
  for (const auto& [begin, author] : authors) {
    if (begin + 35 <= 180) {
      EXPECT_EQ(author, "Ann") << begin;
    }
    if (begin > 180) {
      EXPECT_EQ(author, "Bob") << begin;
    }
  }
}

TEST(Rolling, TakesSegmentsWhereTermsAreSequences) {
  const scratch_folder folder;
  write_study(folder);
  const auto t = rolling(read(folder, 2), {}, {{}, 36, 18});
  EXPECT_EQ(t.texts("unit")[0], "segment");
  const auto authors = nearest(t);
  EXPECT_EQ(authors.begin()->second, "Ann");
  EXPECT_EQ(authors.rbegin()->second, "Bob");
}

TEST(Rolling, LeavesADocumentOfKnownAuthorOut) {
  const scratch_folder folder;
  write_study(folder);
  const auto t = rolling(read(folder), {}, {{"b2"}, 1000, 1});
  ASSERT_EQ(t.n_rows(), 2U);
  EXPECT_EQ(t.texts("author")[0], "Bob");
  EXPECT_EQ(t.texts("candidate")[0], "Bob");
  EXPECT_GT(t.numbers("distance")[0], 0);
  EXPECT_EQ(t.numbers("margin")[0], t.numbers("distance")[1] - t.numbers("distance")[0]);
}

TEST(Rolling, SaysWhatItLacks) {
  const scratch_folder folder;
  write_study(folder);
  EXPECT_THROW((void)rolling(read(folder), {}, {{"nobody"}, 10, 10}), data_error);
  folder.write("documents.csv", "document,author\na1,Ann\na2,Ann\nb1,Bob\nb2,Bob\nmixed,Bob\n");
  EXPECT_THROW((void)rolling(read(folder), {}, {{}, 10, 10}), data_error);
}

}  // namespace
}  // namespace isogloss::studies
