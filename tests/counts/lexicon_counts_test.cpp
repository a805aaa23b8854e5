#include "isogloss/counts/lexicon_counts.hpp"

#include <gtest/gtest.h>

#include <map>

#include "isogloss/base/parallel.hpp"
#include "isogloss/base/philox.hpp"
#include "support/lexicons.hpp"
#include "support/small_study.hpp"

namespace isogloss::counts {
namespace {

using isogloss::testing::small_lexicon;
using isogloss::testing::stream_of;
using hits = std::map<std::string, double>;  // "category:pattern" or with a place before it

corpus::features features_with_phrases(const tokens::token_stream& stream, const small_lexicon& l) {
  corpus::features f = tokens::features_of(stream);
  auto phrases = tokens::find_lexicon_phrases(stream, l.matchers, l.rules);
  for (std::size_t i = 0; i < phrases.size(); ++i) f.documents[i].phrases = std::move(phrases[i]);
  f.has_phrases = true;
  return f;
}

hits hits_in(const small_lexicon& l, const corpus::features& f) {
  hits result;
  for (const auto& hit : count_lexicon(f, l.matcher(), l.rules)) {
    const auto& entry = l.lexicon.entries[hit.entry];
    result[l.lexicon.categories[entry.category] + ":" + entry.pattern] += hit.count;
  }
  return result;
}

hits hits_in(const small_lexicon& l, const std::string& text, std::size_t segment_tokens = 200,
             std::string_view zones = {}) {
  return hits_in(l, features_with_phrases(stream_of(text, tokens::term_rules({}), segment_tokens, zones), l));
}

TEST(LexiconCounts, CountWordsOfEveryForm) {
  const small_lexicon l("good,free*\nbad,class\n");
  EXPECT_EQ(hits_in(l, "Free, FREEDOM; class’s classes"), (hits{{"good:free*", 2}, {"bad:class", 1}}));
  EXPECT_EQ(hits_in(l, "nothing here"), hits{});
}

TEST(LexiconCounts, TakeTheWordsOfAPhraseOffTheirOwnHits) {
  const small_lexicon l("c,iron curtain\nc,curtain*\nd,iron\n");
  EXPECT_EQ(hits_in(l, "The iron curtain. A curtain of iron. Curtains!"),
            (hits{{"c:iron curtain", 1}, {"c:curtain*", 2}, {"d:iron", 1}}));
  EXPECT_EQ(hits_in(l, "iron curtain"), (hits{{"c:iron curtain", 1}}));
}

TEST(LexiconCounts, TakeJoinedPhrasesApart) {
  const isogloss::testing::scratch_folder folder;
  tokens::term_options options;
  options.phrases = folder.write("p.csv", "phrase\niron curtain\n");
  const small_lexicon l("c,curtain\n");
  EXPECT_EQ(hits_in(l, features_with_phrases(stream_of("iron curtain", tokens::term_rules(options)), l)),
            (hits{{"c:curtain", 1}}));
}

TEST(LexiconCounts, KeepVoicesAndSegmentsApartAndInOrder) {
  const small_lexicon l("c,war\nc,peace\n");
  const auto f =
      features_with_phrases(stream_of("War peace. War war.", tokens::term_rules({}), 2, "a,11,14,quotation,Ann\n"), l);
  const auto found = count_lexicon(f, l.matcher(), l.rules);
  ASSERT_EQ(found.size(), 4U);
  EXPECT_EQ(found[0].segment, 1U);
  EXPECT_EQ(found[0].entry, 0U);
  EXPECT_EQ(found[1].entry, 1U);
  EXPECT_EQ(found[2].segment, 2U);
  EXPECT_EQ(f.voices[found[2].voice].kind, corpus::zone::body);
  EXPECT_EQ(f.voices[found[3].voice].speaker, "Ann");
}

// A segment may be cut inside a sentence, between the words of a phrase.
TEST(LexiconCounts, DoNotDependOnWhereSegmentsAreCut) {
  const small_lexicon l("c,iron curtain\nc,curtain\nc,iron\n");
  const std::string text =
      "an iron curtain and iron and curtain and the iron curtain fell on the iron curtain of it all";
  const auto whole = hits_in(l, text);
  for (const std::size_t size : {1U, 2U, 3U, 4U, 5U}) {
    double total = 0;
    for (const auto& [entry, count] : hits_in(l, text, size)) total += entry == "c:iron curtain" ? 2 * count : count;
    EXPECT_EQ(total, 8) << "every word counts once, alone or in a phrase, with segments of " << size;
  }
  EXPECT_EQ(whole, (hits{{"c:iron curtain", 3}, {"c:curtain", 1}, {"c:iron", 1}}));
}

TEST(LexiconCounts, GiveAPhraseOfTwoCategoriesToBoth) {
  const small_lexicon l("war,cold war\nfear,cold war\nwar,war\n");
  EXPECT_EQ(hits_in(l, "a cold war and a war"), (hits{{"war:cold war", 1}, {"fear:cold war", 1}, {"war:war", 1}}));
}

TEST(LexiconCounts, PassOverPhrasesOfOtherLexiconsAndFormerEntries) {
  const small_lexicon l("c,curtain\n");
  corpus::features f = tokens::features_of(stream_of("iron curtain", tokens::term_rules({})));
  f.documents[0].phrases = {{1, 0, "other", "c", "iron curtain", "iron curtain", 1},
                            {1, 0, "stance", "c", "iron curtain", "iron curtain", 1}};
  EXPECT_EQ(hits_in(l, f), (hits{{"c:curtain", 1}}));
}

TEST(LexiconCounts, AreTheSameOnAnyNumberOfThreads) {
  philox random(5, 0, 0);
  const std::string words[] = {"iron", "curtain", "war", "Cold", "peace", "and"};
  isogloss::testing::named_texts texts;
  for (int d = 0; d < 15; ++d) {
    std::string text;
    for (int i = 0; i < 80; ++i) text += words[random.below(6)] + (random.below(5) == 0 ? ". " : " ");
    texts.emplace_back("d" + std::to_string(d), text);
  }
  const isogloss::testing::scratch_folder folder;
  const auto s = isogloss::testing::study_of(folder, texts);
  const small_lexicon l("a,iron curtain\na,curtain\nb,cold war\nb,w*\nc,peace\n");
  const auto with = [&](std::size_t threads) {
    const thread_limit limit(threads);
    const auto stream = tokens::tokenise(s, {.token_pattern = "", .segment_tokens = 10}, tokens::term_rules({}));
    return count_lexicon(features_with_phrases(stream, l), l.matcher(), l.rules);
  };
  const auto key = [](const lexicon_hit& h) { return std::tuple(h.document, h.segment, h.voice, h.entry, h.count); };
  const auto one = with(1);
  EXPECT_GT(one.size(), 200U);
  EXPECT_TRUE(std::is_sorted(one.begin(), one.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); }));
  for (const std::size_t threads : {2U, 7U}) {
    const auto several = with(threads);
    ASSERT_EQ(several.size(), one.size());
    for (std::size_t i = 0; i < one.size(); ++i) EXPECT_EQ(key(several[i]), key(one[i]));
  }
}

}  // namespace
}  // namespace isogloss::counts
