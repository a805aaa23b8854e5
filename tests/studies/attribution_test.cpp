#include "isogloss/studies/attribution.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <set>

#include "isogloss/base/errors.hpp"
#include "isogloss/base/parallel.hpp"
#include "isogloss/base/philox.hpp"
#include "isogloss/corpus/study.hpp"
#include "support/errors.hpp"
#include "support/scratch.hpp"

namespace isogloss::studies {
namespace {

using isogloss::testing::scratch_folder;

// Sentences of one author's habit: which of two words they choose, six times over.
std::string words_of(double habit, std::uint32_t document, int sentences) {
  philox random(5, 0, 0, document);
  std::string text;
  for (int i = 0; i < sentences; ++i) {
    text += "The";
    for (const char* pair : {" upon on", " while whilst", " there here", " also too", " by with", " may can"}) {
      const std::string both = pair + 1;
      const std::size_t blank = both.find(' ');
      text += " " + (random.uniform() < habit ? both.substr(0, blank) : both.substr(blank + 1));
    }
    text += ". ";
  }
  return text;
}

struct small_study {
  scratch_folder folder;
  std::string documents = "document,file,author\n";
  std::uint32_t n = 0;

  void add(const std::string& name, const std::string& author, const std::string& text) {
    folder.write(name + ".txt", text);
    documents += name + "," + name + ".txt," + author + "\n";
  }
  void add(const std::string& name, const std::string& author, double habit) {
    add(name, author, words_of(habit, ++n, 40));
  }
  [[nodiscard]] material read(std::uint32_t replicates = 0) const {
    folder.write("documents.csv", documents);
    material_options o;
    o.segmentation.segment_tokens = 50;
    o.replicates = replicates;
    return {corpus::open_study(folder.path()), o};
  }
};

struct ann_and_bob : small_study {
  ann_and_bob() {
    for (const char* name : {"a1", "a2", "a3"}) add(name, "Ann", 0.8);
    for (const char* name : {"b1", "b2", "b3"}) add(name, "Bob", 0.2);
    add("c1", "Cleo", 0.5);
    add("x", "disputed", 0.8);
    add("y", "", 0.2);
  }
};

attribution_options options() {
  attribution_options o;
  o.unknown = {"disputed"};
  return o;
}

// document -> candidate of rank 1, of one method.
std::map<std::string, std::string> winners(const table& t, const std::string& method) {
  std::map<std::string, std::string> result;
  for (std::size_t i = 0; i < t.n_rows(); ++i) {
    if (t.texts("method")[i] == method && t.integers("rank")[i] == 1) {
      result[t.texts("document")[i]] = t.texts("candidate")[i];
    }
  }
  return result;
}

TEST(Attribute, FindsTheAuthorsOfKnownAndUnknownDocuments) {
  const ann_and_bob s;
  const auto result = attribute(s.read(), options());
  for (const char* method : {"nearest-neighbour", "nearest-profile"}) {
    const auto found = winners(result.attribution, method);
    EXPECT_EQ(found.at("a1"), "Ann") << method;
    EXPECT_EQ(found.at("b3"), "Bob") << method;
    EXPECT_EQ(found.at("x"), "Ann") << method;
    EXPECT_EQ(found.at("y"), "Bob") << method;
    EXPECT_NE(found.at("c1"), "Cleo") << method;  // there is no other document of hers
  }
  EXPECT_EQ(result.attribution.n_rows(), 2U * 9 * 3);
}

TEST(Attribute, CountsDocumentsWhoseAuthorHasAnother) {
  const ann_and_bob s;
  const auto result = attribute(s.read(), options());
  const auto& t = result.accuracy;
  ASSERT_EQ(t.n_rows(), 2U * 4);
  EXPECT_EQ(t.texts("scope")[0], "all");
  EXPECT_EQ(t.integers("documents")[0], 6);
  EXPECT_EQ(t.integers("right")[0], 6);
  EXPECT_EQ(t.numbers("accuracy")[0], 1);
  EXPECT_NEAR(t.numbers("low")[0], 0.609666, 1e-6);  // 6 / (6 + z^2)
  EXPECT_EQ(t.texts("author")[3], "Cleo");
  EXPECT_EQ(t.integers("documents")[3], 0);
  EXPECT_TRUE(std::isnan(t.numbers("accuracy")[3]));
  std::set<std::string> statuses;
  std::int64_t documents = 0;
  for (std::size_t i = 0; i < result.confusion.n_rows(); ++i) {
    statuses.insert(result.confusion.texts("status")[i]);
    documents += result.confusion.integers("documents")[i];
  }
  EXPECT_EQ(statuses, (std::set<std::string>{"known", "alone", "unknown"}));
  EXPECT_EQ(documents, 2 * 9);
}

TEST(Attribute, SupportsAreSharesOfResamplesThatSumToOne) {
  const ann_and_bob s;
  const auto t = attribute(s.read(50), options()).attribution;
  std::map<std::string, double> sums;
  for (std::size_t i = 0; i < t.n_rows(); ++i) {
    const double support = t.numbers("support")[i];
    EXPECT_NEAR(support * 50, std::round(support * 50), 1e-9);
    sums[t.texts("method")[i] + t.texts("document")[i]] += support;
  }
  for (const auto& [key, sum] : sums) EXPECT_NEAR(sum, 1, 1e-12) << key;
  const auto none = attribute(s.read(0), options()).attribution;
  EXPECT_TRUE(std::isnan(none.numbers("support")[0]));
}

TEST(Attribute, IsTheSameWhateverTheThreads) {
  const ann_and_bob s;
  const auto m = s.read(30);
  const auto numbers = [&](std::size_t threads) {
    const thread_limit limit(threads);
    const auto nearest = attribute(m, options());
    const auto verified = verify(m, options());
    auto all = nearest.attribution.numbers("support");
    for (const auto& more : {nearest.attribution.numbers("margin"), verified.imposters.numbers("score"),
                             verified.calibration.numbers("area_under_curve")}) {
      all.insert(all.end(), more.begin(), more.end());
    }
    std::erase_if(all, [](double x) { return std::isnan(x); });
    return all;
  };
  const auto one = numbers(1);
  EXPECT_EQ(one, numbers(2));
  EXPECT_EQ(one, numbers(7));
}

TEST(Attribute, HasNoDistancesOfDocumentsThatAreAlike) {
  small_study s;
  for (const char* name : {"a1", "a2"}) s.add(name, "Ann", "The same text. It is the same.");
  for (const char* name : {"b1", "b2"}) s.add(name, "Bob", "The same text. It is the same.");
  const auto result = attribute(s.read(20), options());
  EXPECT_TRUE(std::isnan(result.attribution.numbers("distance")[0]));
  EXPECT_EQ(result.accuracy.integers("right")[0], 0);
  EXPECT_EQ(result.confusion.texts("candidate")[0], "NA");
  EXPECT_EQ(result.notes[1],
            "nearest-neighbour: no distance exists; in none of the words do documents of known author differ");
  auto by_frequency = options();
  by_frequency.measure = statistics::measure::ruzicka;
  const auto tied = attribute(s.read(), by_frequency);
  EXPECT_EQ(tied.attribution.numbers("margin")[0], 0);
  EXPECT_EQ(winners(tied.attribution, "nearest-profile").at("b1"), "Ann");  // the first by name
}

TEST(Attribute, OfTwoDocumentsIsDefined) {
  small_study s;
  s.add("a", "Ann", 0.8);
  s.add("b", "Bob", 0.2);
  const auto result = attribute(s.read(), options());
  EXPECT_EQ(result.attribution.n_rows(), 2U * 2 * 2);
  EXPECT_EQ(result.accuracy.integers("documents")[0], 0);
  EXPECT_FALSE(why_no_attribution(s.read(), options()).empty());
  EXPECT_TRUE(why_no_attribution(ann_and_bob().read(), options()).empty());
}

TEST(Attribute, SaysWhatItLacks) {
  small_study s;
  s.add("a1", "Ann", 0.8);
  s.add("a2", "Ann", 0.8);
  EXPECT_THROW((void)attribute(s.read(), options()), data_error);
  s.add("b1", "Bob", 0.2);
  auto other = options();
  other.author_column = "writer";
  EXPECT_THROW((void)attribute(s.read(), other), data_error);
  EXPECT_EQ(why_no_attribution(s.read(), other), "documents.csv has no column \"writer\"");
  auto whole = options();
  whole.measure = statistics::measure::chi_squared;
  EXPECT_THROW((void)attribute(s.read(), whole), data_error);
  auto strict = options();
  strict.unknown = {"Ann", "Bob"};
  EXPECT_THROW((void)attribute(s.read(), strict), data_error);
  const auto notes = attribute(s.read(), options()).notes;
  ASSERT_FALSE(notes.empty());
  EXPECT_EQ(notes.front(), "no document has \"disputed\" in column \"author\", which --unknown names");
}

TEST(Attribute, KeepsTheNearestAuthorsOnly) {
  const ann_and_bob s;
  auto o = options();
  o.top = 1;
  const auto few = attribute(s.read(), o).attribution, all = attribute(s.read(), options()).attribution;
  EXPECT_EQ(few.n_rows(), 2U * 9);
  EXPECT_EQ(winners(few, "nearest-profile"), winners(all, "nearest-profile"));
  EXPECT_EQ(few.numbers("margin")[0], all.numbers("margin")[0]);
}

TEST(Attribute, LeavesOutWordsOfFewDocuments) {
  ann_and_bob s;
  s.add("d1", "Dan", "The zebra whilst on here too with can.");
  auto o = options();
  EXPECT_EQ(attribute(s.read(), o).attribution.integers("terms")[0], 14);
  o.culling = 100;
  EXPECT_EQ(attribute(s.read(), o).attribution.integers("terms")[0], 7);
}

TEST(Verify, AnswersOfAuthorsByTheirOwnDocuments) {
  const ann_and_bob s;
  const auto result = verify(s.read(), options());
  const auto& t = result.imposters;
  ASSERT_EQ(t.n_rows(), 9U * 3);
  std::map<std::string, std::pair<std::string, double>> best;
  for (std::size_t i = 0; i < t.n_rows(); ++i) {
    best.try_emplace(t.texts("document")[i], t.texts("candidate")[i], t.numbers("score")[i]);
    EXPECT_EQ(t.integers("documents")[i] + t.integers("imposters")[i], t.texts("status")[i] == "unknown" ? 7 : 6);
  }
  EXPECT_EQ(best.at("x").first, "Ann");
  EXPECT_EQ(best.at("y").first, "Bob");
  EXPECT_GT(best.at("x").second, 0.5);
  EXPECT_EQ(result.calibration.integers("same")[0], 6);
  EXPECT_EQ(result.calibration.integers("different")[0], 6 + 2 + 6);
  EXPECT_TRUE(std::isnan(result.calibration.numbers("slope")[0]));
  EXPECT_TRUE(std::isnan(t.numbers("probability")[0]));
  EXPECT_TRUE(result.notes.back().starts_with("no probabilities: 6 pairs of one author"));
}

TEST(Verify, HasNoAnswersWhereNothingCanBeLeftOut) {
  small_study s;
  s.add("a", "Ann", 0.8);
  s.add("b", "Bob", 0.2);
  s.add("x", "", 0.8);
  const auto result = verify(s.read(), options());
  EXPECT_EQ(result.imposters.texts("answer")[0], "NA");
  EXPECT_TRUE(std::isnan(result.calibration.numbers("c_at_1")[0]));
  EXPECT_TRUE(result.notes.back().starts_with("no answers"));
}

}  // namespace
}  // namespace isogloss::studies
