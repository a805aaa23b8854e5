#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <map>
#include <sstream>

#include "isogloss/corpus/csv_file.hpp"
#include "support/program.hpp"

namespace isogloss::testing {
namespace {

// The rows of a table as maps from column to cell.
using record = std::map<std::string, std::string>;
std::vector<record> records(const std::filesystem::path& path) {
  const corpus::csv_file file(path);
  std::vector<record> result;
  for (const auto& row : file.rows()) {
    record& r = result.emplace_back();
    for (std::size_t i = 0; i < file.header().size(); ++i) r[file.header()[i]] = row.cells[i];
  }
  return result;
}

double number(const std::string& cell) {
  return cell == "NA" ? std::nan("") : std::strtod(cell.c_str(), nullptr);
}

// What a table's row is about.
std::string key_of(const record& r, const std::vector<std::string>& columns) {
  std::string key;
  for (const auto& column : columns) key += r.at(column) + '\n';
  return key;
}

using sums = std::map<std::string, double>;  // by column

std::map<std::string, sums> add_up_targets(const std::vector<record>& evidence, const std::vector<std::string>& by) {
  std::map<std::string, sums> result;
  for (const auto& r : evidence) {
    sums& s = result[key_of(r, by)];
    const double count = number(r.at("count"));
    if (r.at("kind") == "mention") {
      s["mentions"] += count;
      continue;
    }
    const double value = number(r.at("value"));
    s["judgements"] += count;
    s[value > 0 ? "positive" : "negative"] += std::abs(value) * count;
    s["net"] += value * count;
    for (const char* flag : {"negated", "hedged", "scare_quoted"}) s[flag] += r.at(flag) == "1" ? 1 : 0;
  }
  return result;
}

// Every number of targets.csv and target_groups.csv but the intervals is a sum of the evidence.
void expect_sums_of_targets(const std::filesystem::path& folder) {
  const auto evidence = records(folder / "target_evidence.csv");
  ASSERT_GT(evidence.size(), 100U);
  for (const std::string level : {"document", "group"}) {
    const std::vector<std::string> by = {level, "target", "voice"};
    auto sums_of = add_up_targets(evidence, by);
    const auto rows = records(folder / (level == "document" ? "targets.csv" : "target_groups.csv"));
    std::size_t judged = 0;
    for (const auto& r : rows) {
      auto& s = sums_of[key_of(r, by)];
      for (const char* column : {"mentions", "judgements", "positive", "negative", "net", "negated", "scare_quoted"})
        EXPECT_EQ(number(r.at(column)), s[column]) << key_of(r, by) << column;
      if (r.at("hedged") != "NA") {
        EXPECT_EQ(number(r.at("hedged")), s["hedged"]) << key_of(r, by);
      }
      if (s["mentions"] > 0) {
        EXPECT_DOUBLE_EQ(number(r.at("net_per_mention")), s["net"] / s["mentions"]);
      }
      judged += s["judgements"] > 0 ? 1 : 0;
      sums_of.erase(key_of(r, by));
    }
    EXPECT_TRUE(sums_of.empty()) << "evidence of what the table does not have";
    EXPECT_GT(judged, 5U);
  }
}

void expect_sums_of_stance(const std::filesystem::path& folder) {
  std::map<std::string, double> hits;
  const std::vector<std::string> by = {"document", "lexicon", "category", "voice"};
  for (const auto& r : records(folder / "stance_evidence.csv")) hits[key_of(r, by)] += number(r.at("count"));
  ASSERT_GT(hits.size(), 20U);
  for (const auto& r : records(folder / "stance.csv")) {
    const double n = hits[key_of(r, by)];
    EXPECT_EQ(number(r.at("hits")), n) << key_of(r, by);
    if (r.at("tokens") != "0") {
      EXPECT_DOUBLE_EQ(number(r.at("per_thousand")), 1000 * n / number(r.at("tokens"))) << key_of(r, by);
    }
    hits.erase(key_of(r, by));
  }
  EXPECT_TRUE(hits.empty()) << "evidence of what the table does not have";
}

TEST(Evidence, OfTextsAddsUpToTheTables) {
  const scratch_folder here;
  ASSERT_EQ(run_isogloss("run '" ISOGLOSS_CORPUS "/tramway-debate' -o out --replicates 0", here).exit_code, 0);
  expect_sums_of_targets(here.path() / "out");
  expect_sums_of_stance(here.path() / "out");
}

TEST(Evidence, OfFeaturesAddsUpToTheTables) {
  const scratch_folder here;
  ASSERT_EQ(run_isogloss("run '" ISOGLOSS_CORPUS "/soviet-accounts' -o out --replicates 0", here).exit_code, 0);
  expect_sums_of_targets(here.path() / "out");
  expect_sums_of_stance(here.path() / "out");
}

TEST(Evidence, ShowsTheBytesThatItNames) {
  const scratch_folder here;
  ASSERT_EQ(run_isogloss("run '" ISOGLOSS_CORPUS "/tramway-debate' -o out --replicates 0", here).exit_code, 0);
  std::map<std::string, std::string> texts;
  for (const auto& d : records(ISOGLOSS_CORPUS "/tramway-debate/documents.csv")) {
    std::ifstream stream(std::filesystem::path(ISOGLOSS_CORPUS "/tramway-debate") / d.at("file"), std::ios::binary);
    texts[d.at("document")] = {std::istreambuf_iterator<char>(stream), {}};
  }
  for (const char* name : {"target_evidence.csv", "stance_evidence.csv"}) {
    for (const auto& r : records(here.path() / "out" / name)) {
      const auto begin = static_cast<std::size_t>(number(r.at("begin")));
      const auto end = static_cast<std::size_t>(number(r.at("end")));
      std::string there = texts.at(r.at("document")).substr(begin, end - begin);
      // Words are told with single spaces, whatever stood between them.
      for (char& c : there) c = c == '\n' || c == '-' ? ' ' : c;
      EXPECT_EQ(there, r.at("words")) << name << ' ' << begin;
    }
  }
}

TEST(Evidence, GoesToAFileOfItsOwn) {
  const scratch_folder here;
  const std::string study = "'" ISOGLOSS_CORPUS "/tramway-debate'";
  const auto done = run_isogloss("targets " + study + " --evidence e.csv --output t.csv", here);
  EXPECT_EQ(done.exit_code, 0) << done.err;
  EXPECT_FALSE(here.read("e.csv").empty());
  EXPECT_FALSE(here.read("t.csv").empty());
  EXPECT_EQ(run_isogloss("stance " + study + " --evidence s.csv --output s.csv", here).exit_code, 2);
  EXPECT_FALSE(std::filesystem::exists(here.path() / "s.csv"));
  EXPECT_EQ(run_isogloss("stance " + study + " --table nothing", here).exit_code, 2);
}

TEST(Evidence, IsNotMixedWithTheTable) {
  const scratch_folder here;
  for (const char* command : {"stance", "targets"}) {
    const auto mixed =
        run_isogloss(std::string(command) + " '" ISOGLOSS_CORPUS "/tramway-debate' --evidence /dev/stdout", here);
    EXPECT_EQ(mixed.exit_code, 2) << command;
    EXPECT_EQ(mixed.out, "");
    EXPECT_NE(mixed.err.find("--table evidence"), std::string::npos) << mixed.err;
    const auto apart = run_isogloss(
        std::string(command) + " '" ISOGLOSS_CORPUS "/tramway-debate' --evidence /dev/stdout --output t.csv", here);
    EXPECT_EQ(apart.exit_code, 0) << apart.err;
    EXPECT_EQ(apart.out.substr(0, 8), "document");
  }
}

TEST(Evidence, IsNotWrittenOverTheStudy) {
  const scratch_folder here;
  here.write("s/documents.csv", "document,file\na,a.txt\n");
  here.write("s/a.txt", "Ann is good.");
  here.write("s/targets.csv", "target,pattern\nann,Ann\n");
  here.write("s/lexicons/l.csv", "category,pattern,weight\np,good,1\nn,bad,-1\n");
  for (const char* file : {"s/a.txt", "s/targets.csv", "s/lexicons/l.csv", "./s/../s/documents.csv"}) {
    const std::string before = here.read(file);
    EXPECT_EQ(run_isogloss(std::string("targets s --evidence ") + file, here).exit_code, 2) << file;
    EXPECT_EQ(here.read(file), before);
  }
}

TEST(Targets, TellWhatIsWrongWithThem) {
  const scratch_folder here;
  here.write("s/documents.csv", "document,file\na,a.txt\n");
  here.write("s/a.txt", "Ann is good.");
  const auto none = run_isogloss("targets s", here);
  EXPECT_EQ(none.exit_code, 2);
  EXPECT_NE(none.err.find("targets.csv"), std::string::npos) << none.err;
  const auto checked = run_isogloss("check s", here);
  EXPECT_NE(checked.out.find("targets.csv,absent,"), std::string::npos) << checked.out;
  EXPECT_EQ(checked.out.find("can run,targets,"), std::string::npos) << checked.out;
  here.write("s/targets.csv", "target,pattern\nann,*\n");
  here.write("s/lexicons/l.csv", "category,pattern,weight\np,good,1\nn,bad,-1\n");
  const auto everything = run_isogloss("targets s", here);
  EXPECT_EQ(everything.exit_code, 2);
  EXPECT_NE(everything.err.find("matches every word"), std::string::npos) << everything.err;
  here.write("s/targets.csv", "target,pattern\nann,Ann\nbob,Bob\n");
  EXPECT_NE(run_isogloss("check s", here).out.find("can run,targets,"), std::string::npos);
  const auto nobody = run_isogloss("targets s", here);
  EXPECT_EQ(nobody.exit_code, 0);
  EXPECT_NE(nobody.err.find("\"bob\" is named nowhere"), std::string::npos) << nobody.err;
  EXPECT_EQ(run_isogloss("targets s --within page", here).exit_code, 2);
  for (const char* command : {"targets s", "stance s"}) {
    const auto nowhere = run_isogloss(std::string(command) + " --author-by writer", here);
    EXPECT_EQ(nowhere.exit_code, 2) << command;
    EXPECT_NE(nowhere.err.find("no column \"writer\""), std::string::npos) << nowhere.err;
  }
  const auto uncut = run_isogloss("targets s --token-pattern [a-z]{3,}", here);
  EXPECT_EQ(uncut.exit_code, 2);
  EXPECT_NE(uncut.err.find("targets.csv:3: pattern \"Bob\" has no word"), std::string::npos) << uncut.err;
  EXPECT_EQ(run_isogloss("targets '" ISOGLOSS_CORPUS "/soviet-accounts' --within clause", here).exit_code, 2);
}

}  // namespace
}  // namespace isogloss::testing
