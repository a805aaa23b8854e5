#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "support/program.hpp"

namespace isogloss::testing {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

// A study with nothing wrong.
void write_study(const scratch_folder& here) {
  here.write("study/documents.csv", "document,file,side\na,a.txt,left\nb,b.txt,right\n");
  here.write("study/a.txt", "The café is red, he said. It is quick.");
  here.write("study/b.txt", "No hen is quick, and no house is safe.");
}

// What went wrong is said, with exit code 2, and an earlier result is left as it was.
std::string refused(const scratch_folder& here, const std::string& arguments = "frequencies study") {
  here.write("result.csv", "old");
  const auto result = run_isogloss(arguments + " -o result.csv", here);
  EXPECT_EQ(result.exit_code, 2) << result.err;
  EXPECT_EQ(result.out, "");
  EXPECT_EQ(here.read("result.csv"), "old");
  return result.err;
}

std::size_t lines(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

TEST(BadStudy, IsMissing) {
  const scratch_folder here;
  EXPECT_THAT(refused(here), HasSubstr("study: there is no such study. A study is a folder with documents.csv"));
}

TEST(BadStudy, IsAnEmptyFolder) {
  const scratch_folder here;
  fs::create_directory(here.path() / "study");
  EXPECT_THAT(refused(here),
              HasSubstr("study: has neither documents.csv nor .txt files, nor .xml, .tei, .html or .htm. A study is"));
}

TEST(BadStudy, HoldsAStopListAlone) {
  const scratch_folder here;
  here.write("study/stopwords.txt", "the\n");
  EXPECT_THAT(refused(here), HasSubstr("study: has neither documents.csv nor .txt files"));
}

TEST(BadStudy, LacksTexts_AllAreNamed) {
  const scratch_folder here;
  here.write("study/documents.csv", "document,file\na,one.txt\nb,two.txt\nc,\n");
  const std::string said = refused(here);
  EXPECT_THAT(said, HasSubstr("study/documents.csv:2: text \"one.txt\" of document \"a\" is missing"));
  EXPECT_THAT(said, HasSubstr("study/documents.csv:3: text \"two.txt\" of document \"b\" is missing"));
  EXPECT_THAT(said, HasSubstr("study/documents.csv:4: text \"c.txt\" of document \"c\" is missing"));
  EXPECT_THAT(said, HasSubstr("looked for in study and study/texts"));
  EXPECT_EQ(lines(said), 3U);
}

TEST(BadManifest, ListsADocumentTwice) {
  const scratch_folder here;
  write_study(here);
  here.write("study/documents.csv", "document,file\na,a.txt\nb,b.txt\na,b.txt\n");
  EXPECT_THAT(refused(here),
              HasSubstr("study/documents.csv:4: document \"a\" is listed already, on line 2. Rename one."));
}

TEST(BadManifest, HasADocumentWithoutAName) {
  const scratch_folder here;
  write_study(here);
  here.write("study/documents.csv", "document,file\n,a.txt\nb,b.txt\n");
  EXPECT_THAT(refused(here), HasSubstr("study/documents.csv:2: a document has no name"));
}

TEST(BadManifest, HasNoColumnForDocuments) {
  const scratch_folder here;
  write_study(here);
  here.write("study/documents.csv", "name,file\na,a.txt\n");
  EXPECT_THAT(refused(here), HasSubstr("study/documents.csv:1: has no column \"document\". It has: name, file."));
}

TEST(BadManifest, IsEmptyOrHasAHeaderAlone) {
  const scratch_folder here;
  write_study(here);
  here.write("study/documents.csv", "");
  EXPECT_THAT(refused(here), HasSubstr("study/documents.csv: is empty"));
  here.write("study/documents.csv", "document,file\n");
  EXPECT_THAT(refused(here), HasSubstr("study/documents.csv: lists no documents"));
}

TEST(BadCsv, HasARowTooShort_AllAreNamedWithTheirLine) {
  const scratch_folder here;
  write_study(here);
  here.write("study/documents.csv", "document,file,side\na,a.txt,left\nb,b.txt\nc,c.txt,up,down\n");
  const std::string said = refused(here);
  EXPECT_THAT(said, HasSubstr("study/documents.csv:3: has 2 cells, but the header has 3. Put a cell"));
  EXPECT_THAT(said, HasSubstr("study/documents.csv:4: has 4 cells, but the header has 3."));
}

TEST(BadCsv, OpensAQuoteAndNeverClosesIt) {
  const scratch_folder here;
  write_study(here);
  here.write("study/documents.csv", "document,file,side\na,a.txt,left\nb,\"b.txt,right\n");
  EXPECT_THAT(refused(here), HasSubstr("study/documents.csv:3: a quote is opened and never closed. Close it"));
}

TEST(BadCsv, HasTextAfterAClosingQuote) {
  const scratch_folder here;
  write_study(here);
  here.write("study/documents.csv", "document,file,side\n\"a\"x,a.txt,left\n");
  EXPECT_THAT(refused(here), HasSubstr("study/documents.csv:2: \"x\" stands after a closing quote."));
}

TEST(BadCsv, IsSeparatedBySemicolons) {
  const scratch_folder here;
  write_study(here);
  here.write("study/documents.csv", "document;file;side\na;a.txt;left\n");
  EXPECT_THAT(refused(here),
              HasSubstr("study/documents.csv:1: has one column; it seems to be separated by semicolons."));
}

TEST(BadCsv, NamesAColumnTwice) {
  const scratch_folder here;
  write_study(here);
  here.write("study/documents.csv", "document,file,file\na,a.txt,a.txt\n");
  EXPECT_THAT(refused(here), HasSubstr("study/documents.csv:1: column \"file\" stands twice"));
}

TEST(BadText, HasNoTokens_AllAreNamed) {
  const scratch_folder here;
  write_study(here);
  here.write("study/a.txt", "");
  here.write("study/b.txt", " \n... — !\n");
  const std::string said = refused(here);
  EXPECT_THAT(said, HasSubstr("study/a.txt: document \"a\" has no tokens. The text is empty"));
  EXPECT_THAT(said, HasSubstr("study/b.txt: document \"b\" has no tokens."));
  EXPECT_EQ(lines(said), 2U);
}

TEST(BadText, IsNotUtf8_FileLineByteValueEncodingAndRemedyAreSaid) {
  const scratch_folder here;
  write_study(here);
  here.write("study/a.txt",
             "The first line is good.\nLe caf\xE9 est ouvert. Les \xE9l\xE8ves sont \xE0 l'\xE9"
             "cole.\n");
  const std::string said = refused(here);
  EXPECT_THAT(said, HasSubstr("study/a.txt:2: is not UTF-8 (byte 30: 0xE9). Likely ISO-8859-1"));
  EXPECT_THAT(said, HasSubstr("--encoding ISO-8859-1"));
  const auto read = run_isogloss("frequencies study --encoding ISO-8859-1", here);
  EXPECT_EQ(read.exit_code, 0);
  EXPECT_THAT(read.out, HasSubstr("\na,café,1,"));
}

TEST(BadText, IsNotUtf8_AllAreNamedInOrder) {
  const scratch_folder here;
  here.write("study/a.txt", "\xFF is no letter");
  here.write("study/b.txt", "This one is good.");
  here.write("study/c.txt", "Cut off: \xE2\x82");
  const std::string said = refused(here);
  EXPECT_LT(said.find("study/a.txt:1: is not UTF-8 (byte 0: 0xFF)"),
            said.find("study/c.txt:1: is not UTF-8 (byte 9: 0xE2)"));
  EXPECT_THAT(said, HasSubstr("study/c.txt:1: is not UTF-8 (byte 9: 0xE2)"));
  EXPECT_THAT(said, ::testing::Not(HasSubstr("b.txt")));
}

TEST(BadText, HasAnUnknownEncoding) {
  const scratch_folder here;
  write_study(here);
  here.write("study/documents.csv", "document,encoding\na,klingon-1\nb,\n");
  EXPECT_THAT(refused(here),
              HasSubstr("study/documents.csv:2: encoding \"klingon-1\" is not known. Use a name such as"));
  write_study(here);
  EXPECT_THAT(refused(here, "frequencies study --encoding klingon-1"),
              HasSubstr("encoding \"klingon-1\" is not known"));
}

TEST(BadName, IsNotUtf8_TheFileIsNamed) {
  const scratch_folder here;
  here.write("study/caf\xE9.txt", "A cat sat here.");
  EXPECT_THAT(refused(here), HasSubstr("is not UTF-8"));
  EXPECT_EQ(run_isogloss("run study -o out", here).exit_code, 2);
}

TEST(BadLexicon, IsExplained_AllLinesAreNamed) {
  const scratch_folder here;
  write_study(here);
  here.write("study/lexicons/tone.csv",
             "category,pattern,weight\ngood,quick,much\n,red,1\ngood,*,1\ngood,safe,1\ngood,safe,1\n");
  const std::string said = refused(here, "stance study");
  EXPECT_THAT(said, HasSubstr("study/lexicons/tone.csv:2: weight \"much\" is not a number. Use a number"));
  EXPECT_THAT(said, HasSubstr("tone.csv:3: category or pattern is empty"));
  EXPECT_THAT(said, HasSubstr("tone.csv:4: pattern \"*\" matches every word"));
  EXPECT_THAT(said, HasSubstr("tone.csv:6: pattern \"safe\" stands twice in category \"good\""));
}

TEST(BadLexicon, LacksAColumn) {
  const scratch_folder here;
  write_study(here);
  here.write("tone.csv", "kind,pattern\ngood,quick\n");
  EXPECT_THAT(refused(here, "stance study --lexicon tone.csv"),
              HasSubstr("tone.csv:1: has no column \"category\". It has: kind, pattern."));
}

TEST(BadGrouping, HasADocumentWithoutAGroup) {
  const scratch_folder here;
  write_study(here);
  here.write("study/documents.csv", "document,file,side\na,a.txt,left\nb,b.txt,\n");
  EXPECT_THAT(refused(here, "frequencies study --group-by side"),
              HasSubstr("documents.csv: document \"b\" has no side. Fill it in"));
}

}  // namespace
}  // namespace isogloss::testing
