#include "isogloss/studies/targets.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <map>

#include "isogloss/base/parallel.hpp"
#include "isogloss/studies/layers.hpp"
#include "support/errors.hpp"
#include "support/scratch.hpp"

namespace isogloss::studies {
namespace {

using isogloss::testing::has_problem;
using isogloss::testing::problems_of;
using isogloss::testing::scratch_folder;

struct row {
  std::int64_t mentions, judgements;
  double positive, negative, net, low, high, per_mention;
  std::int64_t negated;
  double hedged;
  std::int64_t scare_quoted;
};

class Targets : public ::testing::Test {
 protected:
  Targets() {
    folder.write("targets.csv", "target,pattern\nann,Ann\nann,Ann Smith\nbob,Bob\ncity,old city\n");
    folder.write("lexicons/tone.csv",
                 "category,pattern,weight\npositive,good,1\npositive,brave,2\npositive,of great help,2\n"
                 "negative,bad,-1\nnegative,old,-1\nnegative,smith,-1\n");
    folder.write("lexicons/hedging.csv", "category,pattern\nhedge,perhaps\n");
  }

  material read(const std::string& text) {
    folder.write("documents.csv", "document,camp\na,x\n");
    folder.write("a.txt", text);
    return open();
  }

  material read(const std::string& text, const judging_options& judging) {
    (void)read(text);
    material_options o;
    o.judging = judging;
    return open(o);
  }

  material open(material_options o = {}) {
    corpus::study s = corpus::open_study(folder.path());
    o.lexicons = s.files.lexicons;
    o.targets = s.files.targets;
    if (o.segmentation.segment_tokens == 200) o.segmentation.segment_tokens = 8;
    return {std::move(s), std::move(o)};
  }

  static std::map<std::string, row> rows_of(const table& t) {
    std::map<std::string, row> rows;
    for (std::size_t i = 0; i < t.n_rows(); ++i) {
      rows[t.texts("document")[i] + " " + t.texts("target")[i] + " " + t.texts("voice")[i]] = {
          t.integers("mentions")[i],    t.integers("judgements")[i],
          t.numbers("positive")[i],     t.numbers("negative")[i],
          t.numbers("net")[i],          t.numbers("low")[i],
          t.numbers("high")[i],         t.numbers("net_per_mention")[i],
          t.integers("negated")[i],     t.numbers("hedged")[i],
          t.integers("scare_quoted")[i]};
    }
    return rows;
  }

  // The net of one target in the author's own voice.
  double net(const std::string& text, const std::string& target, const judging_options& o = {}) {
    return rows_of(targets(read(text, o)).targets).at("a " + target + " own").net;
  }

  scratch_folder folder;
};

TEST_F(Targets, AreJudgedInTheClauseOfTheirName) {
  EXPECT_EQ(net("Ann is good.", "ann"), 1);
  EXPECT_EQ(net("A good and brave Ann came.", "ann"), 3);
  EXPECT_EQ(net("Ann came; the weather was bad.", "ann"), 0);
  EXPECT_EQ(net("Ann came, but Bob was bad.", "ann"), 0);
  EXPECT_EQ(net("Ann came, but Bob was bad.", "bob"), -1);
  EXPECT_EQ(net("Ann came. Good weather.", "ann"), 0);
  EXPECT_EQ(net("Ann was of great help.", "ann"), 2);
}

TEST_F(Targets, AreJudgedInTheSentenceIfThatIsWanted) {
  EXPECT_EQ(net("Ann came; the weather was bad.", "ann", {target_basis::sentence}), -1);
  EXPECT_EQ(net("Ann came. The weather was bad.", "ann", {target_basis::sentence}), 0);
}

TEST_F(Targets, AreJudgedByWordsWithinReachOnly) {
  const std::string text = "Ann one two three four five six seven eight nine good.";
  EXPECT_EQ(net(text, "ann"), 1) << "ten tokens off";
  EXPECT_EQ(net("Ann 1 2 one two three four five six seven eight nine good.", "ann"), 1) << "numbers are no tokens";
  EXPECT_EQ(net("Ann one two three four five six seven eight nine ten good.", "ann"), 0);
  EXPECT_EQ(net(text, "ann", {target_basis::clause, 9}), 0);
  EXPECT_EQ(net("Good nine eight seven six five four three two one Ann.", "ann"), 1) << "before the name too";
}

TEST_F(Targets, AreTurnedByNegationsWithinThreeWords) {
  EXPECT_EQ(net("Ann is not good.", "ann"), -1);
  EXPECT_EQ(net("Ann is not a very good cook.", "ann"), -1);
  EXPECT_EQ(net("Ann does not one two three good.", "ann"), 1) << "four words off";
  EXPECT_EQ(net("Ann isn't good.", "ann"), -1);
  EXPECT_EQ(net("Ann isn’t good.", "ann"), -1);
  EXPECT_EQ(net("Never was Ann bad.", "ann"), 1);
  EXPECT_EQ(net("Ann is not only good.", "ann"), 1);
  EXPECT_EQ(net("Ann is no doubt good.", "ann"), 1);
  EXPECT_EQ(net("Ann was not without good sides.", "ann"), 1) << "two negations";
  EXPECT_EQ(net("Not so; Ann is good.", "ann"), 1) << "another clause";
}

TEST_F(Targets, FlagNegationsHedgesAndScareQuotes) {
  const auto rows =
      rows_of(targets(read("Perhaps Ann is good. Ann is not bad. The “good” Bob came. Perhaps; Bob is bad.")).targets);
  const row& ann = rows.at("a ann own");
  EXPECT_EQ(ann.judgements, 2);
  EXPECT_EQ(ann.negated, 1);
  EXPECT_EQ(ann.hedged, 1);
  EXPECT_EQ(ann.scare_quoted, 0);
  const row& bob = rows.at("a bob own");
  EXPECT_EQ(bob.scare_quoted, 1);
  EXPECT_EQ(bob.hedged, 0) << "its clause has none";
}

TEST_F(Targets, DoNotKnowHedgesWithoutALexiconOfThem) {
  std::filesystem::remove(folder.path() / "lexicons/hedging.csv");
  EXPECT_TRUE(std::isnan(rows_of(targets(read("Perhaps Ann is good.")).targets).at("a ann own").hedged));
}

TEST_F(Targets, AreJudgedOnceByAWordAndByItEach) {
  EXPECT_EQ(net("Ann and good Ann.", "ann"), 1);
  const auto rows = rows_of(targets(read("Ann and Bob are good.")).targets);
  EXPECT_EQ(rows.at("a ann own").net, 1);
  EXPECT_EQ(rows.at("a bob own").net, 1);
}

TEST_F(Targets, AreNotJudgedByTheWordsOfNames) {
  EXPECT_EQ(net("The old city grew.", "city"), 0);
  EXPECT_EQ(net("The old old city grew.", "city"), -1);
  EXPECT_EQ(net("Ann Smith met Bob.", "bob"), 0);
}

TEST_F(Targets, AreJudgedInTheVoiceThatNamesThem) {
  folder.write("zones.csv", "document,begin,end,zone,speaker\na,13,28,quotation,Eve\n");
  const auto m = read("Ann said of: \"Bob is good.\" And Bob is bad.");
  const auto result = targets(m);
  const auto rows = rows_of(result.targets);
  EXPECT_EQ(rows.at("a bob quoted").net, 1);
  EXPECT_EQ(rows.at("a bob own").net, -1);
  EXPECT_EQ(rows.at("a ann own").net, 0);
  EXPECT_EQ(rows.at("a ann quoted").mentions, 0);
  EXPECT_TRUE(std::isnan(rows.at("a ann quoted").per_mention));
  EXPECT_EQ(result.evidence.texts("speaker")[1], "Eve");
}

TEST_F(Targets, ShowWhereTheEvidenceStands) {
  const auto result = targets(read("Then Ann was brave."));
  const table& e = result.evidence;
  ASSERT_EQ(e.n_rows(), 2U);
  EXPECT_EQ(e.texts("kind")[0], "mention");
  EXPECT_TRUE(std::isnan(e.numbers("weight")[0]));
  EXPECT_EQ(e.texts("kind")[1], "judgement");
  EXPECT_EQ(e.texts("words")[1], "brave");
  EXPECT_EQ(e.numbers("begin")[1], 13);
  EXPECT_EQ(e.numbers("end")[1], 18);
  EXPECT_EQ(e.numbers("name_begin")[1], 5);
  EXPECT_EQ(e.numbers("name_end")[1], 8);
  EXPECT_EQ(e.numbers("distance")[1], 2);
  EXPECT_EQ(e.numbers("weight")[1], 2);
}

TEST_F(Targets, AreJudgedBySegmentsWithoutWordOrder) {
  // Segments of five tokens or more: every sentence is one of its own.
  const auto m = read("Ann met good Bob there. The weather was bad, the old city brave. Good day to all of you here.");
  material_options o;
  o.segmentation.segment_tokens = 5;
  o.judging.basis = target_basis::segment;
  const auto result = targets(open(o));
  const auto rows = rows_of(result.targets);
  EXPECT_EQ(rows.at("a ann own").net, 1);
  EXPECT_EQ(rows.at("a bob own").net, 1);
  EXPECT_EQ(rows.at("a city own").positive, 2) << "good day is a segment of its own";
  EXPECT_EQ(rows.at("a city own").negative, 1) << "old is a part of the name";
  EXPECT_EQ(result.targets.texts("basis")[0], "segment");
  EXPECT_TRUE(std::isnan(rows.at("a ann own").hedged));
}

TEST_F(Targets, HaveIntervalsThatHoldTheirNet) {
  std::string text;
  for (int i = 0; i < 20; ++i)
    text +=
        i % 3 == 0 ? "Ann was good and came late with some friends. " : "Ann was bad as many people had said before. ";
  const row ann = rows_of(targets(read(text)).targets).at("a ann own");
  EXPECT_LT(ann.low, ann.net);
  EXPECT_LT(ann.net, ann.high);
  EXPECT_EQ(ann.net, 7 - 13);
}

TEST_F(Targets, AddUpDocumentsInGroups) {
  folder.write("documents.csv", "document,camp,author\na,x,p\nb,x,q\nc,y,r\n");
  folder.write("a.txt", "Ann is good. Ann came by with all of her many friends then.");
  folder.write("b.txt", "Ann is bad. Ann is bad and nobody I know would say otherwise.");
  folder.write("c.txt", "Bob is good.");
  material_options o;
  o.group_by = "camp";
  const auto result = targets(open(o));
  const table& g = result.groups;
  ASSERT_EQ(g.n_rows(), 2U * 3U * 2U);
  EXPECT_EQ(g.texts("group")[0], "x");
  EXPECT_EQ(g.texts("target")[0], "ann");
  EXPECT_EQ(g.integers("documents")[0], 2);
  EXPECT_EQ(g.integers("mentions")[0], 4);
  EXPECT_EQ(g.numbers("net")[0], -1);
  EXPECT_EQ(g.numbers("net_per_mention")[0], -0.25);
  EXPECT_EQ(g.texts("unit")[0], "author");
  EXPECT_TRUE(std::isnan(g.numbers("low_beyond")[6])) << "one document";
  EXPECT_LT(g.numbers("low_beyond")[0], g.numbers("high_beyond")[0]);
}

TEST_F(Targets, AreAPartOfTheStanceLayerIfHalfOfTheDocumentsNameThem) {
  folder.write("documents.csv", "document\na\nb\nc\n");
  folder.write("a.txt", "Ann is good. Bob is brave.");
  folder.write("b.txt", "Ann is not good, and everybody knows it.");
  folder.write("c.txt", "Nobody is bad.");
  const layer stance(open(), layer_kind::stance);
  const auto& names = stance.features();
  ASSERT_EQ(names.size(), 5U) << "positive, negative, hedge; ann praised and blamed";
  EXPECT_EQ(names[3], "targets: ann, praised");
  const Eigen::MatrixXd rates(stance.profiles());
  EXPECT_DOUBLE_EQ(rates(0, 3), 1000.0 / 6);
  EXPECT_DOUBLE_EQ(rates(1, 3), 0);
  EXPECT_DOUBLE_EQ(rates(1, 4), 1000.0 / 8);
}

TEST_F(Targets, ThatNobodyNamesAreTold) {
  const auto result = targets(read("Ann is good."));
  ASSERT_EQ(result.notes.size(), 2U);
  EXPECT_NE(result.notes[0].find("\"bob\" is named nowhere"), std::string::npos);
}

TEST_F(Targets, KnowNoNegationInOtherLanguages) {
  folder.write("documents.csv", "document,language\na,pl\n");
  folder.write("a.txt", "No good Ann.");
  const auto result = targets(open());
  EXPECT_EQ(rows_of(result.targets).at("a ann own").net, 1);
  EXPECT_NE(result.notes.back().find("English only"), std::string::npos);
}

TEST_F(Targets, NeedNamesAndALexiconThatJudges) {
  std::filesystem::remove(folder.path() / "lexicons/tone.csv");
  EXPECT_TRUE(has_problem(problems_of([&] { (void)targets(read("Ann")); }), "", "weight below 0"));
  std::filesystem::remove(folder.path() / "targets.csv");
  EXPECT_TRUE(has_problem(problems_of([&] { (void)targets(read("Ann")); }), "", "targets.csv"));
}

TEST_F(Targets, AreTheSameForAnyNumberOfThreads) {
  folder.write("documents.csv", "document\na\nb\nc\n");
  for (const char* name : {"a.txt", "b.txt", "c.txt"}) {
    std::string text;
    for (int i = 0; i < 30; ++i)
      text += i % 4 == name[0] % 4 ? "Ann was brave. " : "Bob was perhaps not bad at all that day. ";
    folder.write(name, text);
  }
  std::vector<double> once;
  for (const std::size_t threads : {1U, 2U, 7U}) {
    const thread_limit limit(threads);
    const auto result = targets(open());
    const auto& low = result.targets.numbers("low");
    if (threads == 1) once = low;
    for (std::size_t i = 0; i < low.size(); ++i)
      EXPECT_TRUE(low[i] == once[i] || (std::isnan(low[i]) && std::isnan(once[i])));
  }
}

}  // namespace
}  // namespace isogloss::studies
