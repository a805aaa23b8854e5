#include <gtest/gtest.h>

#include <string>

#include "isogloss/base/errors.hpp"
#include "isogloss/base/parallel.hpp"
#include "isogloss/studies/counting.hpp"
#include "support/csv_text.hpp"
#include "support/scratch.hpp"

namespace isogloss::studies {
namespace {

using testing::csv;
using testing::csv_in_parts;
using testing::scratch_folder;

// Zones, marks, other scripts, numbers, a byte order mark, and a document of many words.
class CountsOnly : public ::testing::Test {
 protected:
  CountsOnly() {
    folder.write("documents.csv", "document,group\na,x\nb,y\nc,y\nd,x\n");
    folder.write("texts/a.txt",
                 "\xEF\xBB\xBF"
                 "Don\u2019t panic. \u201cPanic\u201d, he said; DON'T. 3,14 times.");
    folder.write("texts/b.txt",
                 "\u0420\u043e\u0441\u0441\u0438\u044f \u0440\u043e\u0441\u0441\u0438\u044f. "
                 "\u4e2d\u6587\u3067\u3059\u3002 caf\u00e9 cafe\u0301 CAF\u00c9");
    folder.write("texts/c.txt", "He wrote: \"never panic\" and left.");
    std::string many;
    for (int i = 0; i < 120000; ++i) many += "word" + std::to_string(i * 7919 % 30011) + (i % 11 == 0 ? ".\n" : " ");
    folder.write("texts/d.txt", many);
    folder.write("zones.csv", "document,begin,end,zone,speaker\nc,10,23,quotation,\n");
  }

  [[nodiscard]] material full(const material_options& o) const { return {corpus::open_study(folder.path()), o}; }
  [[nodiscard]] material lean(const material_options& o, term_choice choice = term_choice::all) const {
    return material::of_counts(corpus::open_study(folder.path()), o, choice);
  }

  void expect_same(const material_options& o) const {
    const material all = lean(o);
    const material content = lean(o, term_choice::content);
    EXPECT_EQ(csv_in_parts(frequencies_layout(), [&](const table_sink& sink) { frequencies(all, sink); }),
              csv(frequencies(full(o))));
    EXPECT_EQ(csv_in_parts(tfidf_layout(), [&](const table_sink& sink) { tfidf(content, {}, sink); }),
              csv(tfidf(full(o))));
  }

  scratch_folder folder;
};

TEST_F(CountsOnly, GivesTheTablesThatTheWholeMaterialGives) {
  expect_same({});
  material_options numbers;
  numbers.terms.keep_numbers = true;
  expect_same(numbers);
  material_options voices;
  voices.zones = corpus::zone_set("quotation,body", "--zones");
  expect_same(voices);
  material_options grams;
  grams.terms.character_ngrams = 3;
  expect_same(grams);
  material_options rare;
  rare.trim.min_count = 4;
  expect_same(rare);
  material_options pattern;
  pattern.segmentation.token_pattern = "\\p{L}+";
  expect_same(pattern);
}

TEST_F(CountsOnly, GivesTheSameBytesForAnyNumberOfThreads) {
  std::string first;
  for (const std::size_t threads : {1U, 2U, 7U}) {
    const thread_limit limit(threads);
    const std::string bytes = csv(frequencies(lean({})));
    if (first.empty()) first = bytes;
    EXPECT_EQ(bytes, first) << threads;
  }
}

TEST_F(CountsOnly, NotesDocumentsWithoutTokensInTheZones) {
  material_options o;
  o.zones = corpus::zone_set("quotation", "--zones");
  EXPECT_EQ(lean(o).notes(), full(o).notes());
  EXPECT_EQ(lean(o).notes().size(), 3U);
}

TEST_F(CountsOnly, ReportsWhatIsWrongWithTheTextsAsTheWholeMaterialDoes) {
  folder.write("texts/a.txt", "fine\nnot \xff UTF-8");
  folder.write("texts/d.txt", " ... ");
  const auto message = [&](const auto& open) {
    try {
      open();
    } catch (const data_error& error) {
      return std::string(error.what());
    }
    return std::string("nothing");
  };
  const std::string expected = message([&] { static_cast<void>(full({})); });
  EXPECT_NE(expected.find("a.txt:2"), std::string::npos) << expected;
  EXPECT_EQ(message([&] { static_cast<void>(lean({})); }), expected);
}

TEST_F(CountsOnly, PhrasesAreJoinedAllTheSame) {
  material_options o;
  o.terms.phrases = folder.write("phrases.csv", "phrase,term\nhe said,HESAID\n");
  expect_same(o);
}

}  // namespace
}  // namespace isogloss::studies
