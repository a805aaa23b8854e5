#include "isogloss/tokens/targets.hpp"

#include <gtest/gtest.h>

#include "support/errors.hpp"
#include "support/small_study.hpp"

namespace isogloss::tokens {
namespace {

using isogloss::testing::has_problem;
using isogloss::testing::problems_of;
using isogloss::testing::scratch_folder;
using isogloss::testing::stream_of;
using strings = std::vector<std::string>;

target_list targets_of(const std::string& rows) {
  const scratch_folder folder;
  folder.write("targets.csv", "target,pattern\n" + rows);
  return read_targets(folder.path() / "targets.csv", text::normalisation::nfc, "");
}

// "target:words" of every name in `text`.
strings named(const std::string& rows, const std::string& text, const term_options& options = {}) {
  const target_list list = targets_of(rows);
  const target_finder finder(list, options);
  const term_rules rules(options);
  const auto stream = stream_of(text, rules);
  const stream_words words(stream);
  const auto of = words.of_document(stream.documents[0]);
  strings found;
  for (const auto& place : finder.find(words, of, stream.documents[0])) {
    found.push_back(list.names[list.aliases[place.alias].target] + ":" +
                    joined_words(words, of, place.first, place.n_words));
  }
  return found;
}

TEST(Targets, WithACapitalKeepTheirCase) {
  EXPECT_EQ(named("ruling,Party\n", "The Party met; a party was held. PARTY time."), strings{"ruling:Party"});
  EXPECT_EQ(named("any,party\n", "The Party met; a party was held."), (strings{"any:Party", "any:party"}));
  EXPECT_EQ(named("a,Партия\n", "Партия и партия"), strings{"a:Партия"});
}

TEST(Targets, AreFoundByTheirLongestName) {
  const std::string rows =
      "b,Bolshevik\np,bolshevik party\np,party\nu,communist party of the soviet union\nu,soviet union\n";
  EXPECT_EQ(named(rows, "The Bolshevik Party and the Bolshevik view of a party."),
            (strings{"p:Bolshevik Party", "b:Bolshevik", "p:party"}));
  EXPECT_EQ(named(rows, "The Communist Party of the Soviet Union, not the Soviet Union."),
            (strings{"u:Communist Party of the Soviet Union", "u:Soviet Union"}));
}

TEST(Targets, OfEquallyLongNamesTheOneThatKeepsItsCaseGoesFirst) {
  EXPECT_EQ(named("thing,white\narmy,White\n", "White or white"), (strings{"army:White", "thing:white"}));
}

TEST(Targets, AreTriedWithoutAPossessiveLast) {
  EXPECT_EQ(named("l,Lenin\n", "Lenin’s heirs, Lenin's view"), (strings{"l:Lenin’s", "l:Lenin's"}));
  EXPECT_EQ(named("bank,Lloyd's\nman,Lloyd\n", "Lloyd's of London; Lloyd spoke"),
            (strings{"bank:Lloyd's", "man:Lloyd"}));
  EXPECT_EQ(named("bank,Lloyd's\n", "Lloyd spoke"), strings{});
  EXPECT_EQ(named("c,Tramway Company\n", "the Tramway Company's men"), strings{"c:Tramway Company's"});
}

TEST(Targets, TakeWildcards) {
  EXPECT_EQ(named("t,trotskyist*\n", "Trotskyists and TROTSKYIST views"), (strings{"t:Trotskyists", "t:TROTSKYIST"}));
  EXPECT_EQ(named("t,Trotsky*\n", "Trotskyists and trotskyists"), strings{"t:Trotskyists"});
}

TEST(Targets, StandInOneSentenceWithoutOtherMarksBetween) {
  EXPECT_EQ(named("h,Hill Line\n", "Up the Hill. Line two. Hill, Line. Hill-Line."), strings{"h:Hill Line"});
}

TEST(Targets, ArePartsOfJoinedPhrases) {
  const scratch_folder folder;
  folder.write("phrases.csv", "phrase\nsoviet union\n");
  term_options options;
  options.phrases = folder.path() / "phrases.csv";
  EXPECT_EQ(named("u,soviet union\n", "the Soviet Union", options), strings{"u:Soviet Union"});
  EXPECT_EQ(named("s,soviet\n", "the Soviet Union", options), strings{"s:Soviet"});
}

TEST(Targets, AreCutAsTheTextsAre) {
  EXPECT_EQ(named("c,C.C\n", "the C.C. met"), strings{"c:C.C"});
  EXPECT_EQ(named("p,中国共产党\n", "中国共产党万岁").size(), 1U);
}

TEST(Targets, FindSingleWordsOfATypeAlone) {
  const target_list list = targets_of("l,Lenin\nu,soviet union\n");
  const target_finder finder(list, {});
  EXPECT_EQ(finder.alias_of("Lenin’s"), 0U);
  EXPECT_EQ(finder.alias_of("lenin"), std::nullopt);
  EXPECT_EQ(finder.alias_of("union"), std::nullopt);
}

TEST(Targets, TellAllThatIsWrongWithAFile) {
  const auto problems = problems_of([] { (void)targets_of("a,\n,x\nb,*\nb,? ?\nc,Word\nd,Word\ne,red * flag\n"); });
  EXPECT_EQ(problems.size(), 6U);
  EXPECT_TRUE(has_problem(problems, "targets.csv:2", "empty"));
  EXPECT_TRUE(has_problem(problems, "targets.csv:3", "empty"));
  EXPECT_TRUE(has_problem(problems, "targets.csv:4", "matches every word"));
  EXPECT_TRUE(has_problem(problems, "targets.csv:7", "twice"));
  EXPECT_TRUE(has_problem(problems, "targets.csv:8", "matches every word"));
  EXPECT_TRUE(has_problem(problems_of([] { (void)targets_of(""); }), "targets.csv", "names no target"));
}

TEST(Targets, HaveTwoNamesThatDifferInCaseOnly) {
  EXPECT_EQ(targets_of("ruling,Party\nany,party\n").names, (strings{"ruling", "any"}));
}

}  // namespace
}  // namespace isogloss::tokens
