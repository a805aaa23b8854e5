#include <gtest/gtest.h>

#include <string>

#include "isogloss/base/parallel.hpp"
#include "isogloss/studies/collocates.hpp"
#include "isogloss/studies/counting.hpp"
#include "support/csv_text.hpp"
#include "support/errors.hpp"
#include "support/scratch.hpp"

namespace isogloss::studies {
namespace {

using testing::csv;
using testing::csv_in_parts;
using testing::scratch_folder;

std::string tokens_in_parts(const material& m) {
  return csv_in_parts(tokens_layout(), [&](const table_sink& sink) { tokens(m, sink); });
}

// One document of more rows than a part of the table has, and one without a word of its author's.
class StreamMaterial : public ::testing::Test {
 protected:
  StreamMaterial() {
    folder.write("documents.csv", "document\na\nb\nc\n");
    folder.write("texts/a.txt",
                 "\xEF\xBB\xBFThe new tram. \u0418 \u0442\u0440\u0430\u043c\u0432\u0430\u0439, \u4e2d\u6587.\r\nA new "
                 "tram line.");
    folder.write("texts/b.txt", "Said of it all");
    std::string many;
    for (int i = 0; i < 140000; ++i)
      many += "word" + std::to_string(i * 7919 % 3011) + (i % 11 == 0 ? ". New tram.\n" : " ");
    folder.write("texts/c.txt", many);
    folder.write("zones.csv", "document,begin,end,zone,speaker\nb,0,14,quotation,Ann\n");
    folder.write("phrases.csv", "phrase\nnew tram\n");
  }

  [[nodiscard]] corpus::study study() const { return corpus::open_study(folder.path()); }
  [[nodiscard]] material full(const material_options& o) const { return {study(), o}; }
  [[nodiscard]] material lean(material_options o) const {
    o.segmentation.memory = 1000;
    return material::of_stream(study(), o);
  }
  void expect_same(const material_options& o) const {
    const material all = full(o);
    const material some = lean(o);
    EXPECT_EQ(some.notes(), all.notes());
    EXPECT_EQ(csv(frequencies(some)), csv(frequencies(all)));
    EXPECT_EQ(tokens_in_parts(some), csv(tokens(all)));
    const auto& terms = all.dfm(term_choice::all).terms;
    const auto a = all.segments(term_choice::all, terms);
    const auto b = some.segments(term_choice::all, terms);
    EXPECT_EQ(b.segment, a.segment);
    EXPECT_EQ(b.tokens, a.tokens);
    EXPECT_TRUE(b.counts.isApprox(a.counts, 0));
    EXPECT_EQ(some.features().documents.size(), all.features().documents.size());
  }

  scratch_folder folder;
};

TEST_F(StreamMaterial, GivesWhatTheWholeMaterialGives) {
  expect_same({});
  material_options phrases;
  phrases.terms.phrases = folder.path() / "phrases.csv";
  expect_same(phrases);
  material_options grams;
  grams.ngrams = 2;
  expect_same(grams);
  material_options letters;
  letters.terms.character_ngrams = 3;
  expect_same(letters);
  material_options quoted;
  quoted.zones = corpus::zone_set("quotation", "--zones");
  expect_same(quoted);
  material_options dropped;
  dropped.drop_reused = true;
  expect_same(dropped);
}

TEST_F(StreamMaterial, NotesDocumentsWithoutTokensInTheZones) {
  EXPECT_EQ(lean({}).notes().size(), 1U);
  EXPECT_NE(lean({}).notes().at(0).find("\"b\" has no tokens"), std::string::npos);
}

TEST_F(StreamMaterial, GivesTheSameCollocatesForAnyNumberOfThreads) {
  collocates_options o;
  o.pattern = "tram";
  const std::string whole = csv(collocates(full({}), o));
  for (const std::size_t threads : {1U, 2U, 7U}) {
    const thread_limit limit(threads);
    EXPECT_EQ(csv(collocates(lean({}), o)), whole) << threads;
  }
}

TEST_F(StreamMaterial, ReportsWhatIsWrongAsTheWholeMaterialDoes) {
  folder.write("texts/a.txt", "\xFF");
  folder.write("texts/b.txt", " ... ");
  EXPECT_EQ(testing::problems_of([&] { static_cast<void>(full({})); }).size(), 2U);
  EXPECT_EQ(testing::problems_of([&] { static_cast<void>(lean({})); }).size(), 2U);
}

}  // namespace
}  // namespace isogloss::studies
