#include <gtest/gtest.h>

#include <map>
#include <tuple>

#include "isogloss/base/parallel.hpp"
#include "isogloss/base/philox.hpp"
#include "support/small_study.hpp"

namespace isogloss::tokens {
namespace {

using isogloss::testing::named_texts;
using isogloss::testing::scratch_folder;
using isogloss::testing::stream_of;
using isogloss::testing::study_of;

using key = std::tuple<std::uint32_t, std::uint32_t, std::string>;  // segment, voice, type
using counts = std::map<key, std::uint64_t>;

counts counts_of(const corpus::features& f, std::size_t document) {
  counts result;
  for (const auto& row : f.documents[document].features) {
    EXPECT_TRUE(result.emplace(key{row.segment, row.voice, f.types[index(row.type)]}, row.count).second)
        << "a row twice";
  }
  return result;
}

counts counts_of(const token_stream& stream, std::size_t document) {
  counts result;
  for (const auto& t : stream.documents[document]) ++result[{t.segment, t.voice, stream.types[index(t.type)]}];
  return result;
}

// Texts of a few words in several scripts, with marks, sentences and paragraphs between.
named_texts random_texts(philox& random) {
  const std::string words[] = {"Łódź", "the", "The", "don’t", "1917", "中文", "نعم", "iron", "curtain", "e\u0301"};
  const std::string gaps[] = {" ", " ", " ", ", ", ". ", "-", "\n\n", "\r\n", "! "};
  named_texts texts;
  for (const char* name : {"a", "b", "c"}) {
    std::string text = "Begin";
    for (auto n = random.below(60); n > 0; --n) text += gaps[random.below(9)] + words[random.below(10)];
    texts.emplace_back(name, text);
  }
  return texts;
}

TEST(FeaturesOf, CountWhatTheStreamHoldsForAnyText) {
  philox random(1, 0, 0);
  for (int i = 0; i < 50; ++i) {
    const scratch_folder folder;
    const auto s = study_of(folder, random_texts(random), "a,0,3,quotation,Ann\nb,1,5,note,\n");
    const auto stream = tokenise(s, {.token_pattern = "", .segment_tokens = 1 + random.below(9)}, term_rules({}));
    const auto f = features_of(stream);
    ASSERT_EQ(f.documents.size(), 3U);
    for (std::size_t d = 0; d < 3; ++d) {
      ASSERT_EQ(counts_of(f, d), counts_of(stream, d));
      std::uint64_t sentences = 0;
      for (const auto& c : f.documents[d].sentences) sentences += c.sentences;
      ASSERT_EQ(sentences, stream.documents[d].back().sentence);
    }
  }
}

TEST(FeaturesOf, AreTheSameOnAnyNumberOfThreads) {
  philox random(2, 0, 0);
  const scratch_folder folder;
  named_texts texts;
  for (int i = 0; i < 20; ++i) {
    for (auto& [name, text] : random_texts(random)) texts.emplace_back(name + std::to_string(i), text);
  }
  const auto s = study_of(folder, texts);
  const auto tokens_with = [&](std::size_t threads) {
    const thread_limit limit(threads);
    return tokenise(s, {.token_pattern = "", .segment_tokens = 5}, term_rules({}));
  };
  const auto one = tokens_with(1);
  for (const std::size_t threads : {2U, 7U}) {
    const auto several = tokens_with(threads);
    ASSERT_EQ(several.types.size(), one.types.size());
    for (std::size_t i = 0; i < one.types.size(); ++i) ASSERT_EQ(several.types[i], one.types[i]);
    ASSERT_EQ(several.voices, one.voices);
    for (std::size_t d = 0; d < texts.size(); ++d) ASSERT_EQ(counts_of(several, d), counts_of(one, d));
  }
}

TEST(FeaturesOf, PutASentenceIntoTheZoneAndSegmentOfItsFirstWord) {
  const auto f =
      features_of(stream_of("“Go,” he said. He went. They sang.", term_rules({}), 3, "a,0,6,quotation,He\n"));
  ASSERT_EQ(f.documents[0].sentences.size(), 2U);
  EXPECT_EQ(f.documents[0].sentences[0].kind, corpus::zone::quotation);
  EXPECT_EQ(f.documents[0].sentences[0].sentences, 1U);
  EXPECT_EQ(f.documents[0].sentences[1].segment, 2U);
  EXPECT_EQ(f.documents[0].sentences[1].sentences, 2U);
}

std::map<std::string, std::uint64_t> ngrams(const std::string& text, std::size_t n, const term_options& options = {},
                                            std::string_view zones = {}) {
  const term_rules rules(options);
  const auto f = ngrams_of(stream_of(text, rules, 200, zones), rules, n);
  std::map<std::string, std::uint64_t> result;
  for (const auto& row : f.documents[0].features) result[f.types[index(row.type)]] += row.count;
  return result;
}
using grams = std::map<std::string, std::uint64_t>;

TEST(NgramsOf, AreTermsInARowOfOneSentence) {
  EXPECT_EQ(ngrams("The cat. The Cat sat", 2), (grams{{"the cat", 2}, {"cat sat", 1}}));
  EXPECT_EQ(ngrams("a b c d", 3), (grams{{"a b c", 1}, {"b c d", 1}}));
  EXPECT_EQ(ngrams("a b", 3), grams{});
  EXPECT_EQ(ngrams("a b a", 1), (grams{{"a", 2}, {"b", 1}}));
}

TEST(NgramsOf, ArePartedByVoicesNumbersAndStopWords) {
  EXPECT_EQ(ngrams("a b c d", 2, {}, "a,2,5,quotation,\n"), (grams{{"b c", 1}}));
  EXPECT_EQ(ngrams("a 1917 b c", 2), (grams{{"b c", 1}}));
  const scratch_folder folder;
  term_options options;
  options.stopwords = folder.write("s.txt", "of\n");
  options.stem = "english";
  EXPECT_EQ(ngrams("cups of hot teas", 2, options), (grams{{"hot tea", 1}}));
  options.keep_numbers = true;
  EXPECT_EQ(ngrams("in 1917 of", 2, options), (grams{{"in 1917", 1}}));
}

}  // namespace
}  // namespace isogloss::tokens
