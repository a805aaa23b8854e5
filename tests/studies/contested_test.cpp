#include "isogloss/studies/contested.hpp"

#include <gmock/gmock.h>

#include <cmath>
#include <map>
#include <string>
#include <vector>

#include "isogloss/base/errors.hpp"
#include "isogloss/base/parallel.hpp"
#include "isogloss/base/philox.hpp"
#include "isogloss/studies/keyness.hpp"
#include "support/errors.hpp"
#include "support/small_study.hpp"

namespace isogloss::studies {
namespace {

using isogloss::testing::has_problem;
using isogloss::testing::problems_of;
using isogloss::testing::scratch_folder;
using ::testing::ElementsAre;

struct grouped_text {
  std::string name, group, text;
};

// `work` on the texts, stop words and groups as given.
template <class Work>
auto with_study(const std::vector<grouped_text>& texts, const Work& work, material_options options = {}) {
  const scratch_folder folder;
  std::string documents = "document,side\n";
  for (const auto& t : texts) {
    documents += t.name + ',' + t.group + '\n';
    folder.write("texts/" + t.name + ".txt", t.text);
  }
  folder.write("documents.csv", documents);
  folder.write("stop.txt", "the\na\nsome\nof\nis\nno\n");
  if (options.group_by.empty()) options.group_by = "side";
  options.content_stopwords = folder.path() / "stop.txt";
  return work(material(corpus::open_study(folder.path()), options));
}

contested_options small(std::size_t left = 2, std::size_t right = 2, double min_shared = 1) {
  contested_options o;
  o.span = {left, right};
  o.min_shared = min_shared;
  return o;
}

table contested_of(const std::vector<grouped_text>& texts, const contested_options& options,
                   const material_options& m = {}) {
  return with_study(
      texts, [&](const material& of) { return contested(of, options); }, m);
}

std::size_t row_of(const table& t, const std::string& term) {
  for (std::size_t i = 0; i < t.n_rows(); ++i) {
    if (t.texts("term")[i] == term) return i;
  }
  ADD_FAILURE() << "no row for " << term;
  return 0;
}

const std::vector<grouped_text> three = {
    {"one", "a", "The red state wants old power. A red state eats bread. Some state power stays red!"},
    {"two", "b", "The blue state gives warm bread. A blue state, the state of bread, is warm. Old power sleeps."},
    {"three", "b", "No state gives red bread. The blue bread of a warm state is old."}};

// Counts and divergences by a Python program that knows nothing of this one.
TEST(Contested, CountsWhatAnIndependentProgramCounts) {
  const table t = contested_of(three, small());
  const auto i = row_of(t, "state");
  EXPECT_EQ(t.texts("group_a")[i], "a");
  EXPECT_EQ(t.texts("group_b")[i], "b");
  EXPECT_EQ(t.integers("count_a")[i], 3);
  EXPECT_EQ(t.integers("count_b")[i], 5);
  EXPECT_EQ(t.integers("contexts_a")[i], 3);
  EXPECT_EQ(t.integers("contexts_b")[i], 5);
  EXPECT_NEAR(t.numbers("divergence_bits")[i] + t.numbers("divergence_expected")[i], 0.6036953526232175, 1e-14);
  const auto j = row_of(t, "bread");
  EXPECT_EQ(t.integers("count_a")[j], 1);
  EXPECT_EQ(t.integers("count_b")[j], 4);
  EXPECT_NEAR(t.numbers("divergence_bits")[j] + t.numbers("divergence_expected")[j], 0.7543628371936578, 1e-14);
}

TEST(Contested, LeavesStopWordsOutOnBothSidesOfTheWindow) {
  const table t = contested_of(three, small());
  for (std::size_t i = 0; i < t.n_rows(); ++i) {
    EXPECT_NE(t.texts("term")[i], "the");
    EXPECT_EQ(t.texts("collocates_a")[i].find("the ("), std::string::npos);
  }
}

std::string repeated(const std::string& sentence, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += sentence + ' ';
  return text;
}

TEST(Contested, NamesTheCollocatesThatTellTheGroupsApart) {
  const table t = contested_of({{"one", "a", repeated("Red state grows.", 12)},  // z by Python: 2.868, 2.902, 0
                                {"two", "b", repeated("Blue state grows.", 9)}},
                               small());
  const auto i = row_of(t, "state");
  EXPECT_EQ(t.texts("collocates_a")[i], "red (2.9)");
  EXPECT_EQ(t.texts("collocates_b")[i], "blue (2.9)");
}

TEST(Contested, TakesTermsThatBothGroupsHaveOftenEnough) {
  const table t = contested_of(three, small(2, 2, 3));
  ASSERT_EQ(t.n_rows(), 1U);
  EXPECT_EQ(t.texts("term")[0], "state");
}

TEST(Contested, DoesNotTakeTheNodeForItsOwnCollocate) {
  const table t = contested_of({{"one", "a", "State state state."}, {"two", "b", "State red."}}, small());
  const auto i = row_of(t, "state");
  EXPECT_EQ(t.integers("count_a")[i], 3);
  EXPECT_EQ(t.integers("contexts_a")[i], 0);
  EXPECT_TRUE(std::isnan(t.numbers("divergence_bits")[i]));
  EXPECT_TRUE(std::isnan(t.numbers("p_value")[i]));
  EXPECT_TRUE(std::isnan(t.numbers("q_value")[i]));
}

// `n` documents a group of random words; those of group b with a word of their own beside "node" if `apart`.
std::vector<grouped_text> random_texts(std::size_t n, bool apart, std::uint32_t seed = 1) {
  std::vector<grouped_text> texts;
  for (std::size_t d = 0; d < 2 * n; ++d) {
    philox random(seed, 7, 0, static_cast<std::uint32_t>(d));
    std::string text;
    for (int s = 0; s < 120; ++s) {
      const auto word = [&] { return "w" + std::string(1, static_cast<char>('a' + random.below(20))); };
      text += word() + ' ' + word() + (apart ? (d < n ? " red" : " blue") : " green") + " node " + word() + ". ";
    }
    texts.push_back({"d" + std::to_string(d), d < n ? "a" : "b", text});
  }
  return texts;
}

material_options with_small_segments() {
  material_options m;
  m.segmentation.segment_tokens = 20;
  m.replicates = 199;
  return m;
}

TEST(Contested, FindsATermOfTwoCompanies) {
  const table t = contested_of(random_texts(1, true), small(2, 2, 10), with_small_segments());
  const auto i = row_of(t, "node");
  EXPECT_EQ(t.integers("rank")[i], 1);
  EXPECT_EQ(t.texts("unit")[i], "segment");
  EXPECT_EQ(t.numbers("p_value")[i], 1.0 / 200);
  EXPECT_EQ(t.numbers("p_attainable")[i], 1.0 / 200);
  EXPECT_GT(t.numbers("divergence_bits")[i], 0.2);
  EXPECT_EQ(t.texts("collocates_a")[i].substr(0, 4), "red ");
}

TEST(Contested, TestsByDocumentWhereDocumentsAllowIt) {
  const table t = contested_of(random_texts(4, true), small(2, 2, 10), with_small_segments());
  const auto i = row_of(t, "node");
  EXPECT_EQ(t.texts("unit")[i], "document");
  EXPECT_EQ(t.numbers("p_attainable")[i], 2.0 / 70);
  EXPECT_EQ(t.numbers("p_value")[i], 2.0 / 70);
  const table fewer = contested_of(random_texts(3, true), small(2, 2, 10), with_small_segments());
  EXPECT_EQ(fewer.texts("unit")[row_of(fewer, "node")], "segment");  // 2 / 20
}

TEST(Contested, HasQValuesOverTheWholeTable) {
  const table t = contested_of(random_texts(1, false), small(2, 2, 10), with_small_segments());
  ASSERT_GT(t.n_rows(), 10U);
  for (const double q : t.numbers("q_value")) EXPECT_GT(q, 0.05);
}

// The values of every term, whatever the order of rows.
std::map<std::string, std::vector<double>> values_of(const table& t, bool swapped = false) {
  std::map<std::string, std::vector<double>> values;
  for (std::size_t i = 0; i < t.n_rows(); ++i) {
    auto& of = values[t.texts("term")[i]];
    for (const char* column :
         {"divergence_bits", "divergence_expected", "divergence_z", "p_value", "q_value", "p_attainable"}) {
      of.push_back(t.numbers(column)[i]);
    }
    of.push_back(static_cast<double>(t.integers(swapped ? "contexts_b" : "contexts_a")[i]));
    of.push_back(static_cast<double>(t.integers(swapped ? "count_a" : "count_b")[i]));
    of.push_back(static_cast<double>(t.integers("rank")[i]));
  }
  return values;
}

TEST(Contested, DoesNotDependOnTheOrderOfGroupsOrDocuments) {
  auto texts = random_texts(2, true);
  const auto values = values_of(contested_of(texts, small(2, 2, 10), with_small_segments()));
  std::swap(texts[0], texts[1]);
  std::swap(texts[2], texts[3]);
  EXPECT_EQ(values, values_of(contested_of(texts, small(2, 2, 10), with_small_segments())));
  std::swap(texts[0], texts[3]);
  const table swapped = contested_of(texts, small(2, 2, 10), with_small_segments());
  EXPECT_EQ(swapped.texts("group_a")[0], "b");
  EXPECT_EQ(values, values_of(swapped, true));
  const auto i = row_of(swapped, "wa");
  EXPECT_EQ(swapped.integers("count_a")[i], 35);
  EXPECT_NEAR(swapped.numbers("log_ratio")[i], std::log2(35.5 / 30.5), 1e-12);
}

TEST(Contested, IsTheSameWithAnyNumberOfThreads) {
  const auto run = [](std::size_t threads) {
    const thread_limit limit(threads);
    return values_of(contested_of(random_texts(2, true), small(2, 2, 10), with_small_segments()));
  };
  const auto one = run(1);
  EXPECT_EQ(one, run(2));
  EXPECT_EQ(one, run(7));
}

TEST(Contested, HasTheLogRatiosOfKeyness) {
  with_study(
      random_texts(2, true),
      [](const material& m) {
        const table t = contested(m, small(2, 2, 10));
        const table key = keyness(m).keyness;
        const auto i = row_of(t, "node");
        for (std::size_t k = 0; k < key.n_rows(); ++k) {
          if (key.texts("term")[k] != "node" || key.texts("target")[k] != "a") continue;
          EXPECT_EQ(t.numbers("log_ratio")[i], key.numbers("log_ratio")[k]);
          EXPECT_EQ(t.numbers("log_ratio_low")[i], key.numbers("log_ratio_low")[k]);
          EXPECT_EQ(t.numbers("log_ratio_high")[i], key.numbers("log_ratio_high")[k]);
          return 0;
        }
        ADD_FAILURE() << "no row of keyness";
        return 0;
      },
      with_small_segments());
}

TEST(Contested, ComparesEachGroupWithTheRestAndEveryPair) {
  auto texts = three;
  texts[2].group = "c";
  const table t = contested_of(texts, small(2, 2, 2));
  std::vector<std::string> compared;
  for (std::size_t i = 0; i < t.n_rows(); ++i) {
    if (t.texts("term")[i] == "state") compared.push_back(t.texts("group_a")[i] + '/' + t.texts("group_b")[i]);
  }
  EXPECT_THAT(compared, ElementsAre("a/rest", "b/rest", "c/rest", "a/b", "a/c", "b/c"));
  auto without_pairs = small(2, 2, 2);
  without_pairs.pairs = false;
  EXPECT_LT(contested_of(texts, without_pairs).n_rows(), t.n_rows());
}

TEST(Contested, WithoutRelabellingsHasNoDivergence) {
  material_options none;
  none.replicates = 0;
  const table t = contested_of(three, small(), none);
  EXPECT_TRUE(std::isnan(t.numbers("divergence_bits")[0]));
  EXPECT_TRUE(std::isnan(t.numbers("p_value")[0]));
  EXPECT_TRUE(std::isnan(t.numbers("log_ratio_low")[0]));
}

TEST(Contested, KeepsTheFirstOfEachComparison) {
  auto two = small();
  two.top = 2;
  EXPECT_EQ(contested_of(three, two).n_rows(), 2U);
}

TEST(Contested, SaysWhatItNeeds) {
  EXPECT_TRUE(has_problem(problems_of([&] { return contested_of(three, small(0, 0)); }), "--right", "holds nothing"));
  material_options grams;
  grams.ngrams = 2;
  EXPECT_TRUE(has_problem(problems_of([&] { return contested_of(three, small(), grams); }), "--ngrams", "single"));
  auto one_group = three;
  for (auto& t : one_group) t.group = "a";
  EXPECT_FALSE(problems_of([&] { return contested_of(one_group, small()); }).empty());
}

}  // namespace
}  // namespace isogloss::studies
