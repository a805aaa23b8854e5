#include "isogloss/studies/scaling.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <map>
#include <sstream>

#include "isogloss/base/errors.hpp"
#include "support/scratch.hpp"

namespace isogloss::studies {
namespace {

using isogloss::testing::scratch_folder;

material read(const scratch_folder& folder) {
  return {corpus::open_study(folder.path()), {}};
}

// The table of Laver, Benoit & Garry (2003) as texts: each word as often as it counts.
void write_published(const scratch_folder& folder) {
  std::ifstream file(ISOGLOSS_TEST_DATA "/golden/lbg2003.csv");
  std::string line, cell;
  std::getline(file, line);
  std::vector<std::string> words;
  std::istringstream heading(line);
  while (std::getline(heading, cell, ',')) words.push_back(cell);
  while (std::getline(file, line)) {
    std::istringstream cells(line);
    std::string name, text;
    std::getline(cells, name, ',');
    for (std::size_t k = 1; std::getline(cells, cell, ','); ++k) {
      for (int n = std::stoi(cell); n > 0; --n) text += words[k] + " ";
    }
    folder.write("texts/" + name + ".txt", text);
  }
  folder.write("documents.csv", "document,position\nR1,-1.5\nR2,-0.75\nR3,0\nR4,0.75\nR5,1.5\nV1,\n");
}

// method and document -> value
std::map<std::string, double> column(const table& t, const char* name) {
  std::map<std::string, double> values;
  for (std::size_t i = 0; i < t.n_rows(); ++i) {
    values[t.texts("method")[i] + " " + t.texts("document")[i]] = t.numbers(name)[i];
  }
  return values;
}

TEST(Scaling, GivesThePublishedPositions) {
  const scratch_folder folder;
  write_published(folder);
  const auto result = scaling(read(folder), {"position", {}});
  auto position = column(result.scaling, "position");
  auto error = column(result.scaling, "standard_error");
  ASSERT_EQ(position.size(), 4U * 6);
  EXPECT_NEAR(position["wordscores V1"], -0.4480590766, 1e-10);
  EXPECT_NEAR(error["wordscores V1"], 0.01189766679, 1e-11);
  EXPECT_NEAR(position["wordscores_mv V1"], -0.509957231, 1e-9);
  EXPECT_NEAR(position["wordfish V1"], -0.32049076116, 1e-10);
  EXPECT_NEAR(error["wordfish R1"], 0.0154731679, 1e-10);
  EXPECT_TRUE(std::isnan(position["wordscores_lbg V1"]));
  EXPECT_NEAR(column(result.scaling, "high")["wordscores V1"], -0.42474007821, 1e-10);
  EXPECT_EQ(column(result.scaling, "score")["wordscores R2"], -0.75);
  EXPECT_TRUE(std::isnan(column(result.scaling, "score")["wordscores V1"]));
  ASSERT_EQ(result.notes.size(), 2U);
  EXPECT_TRUE(result.notes[0].starts_with("wordfish converged in ")) << result.notes[0];
  EXPECT_TRUE(result.notes[1].starts_with("wordscores_lbg does not exist")) << result.notes[1];
}

TEST(Scaling, TurnsAsTheDirectionSays) {
  const scratch_folder folder;
  write_published(folder);
  auto position = column(scaling(read(folder), {"", {{"R5", "V1"}}}).scaling, "position");
  EXPECT_NEAR(position["wordfish V1"], 0.32049076116, 1e-10);
  EXPECT_EQ(position.size(), 6U);
}

std::string error_of(const scratch_folder& folder, const scaling_options& options) {
  try {
    static_cast<void>(scaling(read(folder), options));
    return "nothing was thrown";
  } catch (const data_error& error) {
    return error.what();
  }
}

TEST(Scaling, SaysWhatIsWrongWithItsOptions) {
  const scratch_folder folder;
  write_published(folder);
  EXPECT_NE(error_of(folder, {"side", {}}).find("there is no column \"side\""), std::string::npos);
  EXPECT_NE(error_of(folder, {"document", {}}).find("\"R1\" of document \"R1\" is not a number"), std::string::npos);
  EXPECT_NE(error_of(folder, {"", {{"R5", "R9"}}}).find("there is no document \"R9\""), std::string::npos);
  EXPECT_NE(error_of(folder, {"", {{"R5", "R5"}}}).find("names one document twice"), std::string::npos);
  folder.write("documents.csv", "document,position\nR1,-1.5\nR2,\nR3,NA\nR4,\nR5,\nV1,\n");
  EXPECT_NE(error_of(folder, {"position", {}}).find("has 1 number,"), std::string::npos);
}

TEST(Scaling, TakesThreeDocumentsOrScores) {
  const scratch_folder folder;
  folder.write("texts/a.txt", "cats purr and cats sleep");
  folder.write("texts/b.txt", "dogs bark and cats run");
  folder.write("documents.csv", "document,position\na,0\nb,1\n");
  EXPECT_NE(error_of(folder, {}).find("wordfish takes three documents or more"), std::string::npos);
  const auto result = scaling(read(folder), {"position", {}});
  EXPECT_EQ(result.scaling.n_rows(), 6U);
  EXPECT_EQ(result.notes.front(), "no wordfish: wordfish takes three documents or more");
}

TEST(Scaling, OfDocumentsThatAreAlikeHasNoPositions) {
  const scratch_folder folder;
  for (const char* name : {"a.txt", "b.txt", "c.txt"}) folder.write(name, "cats purr and cats sleep");
  const auto result = scaling(read(folder), {});
  ASSERT_EQ(result.scaling.n_rows(), 3U);
  EXPECT_TRUE(std::isnan(result.scaling.numbers("position")[0]));
  EXPECT_NE(result.notes.front().find("there is no scale"), std::string::npos);
}

TEST(Scaling, NamesADocumentWithoutCountedTerms) {
  const scratch_folder folder;
  folder.write("a.txt", "cats purr");
  folder.write("b.txt", "dogs bark");
  folder.write("years.txt", "1917 1918");
  EXPECT_NE(error_of(folder, {}).find("document \"years\" has no counted terms"), std::string::npos);
}

TEST(Scaling, NamesADocumentWithoutAScoredWord) {
  const scratch_folder folder;
  folder.write("texts/a.txt", "cats purr and cats sleep");
  folder.write("texts/b.txt", "dogs bark and cats run");
  folder.write("texts/c.txt", "mice squeak");
  folder.write("documents.csv", "document,position\na,0\nb,1\nc,\n");
  const auto result = scaling(read(folder), {"position", {}});
  EXPECT_TRUE(std::isnan(column(result.scaling, "position")["wordscores c"]));
  EXPECT_EQ(result.notes.back(), "wordscores: document \"c\" has no word of the documents with a score");
}

}  // namespace
}  // namespace isogloss::studies
