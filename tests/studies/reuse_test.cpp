#include "isogloss/studies/reuse.hpp"

#include <gmock/gmock.h>

#include "isogloss/base/errors.hpp"
#include "isogloss/base/parallel.hpp"
#include "isogloss/studies/collocates.hpp"
#include "isogloss/studies/counting.hpp"
#include "isogloss/studies/extraction.hpp"
#include "isogloss/studies/kwic.hpp"
#include "support/small_study.hpp"

namespace isogloss::studies {
namespace {

using isogloss::testing::named_texts;
using isogloss::testing::scratch_folder;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

const std::string passage = "No tram shall leave the depot before the driver has counted every bell twice";  // 14 words

material material_of(const named_texts& texts, material_options o = {}, std::string_view zones = {}) {
  const scratch_folder folder;
  corpus::study s = isogloss::testing::study_of(folder, texts, zones);
  return {std::move(s), std::move(o)};
}

material_options dropping() {
  material_options o;
  o.drop_reused = true;
  return o;
}

const named_texts three = {{"a", "Our depot is old. " + passage + "! The depot burns."},
                           {"b", passage + "."},
                           {"c", "The depot has a driver and a bell."}};

TEST(ReuseTable, HasBothPlacesAndVoices) {
  const table t = reuse(material_of({{"a", "Rain. " + passage + "."}, {"b", "He said: \"" + passage + "\"."}}, {},
                                    "b,9,88,quotation,Ada\n"));
  ASSERT_EQ(t.n_rows(), 1U);
  EXPECT_EQ(t.texts("document_a")[0], "a");
  EXPECT_EQ(t.texts("document_b")[0], "b");
  EXPECT_EQ(t.integers("begin_a")[0], 6);
  EXPECT_EQ(t.integers("end_a")[0], 6 + 76);
  EXPECT_EQ(t.integers("begin_b")[0], 10);
  EXPECT_EQ(t.integers("words_a")[0], 14);
  EXPECT_EQ(t.integers("matched")[0], 14);
  EXPECT_EQ(t.numbers("identity")[0], 1.0);
  EXPECT_EQ(t.texts("zone_a")[0], "body");
  EXPECT_EQ(t.texts("zone_b")[0], "quotation");
  EXPECT_EQ(t.texts("speaker_b")[0], "Ada");
  EXPECT_EQ(t.integers("passage")[0], 1);
}

TEST(ReuseTable, ShowsTextOnRequestOnly) {
  const scratch_folder folder;
  const material m(isogloss::testing::study_of(folder, three), {});
  const table shown = reuse(m, true);
  EXPECT_EQ(shown.texts("text_a")[0], passage);
  EXPECT_EQ(shown.texts("text_b")[0], passage);
  const table plain = reuse(m);
  for (const auto& column : plain.columns()) EXPECT_THAT(column.name, Not(HasSubstr("text")));
}

TEST(ReuseDocuments, CountEachWordOnce) {
  const table t = reuse_documents(
      material_of({{"a", passage + ". Two more."}, {"b", passage + ". " + passage + "."}, {"c", "Nothing of it."}}));
  ASSERT_EQ(t.n_rows(), 1U);
  EXPECT_EQ(t.integers("passages")[0], 2);
  EXPECT_EQ(t.integers("words_a")[0], 14);
  EXPECT_EQ(t.integers("words_b")[0], 28);
  EXPECT_EQ(t.numbers("share_a")[0], 14.0 / 16.0);
  EXPECT_EQ(t.numbers("share_b")[0], 1.0);
  EXPECT_EQ(t.numbers("containment")[0], 1.0);
}

TEST(ReuseDocuments, LeaveOutWhatADocumentRepeats) {
  material_options o;
  o.reuse.within_documents = true;
  const material m = material_of({{"a", passage + ". Again: " + passage + "."}}, o);
  EXPECT_EQ(m.reuse().passages.size(), 1U);
  EXPECT_EQ(reuse_documents(m).n_rows(), 0U);
}

TEST(DroppedReuse, CountsInNoDocument) {
  const material m = material_of(three, dropping());
  const table t = documents(m);
  EXPECT_THAT(t.integers("tokens"), ElementsAre(7, 0, 8));
  EXPECT_THAT(t.numbers("sentences"), ElementsAre(2, 0, 1));
  EXPECT_EQ(t.numbers("body_share")[0], 1.0);
  EXPECT_THAT(m.notes(), Contains(HasSubstr("28 of 43 tokens in zone body")));
  EXPECT_THAT(m.notes(), Contains(HasSubstr("\"b\" has no tokens")));
  const auto& dfm = m.dfm(term_choice::all);
  EXPECT_THAT(dfm.terms, Not(Contains("counted")));
  EXPECT_EQ(dfm.tokens.sum(), 15);
}

TEST(DroppedReuse, IsNotFoundNorExtracted) {
  const scratch_folder folder;
  const material m(isogloss::testing::study_of(folder, three), dropping());
  EXPECT_EQ(kwic(m, {.pattern = "depot"}).n_rows(), 3U);
  EXPECT_EQ(kwic(m, {.pattern = "burns"}).texts("pre")[0], "every bell twice! The depot ") << "as it is written";
  EXPECT_EQ(tokens(m).n_rows(), 15U);
  for (const auto& t : extract(m)) {
    if (t.name() != "features") continue;
    for (std::size_t i = 0; i < t.n_rows(); ++i) EXPECT_EQ(t.texts("zone")[i], "body");
  }
}

TEST(DroppedReuse, PartsItsNeighbours) {
  material_options o = dropping();
  o.ngrams = 2;
  // In one sentence: "ann" and "bob" stand on either side of the passage.
  const std::string text = "Ann " + passage + " Bob";
  const scratch_folder folder;
  const corpus::study s = isogloss::testing::study_of(folder, {{"a", text}, {"b", passage}, {"c", "See Ann Bob"}});
  EXPECT_THAT(material(s, o).dfm(term_choice::all).terms, ElementsAre("ann bob", "see ann"));
  EXPECT_EQ(material(s, o).dfm(term_choice::all).counts.coeff(0, 0), 0);
  o.ngrams = 1;
  EXPECT_EQ(kwic(material(s, o), {.pattern = "ann bob"}).n_rows(), 1U);
}

TEST(DroppedReuse, TakesPassagesOfQuotationsToo) {
  material_options o = dropping();
  o.zones = corpus::zone_set("all", "test");
  const material m = material_of({{"a", passage}, {"b", passage}, {"c", "Rain."}}, o, "a,0,76,quotation,Ada\n");
  EXPECT_THAT(documents(m).integers("tokens"), ElementsAre(0, 0, 1));
}

TEST(DroppedReuse, LeavesTheTableOfPassagesAsItWas) {
  const table kept = reuse(material_of(three)), dropped = reuse(material_of(three, dropping()));
  ASSERT_EQ(kept.n_rows(), 1U);
  EXPECT_EQ(kept.texts("zone_a")[0], "body");
  EXPECT_EQ(dropped.texts("zone_a")[0], "body");
  EXPECT_EQ(kept.integers("begin_a"), dropped.integers("begin_a"));
}

TEST(DroppedReuse, IsTheSameForAnyThreads) {
  std::vector<std::vector<std::int64_t>> tokens;
  for (const std::size_t threads : {1, 2, 7}) {
    const thread_limit limit(threads);
    tokens.push_back(documents(material_of(three, dropping())).integers("tokens"));
  }
  EXPECT_EQ(tokens[1], tokens[0]);
  EXPECT_EQ(tokens[2], tokens[0]);
}

}  // namespace
}  // namespace isogloss::studies
