#include "isogloss/corpus/features.hpp"

#include <gtest/gtest.h>

#include <map>
#include <tuple>

#include "support/errors.hpp"
#include "support/scratch.hpp"

namespace isogloss::corpus {
namespace {

using isogloss::testing::has_problem;
using isogloss::testing::problems_of;
using isogloss::testing::scratch_folder;

using cell = std::tuple<std::uint32_t, std::string, std::string, std::string>;  // segment, zone, speaker, token
using cells = std::map<cell, std::uint64_t>;

cells cells_of(const features& f, std::size_t document) {
  cells result;
  for (const auto& row : f.documents[document].features) {
    const auto& v = f.voices[row.voice];
    result[{row.segment, std::string(name(v.kind)), v.speaker, f.types[index(row.type)]}] += row.count;
  }
  return result;
}

class Features : public ::testing::Test {
 protected:
  Features() { folder.write("documents.csv", "document,party\na,red\nb,blue\n"); }

  [[nodiscard]] features read(std::string_view content, const std::vector<condition>& where = {}) const {
    folder.write("features.csv", content);
    return read_features(open_study(folder.path(), where));
  }
  [[nodiscard]] std::vector<problem> problems_in(std::string_view content) const {
    return problems_of([&] { return read(content); });
  }

  scratch_folder folder;
};

const std::string header = "document,segment,zone,token,count\n";

TEST_F(Features, AreReadInAnyOrderOfRowsAndColumns) {
  const features f = read(
      "count,token,speaker,zone,note,document,segment\n2,Łódź,,body,x,b,2\n1,yes,Ann,quotation,,a,1\n3,yes,,body,,b,"
      "1\n");
  EXPECT_EQ(cells_of(f, 0), (cells{{{1, "quotation", "Ann", "yes"}, 1}}));
  EXPECT_EQ(cells_of(f, 1), (cells{{{1, "body", "", "yes"}, 3}, {{2, "body", "", "Łódź"}, 2}}));
  EXPECT_EQ(f.documents[1].features[0].segment, 1U);
  EXPECT_FALSE(f.has_sentences || f.has_phrases);
}

TEST_F(Features, OfRowsThatRepeatAddUp) {
  const features f = read(header + "a,1,body,x,2\nb,1,body,x,1\na,1,body,x,3\n");
  EXPECT_EQ(cells_of(f, 0), (cells{{{1, "body", "", "x"}, 5}}));
}

TEST_F(Features, UnquoteCommasAndQuotes) {
  const features f =
      read(header + "a,1,body,\"1,000\",2\nb,1,body,\"צה\"\"ל\",1\nb,1,body,iron curtain,1\nb,1,body,\"\"\"\",4\n");
  EXPECT_EQ(cells_of(f, 0), (cells{{{1, "body", "", "1,000"}, 2}}));
  EXPECT_EQ(cells_of(f, 1),
            (cells{{{1, "body", "", "iron curtain"}, 1}, {{1, "body", "", "צה\"ל"}, 1}, {{1, "body", "", "\""}, 4}}));
}

TEST_F(Features, KeepSpacesAndTakeWindowsLineEndsAndAMark) {
  const features f = read(
      "\xEF\xBB\xBF"
      "document,segment,zone,token,count\r\na,1,body,x,1\r\n\r\nb,1,body, y,1");
  EXPECT_EQ(cells_of(f, 0), (cells{{{1, "body", "", "x"}, 1}}));
  EXPECT_EQ(cells_of(f, 1), (cells{{{1, "body", "", " y"}, 1}}));
}

TEST_F(Features, OfDocumentsLeftOutArePassedOver) {
  const features f = read(header + "a,1,body,x,1\nb,1,body,only,1\n", {{"party", "red"}});
  ASSERT_EQ(f.documents.size(), 1U);
  EXPECT_EQ(f.types.size(), 1U);
}

TEST_F(Features, ReportEveryBadRowWithItsLine) {
  const auto problems =
      problems_in(header +
                  "a,1,body,x,1\nb,1,body,x,1\nc,1,body,x,1\na,1,foot,x,1\na,0,body,x,1\na,1,body,,1\n"
                  "a,1,body,x,0\na,one,body,x,1\na,1,body,x,-1\na,1,body,x\na,4294967296,body,x,1\n"
                  "a,1,body,x,1,1\na,1,body,\"x,1\n");
  EXPECT_EQ(problems.size(), 11U);
  EXPECT_TRUE(has_problem(problems, "features.csv:4", "document \"c\" is not in documents.csv"));
  EXPECT_TRUE(has_problem(problems, ":5", "\"foot\" is not a zone"));
  for (const char* line : {":6", ":7", ":8"}) EXPECT_TRUE(has_problem(problems, line, "has no token, or")) << line;
  for (const char* line : {"line \"9\"", "line \"10\"", "line 11", "line \"12\"", "line 13", "line 14"}) {
    EXPECT_TRUE(has_problem(problems, "", line)) << line;
  }
}

TEST_F(Features, NeedTheirColumns) {
  EXPECT_TRUE(has_problem(problems_in("document,segment,token\na,1,x\n"), "features.csv:1", "\"zone\", \"count\""));
  EXPECT_FALSE(problems_in("").empty());
  EXPECT_TRUE(has_problem(problems_in(header + "a,1,body,caf\xE9,1\n"), ":2", "0xE9"));
}

TEST_F(Features, MustHoldEveryDocument) {
  const auto problems = problems_in(header + "a,1,body,x,1\n");
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_TRUE(has_problem(problems, "features.csv", "has no row for document \"b\""));
}

// The reader stops after twenty problems; what it has not read is not missing.
TEST_F(Features, DoNotCallADocumentMissingWhoseRowsWereNotReached) {
  std::string content = header + "a,1,body,x,1\n";
  for (int i = 0; i < 30; ++i) content += "a,1,foot,x,1\n";
  const auto problems = problems_in(content + "b,1,body,x,1\n");
  EXPECT_EQ(problems.size(), 20U);
  EXPECT_FALSE(has_problem(problems, "", "has no row for document"));
}

TEST_F(Features, ComeWithSentencesAndPhrases) {
  folder.write("segments.csv", "document,segment,zone,sentences\na,1,body,4\nb,2,quotation,1\n");
  folder.write("lexicon_phrases.csv",
               "document,segment,zone,speaker,lexicon,category,pattern,words,count\n"
               "b,2,quotation,Ann,stance,hostile,iron curtain*,\"Iron, Curtains\",3\n");
  const features f = read(header + "a,1,body,x,1\nb,1,body,x,1\n");
  EXPECT_TRUE(f.has_sentences && f.has_phrases);
  ASSERT_EQ(f.documents[0].sentences.size(), 1U);
  EXPECT_EQ(f.documents[0].sentences[0].sentences, 4U);
  EXPECT_EQ(f.documents[1].sentences.at(0).kind, zone::quotation);
  const lexicon_phrase& p = f.documents[1].phrases.at(0);
  EXPECT_EQ(f.voices[p.voice].speaker, "Ann");
  EXPECT_EQ(p.words, "Iron, Curtains");
  EXPECT_EQ(p.pattern, "iron curtain*");
  EXPECT_EQ(p.count, 3U);
}

TEST_F(Features, ReportBadRowsOfAllTheirFilesTogether) {
  folder.write("segments.csv", "document,segment,zone,sentences\na,1,body,x\n");
  folder.write("lexicon_phrases.csv", "document,segment,zone\n");
  const auto problems = problems_in(header + "a,1,foot,x,1\na,1,body,x,1\nb,1,body,x,1\n");
  EXPECT_TRUE(has_problem(problems, "features.csv:2", "\"foot\""));
  EXPECT_TRUE(has_problem(problems, "segments.csv", "line \"2\""));
  EXPECT_TRUE(has_problem(problems, "lexicon_phrases.csv", "speaker"));
}

}  // namespace
}  // namespace isogloss::corpus
