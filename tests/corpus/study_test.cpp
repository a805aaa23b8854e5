#include "isogloss/corpus/study.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/errors.hpp"
#include "support/scratch.hpp"

namespace isogloss::corpus {
namespace {

using isogloss::testing::has_problem;
using isogloss::testing::problems_of;
using isogloss::testing::scratch_folder;
using ::testing::HasSubstr;
using strings = std::vector<std::string>;

strings names(const study& s) {
  strings result;
  for (const auto& d : s.documents) result.push_back(d.name);
  return result;
}

void write_speeches(const scratch_folder& folder) {
  folder.write(
      "documents.csv",
      "document,file,party,year,encoding,language\nzoë,,red,1905,,\nann,b.txt,blue,1905,koi8-r,ru\nbob,,red,1917,,\n");
  folder.write("texts/zoë.txt", "Łódź");
  folder.write("texts/b.txt", "\xF0\xD2\xC1\xD7\xC4\xC1");
  folder.write("bob.txt", "Bob");
}

TEST(Study, KeepsTheOrderOfItsManifest) {
  const scratch_folder folder;
  write_speeches(folder);
  const study s = open_study(folder.path());
  EXPECT_EQ(names(s), (strings{"zoë", "ann", "bob"}));
  EXPECT_EQ(s.columns, (strings{"document", "file", "party", "year", "encoding", "language"}));
  EXPECT_EQ(s.documents[1].metadata[2], "blue");
  EXPECT_EQ(s.documents[1].language, "ru");
  EXPECT_TRUE(s.has_texts());
  EXPECT_TRUE(s.notes.empty());
}

TEST(Study, FindsTextsByNameOrFileInTheFolderOrInTexts) {
  const scratch_folder folder;
  write_speeches(folder);
  const study s = open_study(folder.path());
  EXPECT_EQ(read_text(s.documents[0]), "Łódź");
  EXPECT_EQ(read_text(s.documents[1]), "Правда");
  EXPECT_EQ(read_text(s.documents[2]), "Bob");
}

TEST(Study, ReadsTextsWithoutEncodingInTheOneGiven) {
  const scratch_folder folder;
  folder.write("documents.csv", "document,encoding\na,\nb,utf-8\n");
  folder.write("a.txt", "caf\xE9");
  folder.write("b.txt", "café");
  const study s = open_study(folder.path(), {}, "windows-1252");
  EXPECT_EQ(read_text(s.documents[0]), "café");
  EXPECT_EQ(read_text(s.documents[1]), "café");
}

TEST(Study, IsNamedAfterItsFolderHoweverThatIsWritten) {
  const scratch_folder folder;
  folder.write("my.study/documents.csv", "document\na\n");
  folder.write("my.study/a.txt", "a");
  for (const char* path : {"my.study", "my.study/", "my.study/.", "./my.study//"}) {
    EXPECT_EQ(open_study(folder.path() / path).name, "my.study") << path;
  }
}

TEST(Study, MayBeAFolderOfTexts) {
  const scratch_folder folder;
  for (const char* name : {"b.txt", "a.b.txt", "ż.txt", "notes.md", "stopwords.txt"}) folder.write(name, "x");
  const study s = open_study(folder.path());
  EXPECT_EQ(names(s), (strings{"a.b", "b", "ż"}));
  EXPECT_EQ(s.columns, strings{"document"});
  EXPECT_EQ(s.files.stopwords.filename(), "stopwords.txt");
  EXPECT_EQ(s.documents[2].metadata, strings{"ż"});
}

TEST(Study, MayBeOneText) {
  const scratch_folder folder;
  const study s = open_study(folder.write("emma.txt", "Emma"));
  EXPECT_EQ(s.name, "emma");
  EXPECT_EQ(names(s), strings{"emma"});
  EXPECT_EQ(read_text(s.documents[0]), "Emma");
}

TEST(Study, FindsTheFilesBesideItsDocuments) {
  const scratch_folder folder;
  write_speeches(folder);
  for (const char* name : {"variants.csv", "phrases.csv", "targets.csv", "analysis.ini", "lexicons/b.csv",
                           "lexicons/a.dic", "lexicons/README.md"}) {
    folder.write(name, "x");
  }
  const study_files files = open_study(folder.path()).files;
  EXPECT_EQ(files.variants.filename(), "variants.csv");
  EXPECT_EQ(files.settings.filename(), "analysis.ini");
  EXPECT_TRUE(files.features.empty());
  ASSERT_EQ(files.lexicons.size(), 2U);
  EXPECT_EQ(files.lexicons[0].filename(), "a.dic");
}

TEST(Study, NotesTextsThatNoRowNames) {
  const scratch_folder folder;
  write_speeches(folder);
  folder.write("texts/lost.txt", "x");
  folder.write("stopwords.txt", "x");
  const study s = open_study(folder.path());
  ASSERT_EQ(s.notes.size(), 1U);
  EXPECT_THAT(s.notes[0], HasSubstr("lost.txt is in no row of documents.csv"));
}

TEST(Study, WithoutAllItsTextsIsOneOfFeatures) {
  const scratch_folder folder;
  write_speeches(folder);
  folder.write("features.csv", "x");
  EXPECT_TRUE(open_study(folder.path()).has_texts());
  std::filesystem::remove(folder.path() / "bob.txt");
  const study s = open_study(folder.path());
  EXPECT_FALSE(s.has_texts());
  EXPECT_TRUE(s.documents[0].file.empty());
}

TEST(Study, ReportsEverythingWrongWithItsManifest) {
  const scratch_folder folder;
  folder.write("a.txt", "a");
  folder.write("documents.csv", "document,encoding\na,\n,\na,\nmissing,\nc,klingon\n");
  const auto problems = problems_of([&] { return open_study(folder.path()); });
  EXPECT_EQ(problems.size(), 4U);
  EXPECT_TRUE(has_problem(problems, "documents.csv:3", "has no name"));
  EXPECT_TRUE(has_problem(problems, ":4", "\"a\" is listed already, on line 2"));
  EXPECT_TRUE(has_problem(problems, ":5", "text \"missing.txt\" of document \"missing\" is missing"));
  EXPECT_TRUE(has_problem(problems, ":6", "encoding \"klingon\" is not known"));
}

TEST(Study, MustExistAndHoldDocuments) {
  const scratch_folder folder;
  EXPECT_TRUE(has_problem(problems_of([&] { return open_study(folder.path() / "no"); }), "no", "no such study"));
  EXPECT_TRUE(
      has_problem(problems_of([&] { return open_study(folder.path()); }), "", "has neither documents.csv nor .txt"));
  folder.write("documents.csv", "document\n");
  EXPECT_TRUE(
      has_problem(problems_of([&] { return open_study(folder.path()); }), "documents.csv", "lists no documents"));
  folder.write("documents.csv", "name\na\n");
  EXPECT_TRUE(has_problem(problems_of([&] { return open_study(folder.path()); }), ":1", "has no column \"document\""));
}

TEST(Study, OfAStopListAloneHasNoTexts) {
  const scratch_folder folder;
  folder.write("stopwords.txt", "the\n");
  EXPECT_TRUE(
      has_problem(problems_of([&] { return open_study(folder.path()); }), "", "has neither documents.csv nor .txt"));
}

}  // namespace
}  // namespace isogloss::corpus
