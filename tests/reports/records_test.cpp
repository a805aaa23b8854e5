#include "isogloss/reports/records.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "isogloss/base/errors.hpp"
#include "support/scratch.hpp"

namespace isogloss::reports {
namespace {

using isogloss::testing::scratch_folder;
using nlohmann::json;

// FIPS 180-2, appendix B: the digests of "abc" and of nothing.
TEST(FileRecord, HasTheSha256OfItsBytes) {
  const scratch_folder folder;
  const auto record = record_of(folder.write("texts/a.txt", "abc"), folder.path());
  EXPECT_EQ(record.path, "texts/a.txt");
  EXPECT_EQ(record.bytes, 3U);
  EXPECT_EQ(record.sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(record_of(folder.write("empty", ""), folder.path()).sha256,
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST(FileRecord, NamesAFileOutsideTheFolderByTheWayThere) {
  const scratch_folder folder;
  folder.write("study/documents.csv", "x");
  EXPECT_EQ(record_of(folder.write("lists/stop.txt", "x"), folder.path() / "study").path, "../lists/stop.txt");
}

TEST(FileRecord, IsTheSameWhicheverWayTheFileAndTheFolderAreWritten) {
  const scratch_folder folder;
  folder.write("study/documents.csv", "x");
  folder.write("lists/stop.txt", "x");
  const auto study = folder.path() / "study";
  EXPECT_EQ(record_of(study / ".." / "lists" / "stop.txt", study).path, "../lists/stop.txt");
  EXPECT_EQ(record_of(study / "." / "documents.csv", study / "").path, "documents.csv");
  const auto relative = std::filesystem::relative(study);
  EXPECT_EQ(record_of(folder.path() / "lists" / "stop.txt", relative).path, "../lists/stop.txt");
}

TEST(FileRecord, NamesAMissingFile) {
  const scratch_folder folder;
  EXPECT_THROW(static_cast<void>(record_of(folder.path() / "none.txt", folder.path())), data_error);
}

run_record an_example() {
  return {"run",     "a \"study\"",           {{"seed", "1"}, {"group-by", "camp"}}, {{"a.txt", 3, "00ff"}},
          {"x.csv"}, {"a note\nof two lines"}};
}

TEST(RunRecord, IsJsonWithEverythingInIt) {
  const json run = json::parse(to_json(an_example()));
  EXPECT_EQ(run["program"], "isogloss");
  EXPECT_EQ(run["command"], "run");
  EXPECT_EQ(run["study"], "a \"study\"");
  EXPECT_EQ(run["settings"]["seed"], "1");
  EXPECT_EQ(run["settings"]["group-by"], "camp");
  EXPECT_EQ(run["inputs"][0], (json{{"path", "a.txt"}, {"bytes", 3}, {"sha256", "00ff"}}));
  EXPECT_EQ(run["notes"][0], "a note\nof two lines");
  EXPECT_FALSE(run["version"].get<std::string>().empty());
}

TEST(RunRecord, IsTheSameBytesEveryTime) {
  EXPECT_EQ(to_json(an_example()), to_json(an_example()));
}

TEST(DataPackage, DescribesEveryColumnOfEveryTable) {
  using enum column_type;
  table words("words", "Some words.", "term", {{"term", string, "", "a term"}, {"share", number, "share", "of all"}});
  words.add("a", 0.5);
  const table more("more", "More words.", "n", {{"n", integer, "tokens", "how many"}});
  const json package = json::parse(data_package("study", "A title", {&words, &more}));
  EXPECT_EQ(package["profile"], "tabular-data-package");
  EXPECT_EQ(package["title"], "A title");
  ASSERT_EQ(package["resources"].size(), 2U);
  const json& first = package["resources"][0];
  EXPECT_EQ(first["path"], "words.csv");
  EXPECT_EQ(first["description"], "Some words.");
  EXPECT_EQ(first["schema"]["missingValues"], json::array({"NA"}));
  const json& fields = first["schema"]["fields"];
  ASSERT_EQ(fields.size(), 2U);
  EXPECT_EQ(fields[0], (json{{"name", "term"}, {"type", "string"}, {"description", "a term"}}));
  EXPECT_EQ(fields[1], (json{{"name", "share"}, {"type", "number"}, {"description", "of all"}, {"unit", "share"}}));
  EXPECT_EQ(package["resources"][1]["schema"]["fields"][0]["type"], "integer");
}

}  // namespace
}  // namespace isogloss::reports
