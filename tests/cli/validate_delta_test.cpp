#include <gtest/gtest.h>

#include <cstdlib>
#include <sstream>

#include "support/scratch.hpp"

namespace isogloss::testing {
namespace {

// What the tool prints of `arguments`, in `folder`.
std::string validated(const scratch_folder& folder, const std::string& arguments) {
  const std::string command = "cd '" + folder.path().string() +
                              "' && ISOGLOSS='" ISOGLOSS_PROGRAM "' '" ISOGLOSS_SOURCE "/tools/validate-delta' " +
                              arguments + " > printed";
  EXPECT_EQ(std::system(command.c_str()), 0) << command;
  return folder.read("printed");
}

void write_novels(const scratch_folder& folder, const std::string& title, const std::string& e_acute) {
  for (const char* author : {"Zola", "D'Arc, \"J\""}) {
    const std::string words = *author == 'Z' ? "l" + e_acute + "gal roi mer vent " : e_acute + "tat feu eau bois ";
    for (int times = 5; times < 7; ++times) {
      std::string text = "Le la les. ";
      for (int i = 0; i < times; ++i) text += words;
      folder.write("novels/" + std::string(author) + '_' + title + std::to_string(times) + ".txt", text);
    }
  }
}

void expect_all_right(const std::string& printed) {
  std::istringstream lines(printed);
  std::string line;
  std::getline(lines, line);
  EXPECT_EQ(line,
            "delta,most_frequent_words,accuracy_nearest_neighbour_percent,adjusted_rand_index_x100,"
            "accuracy_held_out_percent");
  std::size_t n = 0;
  for (; std::getline(lines, line); ++n) EXPECT_NE(line.find(",100.00,100.00,100.00"), std::string::npos) << line;
  EXPECT_EQ(n, 9U);
}

TEST(ValidateDelta, TakesAuthorsFromTheNamesOfFiles) {
  const scratch_folder folder;
  write_novels(folder, "Un_été ", "é");
  expect_all_right(validated(folder, "novels"));
}

TEST(ValidateDelta, PassesOptionsOn) {
  const scratch_folder folder;
  write_novels(folder, "x", "\xE9");
  expect_all_right(validated(folder, "novels author --encoding windows-1252"));
}

TEST(ValidateDelta, TakesAColumnOfDocuments) {
  const scratch_folder folder;
  write_novels(folder, "", "e\u0301");
  std::string rows = "document,file,writer\n";
  for (const auto& file : std::filesystem::directory_iterator(folder.path() / "novels")) {
    const std::string name = file.path().filename().string();
    rows += std::to_string(rows.size()) +
            (name[0] == 'Z' ? "," + name + ",one\n" : ",\"D'Arc, \"\"J\"\"" + name.substr(10) + "\",two\n");
  }
  folder.write("novels/documents.csv", rows);
  expect_all_right(validated(folder, "novels writer"));
}

}  // namespace
}  // namespace isogloss::testing
