#include "isogloss/tokens/reuse.hpp"

#include <gmock/gmock.h>

#include "support/small_study.hpp"

namespace isogloss::tokens {
namespace {

using isogloss::testing::named_texts;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

const std::string passage =
    "No tram shall leave the depot before the driver has counted every bell twice.";  // 14 words

struct found_reuse {
  token_stream stream;
  text_reuse reuse;
  std::vector<std::string> texts;

  [[nodiscard]] std::string text(const passage_place& p) const {
    return texts[p.document].substr(p.begin, p.end - p.begin);
  }
};

found_reuse reuse_of(const named_texts& texts, const reuse_options& o = {}, std::string_view zones = {}) {
  const isogloss::testing::scratch_folder folder;
  const term_rules rules{term_options()};
  found_reuse f;
  f.stream = tokenise(isogloss::testing::study_of(folder, texts, zones), {}, rules);
  f.reuse = find_reuse(f.stream, rules, o);
  for (const auto& [name, text] : texts) f.texts.push_back(text);
  return f;
}

TEST(Reuse, FindsAPassageAtTheBeginningAndTheEndOfTexts) {
  const auto f = reuse_of({{"a", passage + " Then it rained."}, {"b", "They told us so: " + passage}});
  ASSERT_THAT(f.reuse.passages, SizeIs(1));
  const auto& p = f.reuse.passages[0];
  EXPECT_EQ(f.text(p.a), passage.substr(0, passage.size() - 1));
  EXPECT_EQ(f.text(p.b), passage.substr(0, passage.size() - 1));
  EXPECT_EQ(p.matched, 14U);
  EXPECT_EQ(p.columns, 14U);
  EXPECT_EQ(p.b.first_word, 4U);
  EXPECT_EQ(p.number, 1U);
  EXPECT_THAT(f.reuse.words, ElementsAre(17, 18));
}

TEST(Reuse, DoesNotMindCasePunctuationSentencesAndParagraphs) {
  const auto f = reuse_of({{"a", passage},
                           {"b",
                            "NO TRAM, shall leave! The depot;\r\n\r\nBefore the driver \"has\" counted. Every "
                            "bell \xE2\x80\x93 twice"}});
  ASSERT_THAT(f.reuse.passages, SizeIs(1));
  EXPECT_EQ(f.reuse.passages[0].matched, 14U);
}

TEST(Reuse, DoesNotMindHowLettersAreWritten) {
  const auto f = reuse_of({{"a", "Le caf\u00E9 d\u2019\u00E9t\u00E9 ouvre tard le soir pour les vieux marins du port."},
                           {"b", "Le cafe\u0301 d'e\u0301te\u0301 ouvre tard le soir pour les vieux marins du port."}});
  ASSERT_THAT(f.reuse.passages, SizeIs(1));
  EXPECT_EQ(f.reuse.passages[0].matched, f.reuse.words[0]);
}

TEST(Reuse, FindsChinese) {
  const std::string shared = "我们的电车每天早上从车站开往城市的另一边然后晚上再回来";
  const auto f = reuse_of({{"a", "他说" + shared + "。"}, {"b", shared + "，大家都知道。"}});
  ASSERT_THAT(f.reuse.passages, SizeIs(1));
  EXPECT_EQ(f.text(f.reuse.passages[0].a), shared);
  EXPECT_EQ(f.text(f.reuse.passages[0].b), shared);
}

TEST(Reuse, MeasuresAnEditedQuotation) {
  const auto f =
      reuse_of({{"a", passage},
                {"b", "No tram must leave the depot before the driver counted nearly every single bell twice."}});
  ASSERT_THAT(f.reuse.passages, SizeIs(1));
  const auto& p = f.reuse.passages[0];
  EXPECT_EQ(p.matched, 12U);  // must for shall; has | counted nearly; single added
  EXPECT_EQ(p.b.words(), 15U);
  EXPECT_EQ(p.columns, 16U);
}

TEST(Reuse, NumbersOnePassageOfThreeDocumentsOnce) {
  const std::string other = "Whoever sells a ticket at night must first ring for the inspector and wait.";
  const auto f = reuse_of({{"a", passage + " A. " + other}, {"b", other + " B. " + passage}, {"c", "C. " + passage}});
  std::vector<std::size_t> numbers;
  for (const auto& p : f.reuse.passages) numbers.push_back(p.number);
  EXPECT_THAT(numbers, ElementsAre(1, 2, 1, 1)) << "a-b, a-b, a-c, b-c";
}

TEST(Reuse, NamesTheVoiceOfMostWords) {
  const auto f = reuse_of({{"a", passage}, {"b", "x " + passage}}, {}, "b,0,30,quotation,Ada\nb,30,79,note,\n");
  ASSERT_THAT(f.reuse.passages, SizeIs(1));
  EXPECT_EQ(f.stream.voices[f.reuse.passages[0].a.voice].kind, corpus::zone::body);
  EXPECT_EQ(f.stream.voices[f.reuse.passages[0].b.voice].kind, corpus::zone::note);
}

TEST(Reuse, PassesOverTheZonesThatAreNotChosen) {
  const std::string with_note =
      passage.substr(0, 40) + "[1: as Miss Hall once wrote to them all] " + passage.substr(40);
  reuse_options o;
  o.zones = {"body", ""};
  const auto f = reuse_of({{"a", passage}, {"b", with_note}}, o, "b,40,81,note,\n");
  ASSERT_THAT(f.reuse.passages, SizeIs(1));
  EXPECT_EQ(f.reuse.passages[0].matched, 14U);
  EXPECT_EQ(f.reuse.passages[0].columns, 14U);
  EXPECT_THAT(reuse_of({{"a", passage}, {"b", passage}}, o, "b,0,77,quotation,\n").reuse.passages, IsEmpty());
}

TEST(Reuse, MarksSharedTokensOfTheChosenZonesOnly) {
  auto f = reuse_of({{"a", "Before. " + passage + " After."}, {"b", passage}}, {}, "b,0,20,quotation,Ada\n");
  mark_reused(f.stream, f.reuse.passages, {"body", ""});
  std::string kinds;
  for (const auto& document : f.stream.documents) {
    for (const auto& t : document) kinds += corpus::name(f.stream.voices[t.voice].kind)[0];
    kinds += ' ';
  }
  EXPECT_EQ(kinds, "brrrrrrrrrrrrrrb qqqqrrrrrrrrrr ");
}

TEST(Reuse, DoesNotMarkWhatOneDocumentRepeats) {
  reuse_options o;
  o.within_documents = true;
  auto f = reuse_of({{"a", passage + " And again. " + passage}, {"b", "Nothing else."}}, o);
  ASSERT_THAT(f.reuse.passages, SizeIs(1));
  mark_reused(f.stream, f.reuse.passages, o.zones);
  for (const auto& t : f.stream.documents[0]) EXPECT_EQ(f.stream.voices[t.voice].kind, corpus::zone::body);
}

TEST(Reuse, RefusesSeedsOfOneWord) {
  const token_stream stream;
  const term_rules rules{term_options()};
  reuse_options o;
  o.seed_words = 1;
  EXPECT_THROW(static_cast<void>(find_reuse(stream, rules, o)), std::domain_error);
  o = {};
  o.min_words = 0;
  EXPECT_THROW(static_cast<void>(find_reuse(stream, rules, o)), std::domain_error);
  EXPECT_THAT(find_reuse(stream, rules, {}).passages, IsEmpty());
}

}  // namespace
}  // namespace isogloss::tokens
