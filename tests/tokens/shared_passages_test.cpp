#include "tokens/shared_passages.hpp"

#include <gmock/gmock.h>

#include <random>

#include "isogloss/base/parallel.hpp"

namespace isogloss::tokens {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using sequences = std::vector<word_sequence>;

reuse_options options(std::size_t seed_words, std::size_t min_words, std::size_t max_gap = 5, bool within = false) {
  reuse_options o;
  o.seed_words = seed_words;
  o.min_words = min_words;
  o.max_gap = max_gap;
  o.within_documents = within;
  return o;
}

word_sequence numbers_from(std::uint32_t first, std::size_t n) {
  word_sequence words(n);
  for (std::size_t i = 0; i < n; ++i) words[i] = first + static_cast<std::uint32_t>(i);
  return words;
}

word_sequence joined(std::initializer_list<word_sequence> parts) {
  word_sequence all;
  for (const auto& part : parts) all.insert(all.end(), part.begin(), part.end());
  return all;
}

// The one passage of two documents.
word_alignment only(const word_sequence& a, const word_sequence& b, const reuse_options& o) {
  const auto found = shared_passages({a, b}, o);
  EXPECT_THAT(found, SizeIs(1));
  return found.empty() ? word_alignment{{{0, 0, 0}}} : found.front().alignment;
}

word_sequence random_words(std::mt19937& random, std::size_t n, std::uint32_t n_types) {
  word_sequence words(n);
  for (auto& w : words) w = static_cast<std::uint32_t>(random() % n_types);
  return words;
}

// Every longest run of equal words of two documents, by looking at all pairs of places.
std::vector<word_run> all_runs(const word_sequence& a, const word_sequence& b) {
  std::vector<word_run> runs;
  for (std::size_t i = 0; i < a.size(); ++i) {
    for (std::size_t j = 0; j < b.size(); ++j) {
      if (i > 0 && j > 0 && a[i - 1] == b[j - 1]) continue;
      std::size_t n = 0;
      while (i + n < a.size() && j + n < b.size() && a[i + n] == b[j + n]) ++n;
      if (n > 0) runs.push_back({i, j, n});
    }
  }
  return runs;
}

void expect_sound(const word_sequence& a, const word_sequence& b, const word_alignment& p, const reuse_options& o) {
  std::size_t longest = 0, end_a = 0, end_b = 0;
  for (const auto& run : p.runs) {
    ASSERT_TRUE(run.a >= end_a && run.b >= end_b && run.length > 0);
    EXPECT_TRUE(run.a > end_a || run.b > end_b || end_a == 0) << "runs that touch are one";
    end_a = run.a + run.length;
    end_b = run.b + run.length;
    ASSERT_TRUE(end_a <= a.size() && end_b <= b.size());
    for (std::size_t i = 0; i < run.length; ++i) EXPECT_EQ(a[run.a + i], b[run.b + i]);
    longest = std::max(longest, run.length);
  }
  EXPECT_GE(longest, o.seed_words);
  EXPECT_GE(p.matched(), o.min_words);
}

TEST(SharedPassages, AreWhatAComparisonOfAllPlacesFinds) {
  std::mt19937 random(1);
  std::size_t n_runs = 0;
  for (int round = 0; round < 400; ++round) {
    const auto o = options(2 + round % 3, 3 + round % 4, round % 4);
    const std::uint32_t n_types = 2 + static_cast<std::uint32_t>(round % 5);
    const sequences documents = {random_words(random, 45, n_types), random_words(random, 38, n_types),
                                 random_words(random, 30, n_types)};
    const auto found = shared_passages(documents, o);
    for (const auto& f : found) expect_sound(documents[f.document_a], documents[f.document_b], f.alignment, o);
    for (std::size_t a = 0; a < documents.size(); ++a) {
      for (std::size_t b = a + 1; b < documents.size(); ++b) {
        for (const auto& run : all_runs(documents[a], documents[b])) {
          if (run.length < std::max(o.seed_words, o.min_words)) continue;
          ++n_runs;
          EXPECT_TRUE(std::any_of(
              found.begin(), found.end(),
              [&](const auto& f) { return f.document_a == a && f.document_b == b && f.alignment.contains({{run}}); }))
              << "round " << round << ": " << run.a << ' ' << run.b << ' ' << run.length;
        }
      }
    }
  }
  EXPECT_GT(n_runs, 10000U);
}

TEST(SharedPassages, AreNoneWithinAnother) {
  std::mt19937 random(2);
  for (int round = 0; round < 100; ++round) {
    const auto found = shared_passages({random_words(random, 60, 3), random_words(random, 60, 3)}, options(3, 5, 2));
    for (const auto& x : found) {
      for (const auto& y : found) EXPECT_FALSE(&x != &y && x.alignment.contains(y.alignment));
    }
  }
}

TEST(SharedPassages, OfOneDocumentDoNotOverlapTheirRepetition) {
  std::mt19937 random(3);
  std::size_t n_runs = 0;
  for (int round = 0; round < 200; ++round) {
    const auto o = options(3, 4, 2, true);
    const word_sequence words = random_words(random, 60, 3);
    const auto found = shared_passages({words}, o);
    for (const auto& f : found) {
      expect_sound(words, words, f.alignment, o);
      EXPECT_LE(f.alignment.end_a(), f.alignment.begin_b());
    }
    for (const auto& run : all_runs(words, words)) {
      if (run.a >= run.b || run.length < 4 || run.a + run.length > run.b) continue;
      ++n_runs;
      EXPECT_TRUE(
          std::any_of(found.begin(), found.end(), [&](const auto& f) { return f.alignment.contains({{run}}); }));
    }
  }
  EXPECT_GT(n_runs, 1000U);
}

TEST(SharedPassages, OfOneDocumentAreLookedForOnRequestOnly) {
  const word_sequence words = joined({numbers_from(0, 12), numbers_from(100, 30), numbers_from(0, 12)});
  EXPECT_THAT(shared_passages({words}, options(6, 10)), IsEmpty());
  const auto found = shared_passages({words}, options(6, 10, 5, true));
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_THAT(found[0].alignment.runs, ElementsAre(word_run{0, 42, 12}));
}

TEST(SharedPassages, GoOverAWordReplacedAddedOrLeftOut) {
  const word_sequence whole = numbers_from(0, 24);
  const auto a = joined({numbers_from(100, 9), whole, numbers_from(200, 9)});
  word_sequence edited = whole;
  edited[7] = 500;
  EXPECT_THAT(only(a, edited, options(6, 10)).runs, ElementsAre(word_run{9, 0, 7}, word_run{17, 8, 16}));
  edited = whole;
  edited.erase(edited.begin() + 7);
  EXPECT_THAT(only(a, edited, options(6, 10)).runs, ElementsAre(word_run{9, 0, 7}, word_run{17, 7, 16}));
  edited = whole;
  edited.insert(edited.begin() + 7, 500);
  const auto added = only(a, edited, options(6, 10));
  EXPECT_THAT(added.runs, ElementsAre(word_run{9, 0, 7}, word_run{16, 8, 17}));
  EXPECT_EQ(added.matched(), 24U);
  EXPECT_EQ(added.columns(), 25U);
}

TEST(SharedPassages, GoOverAsManyWordsAsTheGapAllows) {
  for (std::uint32_t gap = 4; gap <= 7; ++gap) {
    const auto a = joined({numbers_from(0, 12), numbers_from(100, gap), numbers_from(20, 12)});
    const auto b = joined({numbers_from(0, 12), numbers_from(200, gap), numbers_from(20, 12)});
    EXPECT_THAT(shared_passages({a, b}, options(6, 10)), SizeIs(gap <= 5 ? 1 : 2)) << gap;
  }
}

TEST(SharedPassages, FollowEditsThatShiftThemFarApart) {
  word_sequence a, b;  // every ninth word of b is added: 40 words in the end
  for (std::uint32_t i = 0; i < 360; ++i) {
    a.push_back(i);
    b.push_back(i);
    if (i % 9 == 8) b.push_back(1000 + i);
  }
  b.pop_back();
  const auto found = only(a, b, options(6, 10));
  EXPECT_EQ(found.matched(), 360U);
  EXPECT_EQ(found.columns(), 399U);
}

TEST(SharedPassages, DoNotTakeWordsBeyondThePassageAlong) {
  // After the passage one word in three is the same by chance.
  word_sequence a = numbers_from(0, 12), b = a;
  for (std::uint32_t i = 0; i < 30; ++i) {
    a.push_back(i % 3 == 2 ? 50 : 100 + i);
    b.push_back(i % 3 == 2 ? 50 : 200 + i);
  }
  EXPECT_THAT(only(a, b, options(6, 10)).runs, ElementsAre(word_run{0, 0, 12}));
}

TEST(SharedPassages, NeedASeedAndAllTheirWords) {
  const auto five_of_six = joined({numbers_from(0, 5), {99}, numbers_from(6, 5), {99}, numbers_from(12, 5)});
  EXPECT_THAT(shared_passages({numbers_from(0, 17), five_of_six}, options(6, 10)), IsEmpty());
  EXPECT_THAT(shared_passages({numbers_from(0, 9), numbers_from(0, 9)}, options(6, 10)), IsEmpty());
  EXPECT_THAT(shared_passages({numbers_from(0, 10), numbers_from(0, 10)}, options(6, 10)), SizeIs(1));
}

TEST(SharedPassages, AreFoundWhereverTheSecondDocumentHasThem) {
  const word_sequence passage = numbers_from(0, 12);
  const auto b = joined({passage, numbers_from(100, 20), passage, numbers_from(200, 20), passage});
  EXPECT_THAT(shared_passages({passage, b}, options(6, 10)), SizeIs(3));
}

TEST(SharedPassages, TakeTurnsWhereASeedPairsInTooManyWays) {
  const word_sequence same(20000, 7);
  EXPECT_THAT(only(same, same, options(6, 10)).runs, ElementsAre(word_run{0, 0, 20000}));
  const auto found = shared_passages({same, word_sequence(50, 7), joined({same, {8}, same})}, options(6, 10));
  EXPECT_LE(found.size(), 20U);
  EXPECT_GE(found.size(), 3U);
  EXPECT_LE(shared_passages({same}, options(6, 10, 5, true)).size(), 20000U / 6);
}

TEST(SharedPassages, AreTheSameForAnyThreads) {
  std::mt19937 random(4);
  sequences documents;
  for (int i = 0; i < 9; ++i) documents.push_back(random_words(random, 300, 4));
  std::vector<std::vector<std::size_t>> results;
  for (const std::size_t threads : {1, 2, 7}) {
    const thread_limit limit(threads);
    results.emplace_back();
    for (const auto& f : shared_passages(documents, options(5, 8, 3, true))) {
      for (const auto& r : f.alignment.runs)
        results.back().insert(results.back().end(), {f.document_a, f.document_b, r.a, r.b, r.length});
    }
  }
  EXPECT_GT(results[0].size(), 1000U);
  EXPECT_EQ(results[1], results[0]);
  EXPECT_EQ(results[2], results[0]);
}

TEST(SharedPassages, OfEmptyAndShortDocumentsAreNone) {
  EXPECT_THAT(shared_passages({}, options(6, 10)), IsEmpty());
  EXPECT_THAT(shared_passages({{}, {1, 2}, {}, numbers_from(0, 40)}, options(6, 10)), IsEmpty());
}

TEST(SeedIndex, TellsSeedsOfOneHashApart) {
  std::mt19937 random(5);
  const sequences documents = {random_words(random, 400, 5), random_words(random, 300, 5)};
  const auto places_of = [&](unsigned hash_bits) {
    const seed_index index(documents, 3, true, hash_bits);
    std::vector<std::vector<std::pair<std::uint32_t, std::uint32_t>>> places;
    for (std::size_t d = 0; d < documents.size(); ++d) {
      for (const auto seed : index.seeds_of(d)) {
        places.emplace_back();
        if (seed == seed_index::unique) continue;
        for (const auto& p : index.places(seed)) places.back().emplace_back(p.document, p.word);
      }
    }
    return places;
  };
  EXPECT_EQ(places_of(2), places_of(64));
}

TEST(SeedIndex, LeavesOutWhatTooManyDocumentsHold) {
  const sequences few(most_documents_of_seed, numbers_from(0, 6));
  EXPECT_NE(seed_index(few, 6, false).seeds_of(0)[0], seed_index::unique);
  const sequences many(most_documents_of_seed + 1, numbers_from(0, 6));
  EXPECT_EQ(seed_index(many, 6, false).seeds_of(0)[0], seed_index::unique);
}

}  // namespace
}  // namespace isogloss::tokens
