#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "isogloss/reports/report.hpp"
#include "support/node.hpp"
#include "support/program.hpp"
#include "support/word_order.hpp"

namespace isogloss::testing {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

const fs::path corpus = ISOGLOSS_CORPUS;

using files = std::map<std::string, std::string>;

files contents(const scratch_folder& here, const std::string& folder) {
  files result;
  for (const auto& entry : fs::recursive_directory_iterator(here.path() / folder)) {
    const std::string name = entry.path().lexically_relative(here.path() / folder).generic_string();
    if (entry.is_regular_file()) result[name] = here.read(folder + "/" + name);
  }
  return result;
}

std::set<std::string> names(const files& f) {
  std::set<std::string> result;
  for (const auto& [name, content] : f) result.insert(name);
  return result;
}

outcome run(const scratch_folder& here, const std::string& study, const std::string& folder,
            const std::string& more = "") {
  return run_isogloss("run '" + study + "' -o " + folder + " --replicates 50 " + more, here);
}

std::vector<std::string> cells(std::string line) {
  std::vector<std::string> result;
  std::istringstream text(line);
  for (std::string cell; std::getline(text, cell, ',');) result.push_back(cell);
  return result;
}

std::string sha256sum(const fs::path& file) {
  std::FILE* pipe = ::popen(("sha256sum < '" + file.string() + "'").c_str(), "r");
  std::string sum(64, ' ');
  const std::size_t got = std::fread(sum.data(), 1, 64, pipe);
  ::pclose(pipe);
  sum.resize(got);
  return sum;
}

// interface.md: the files of a run and the columns they have at least.
const std::map<std::string, std::vector<std::string>> tables = {
    {"documents", {"document", "group", "tokens", "types", "sentences", "segments", "body_share", "quotation_share"}},
    {"frequencies", {"document", "term", "count", "relative_frequency", "rank"}},
    {"tfidf",
     {"document", "term", "count", "term_frequency", "document_frequency", "inverse_document_frequency", "tfidf",
      "rank"}},
    {"keyness",
     {"target",
      "reference",
      "term",
      "target_count",
      "reference_count",
      "target_relative_frequency",
      "reference_relative_frequency",
      "log_likelihood",
      "p_value",
      "q_value",
      "log_ratio",
      "log_ratio_low",
      "log_ratio_high",
      "log_ratio_low_beyond",
      "log_ratio_high_beyond",
      "unit",
      "consistency",
      "p_attainable",
      "log_odds_z",
      "rank"}},
    {"keyness_omnibus", {"term", "count", "log_likelihood", "p_value", "q_value", "p_attainable"}},
    {"contested",  // of texts only
     {"term", "group_a", "group_b", "count_a", "count_b", "contexts_a", "contexts_b", "divergence_bits",
      "divergence_expected", "p_value", "q_value", "unit", "p_attainable", "collocates_a", "collocates_b", "log_ratio",
      "log_ratio_low", "log_ratio_high", "rank"}},
    {"dispersion", {"term", "count", "document_range", "deviation_of_proportions", "juilland_d"}},
    {"positions", {"term", "document", "segment", "place", "count", "tokens", "per_thousand"}},
    {"diversity", {"document", "measure", "value", "low", "high"}},
    {"stance", {"document", "lexicon", "category", "voice", "hits", "tokens", "per_thousand", "low", "high"}},
    {"stance_lexicon",
     {"document", "term", "category", "weight", "source", "count", "per_thousand", "log_odds_z", "low", "high",
      "q_value"}},
    {"stance_groups", {"group", "lexicon", "category", "voice", "hits", "tokens", "per_thousand", "low", "high"}},
    {"stance_evidence", {"document", "voice", "sentence", "begin", "end", "category", "pattern", "weight", "count"}},
    {"targets", {"document", "target", "voice", "mentions", "positive", "negative", "net", "low", "high", "basis"}},
    {"target_groups", {"group", "target", "voice", "mentions", "net_per_mention", "low", "high", "unit"}},
    {"target_evidence",
     {"document", "voice", "sentence", "begin", "end", "target", "pattern", "weight", "negated", "hedged", "distance"}},
    {"reuse",
     {"document_a", "document_b", "begin_a", "end_a", "begin_b", "end_b", "words_a", "words_b", "matched", "identity",
      "zone_a", "zone_b", "speaker_a", "speaker_b", "segment_a", "segment_b", "passage"}},
    {"reuse_documents", {"document_a", "document_b", "passages", "words_a", "words_b", "share_a", "share_b"}},
    {"similarity", {"layer", "measure", "document_a", "document_b", "value", "low", "high"}},
    {"similarity-vocabulary", {"document"}},
    {"similarity-style", {"document"}},
    {"similarity-stance", {"document"}},
    {"merges",
     {"layer", "method", "step", "left", "right", "height", "size", "support", "sensitivity", "settings",
      "cophenetic_correlation"}},
    {"clusters", {"layer", "method", "clusters", "document", "cluster", "silhouette"}},
    {"agreement",
     {"layer", "method", "clusters", "adjusted_rand_index", "low", "high", "permanova_f", "p_value", "p_attainable",
      "permutations"}},
    {"ordination", {"layer", "method", "document", "axis", "coordinate", "variance_share", "stress_1"}},
    {"loadings", {"layer", "method", "term", "axis", "loading"}},
    {"ordination_ellipses",
     {"layer", "method", "of", "name", "points", "centre_1", "centre_2", "major", "minor", "angle", "level"}},
    {"scaling", {"method", "document", "position", "standard_error", "low", "high", "score"}}};

// The shared words of so short texts are too few for a plot of contested ones.
const std::vector<std::string> plots = {"documents",
                                        "keyness",
                                        "terms",
                                        "tfidf",
                                        "targets",
                                        "stance",
                                        "strips",
                                        "dispersion",
                                        "diversity",
                                        "similarity-stance",
                                        "similarity-style",
                                        "similarity-vocabulary",
                                        "dendrogram-stance",
                                        "dendrogram-style",
                                        "dendrogram-vocabulary",
                                        "pca-stance",
                                        "pca-style",
                                        "pca-vocabulary"};

// Shared passages need word order.
constexpr std::array of_texts_only = {"contested", "reuse", "reuse_documents"};

class Run : public ::testing::TestWithParam<const char*> {
 protected:
  std::string study() const { return (corpus / GetParam()).string(); }
};

TEST_P(Run, WritesEveryTableOfTheInterfaceAndDescribesIt) {
  const scratch_folder here;
  const auto done = run(here, study(), "out");
  ASSERT_EQ(done.exit_code, 0) << done.err;
  EXPECT_EQ(done.out, "");
  const files out = contents(here, "out");
  std::set<std::string> expected = {"datapackage.json", "run.json", "dendrogram-vocabulary.nwk", "dendrogram-style.nwk",
                                    "dendrogram-stance.nwk"};
  for (const auto& [name, columns] : tables) expected.insert(name + ".csv");
  const bool has_texts = fs::exists(fs::path(study()) / "texts");
  if (!has_texts) {
    for (const std::string name : of_texts_only) expected.erase(name + ".csv");
    EXPECT_NE(done.err.find("no shared passages"), std::string::npos) << done.err;
  }
  for (const auto& plot : plots) {
    expected.insert("plots/" + plot + ".vl.json");
    if (draws_svg()) expected.insert("plots/" + plot + ".svg");
  }
  if (reports::draws_pages()) expected.insert("report.html");
  EXPECT_EQ(names(out), expected);

  const json package = json::parse(out.at("datapackage.json"));
  ASSERT_EQ(package["resources"].size(), tables.size() - (has_texts ? 0 : of_texts_only.size()));
  for (const json& resource : package["resources"]) {
    const std::string name = resource["name"];
    const auto header = cells(out.at(name + ".csv").substr(0, out.at(name + ".csv").find('\n')));
    for (const auto& column : tables.at(name)) {
      EXPECT_NE(std::find(header.begin(), header.end(), column), header.end()) << name << " " << column;
    }
    EXPECT_FALSE(resource["description"].get<std::string>().empty());
    const json& fields = resource["schema"]["fields"];
    ASSERT_EQ(fields.size(), header.size()) << name;
    for (std::size_t i = 0; i < header.size(); ++i) {
      EXPECT_EQ(fields[i]["name"], header[i]);
      EXPECT_FALSE(fields[i]["description"].get<std::string>().empty()) << name << " " << header[i];
    }
  }
}

TEST_P(Run, RecordsASha256OfEveryInput) {
  const scratch_folder here;
  ASSERT_EQ(run(here, study(), "out", "--seed 3").exit_code, 0);
  const json record = json::parse(here.read("out/run.json"));
  EXPECT_EQ(record["settings"]["seed"], "3");
  std::set<std::string> recorded;
  for (const json& input : record["inputs"]) {
    const fs::path file = fs::path(study()) / input["path"].get<std::string>();
    recorded.insert(input["path"]);
    EXPECT_EQ(input["sha256"], sha256sum(file)) << file;
    EXPECT_EQ(input["bytes"], fs::file_size(file)) << file;
  }
  // Whatever lies in the folder and bears on the tables.
  for (const auto& entry : fs::recursive_directory_iterator(study())) {
    const std::string name = fs::path(entry.path()).lexically_relative(study()).generic_string();
    if (!entry.is_regular_file() || name.ends_with(".md") || name == "LICENSE" || name == "targets.csv") continue;
    // Readers' judgements of hits bear on no table.
    if (name.starts_with("validation/")) continue;
    EXPECT_TRUE(recorded.contains(name)) << name;
  }
}

TEST_P(Run, WritesTheSameBytesWhateverTheThreads) {
  const scratch_folder here;
  ASSERT_EQ(run(here, study(), "one", "--threads 1").exit_code, 0);
  ASSERT_EQ(run(here, study(), "two", "--threads 2").exit_code, 0);
  ASSERT_EQ(run(here, study(), "seven", "--threads 7").exit_code, 0);
  EXPECT_EQ(contents(here, "one"), contents(here, "two"));
  EXPECT_EQ(contents(here, "one"), contents(here, "seven"));
}

TEST_P(Run, WritesTheSameBytesFromAnyFolder) {
  const scratch_folder here;
  ASSERT_EQ(run(here, study(), "absolute").exit_code, 0);
  ASSERT_EQ(run(here, study() + "/", "slash").exit_code, 0);
  ASSERT_EQ(run(here, fs::relative(study(), here.path()).string(), "relative").exit_code, 0);
  const files first = contents(here, "absolute");
  EXPECT_EQ(first, contents(here, "slash"));
  EXPECT_EQ(first, contents(here, "relative"));
  const std::string inside = "cd '" + study() + "' && '" ISOGLOSS_PROGRAM "' run . --quiet --replicates 50 -o '" +
                             (here.path() / "inside").string() + "'";
  ASSERT_EQ(std::system(inside.c_str()), 0);
  EXPECT_EQ(first, contents(here, "inside"));
}

TEST_P(Run, WritesTheSameBytesTwiceIntoOneFolder) {
  const scratch_folder here;
  ASSERT_EQ(run(here, study(), "out").exit_code, 0);
  const files first = contents(here, "out");
  ASSERT_EQ(run(here, study(), "out").exit_code, 0);
  EXPECT_EQ(first, contents(here, "out"));
}

// Which terms are induced hangs on their intervals.
std::string seeds_of(const std::string& stance_lexicon) {
  std::istringstream rows(stance_lexicon);
  std::string seeds;
  for (std::string row; std::getline(rows, row);) seeds += row.find(",induced,") == std::string::npos ? row + '\n' : "";
  return seeds;
}

TEST_P(Run, ChangesIntervalsAndNothingElseWithTheSeed) {
  const scratch_folder here;
  ASSERT_EQ(run(here, study(), "one", "--seed 1").exit_code, 0);
  ASSERT_EQ(run(here, study(), "two", "--seed 2").exit_code, 0);
  for (const char* same : {"documents.csv", "frequencies.csv", "tfidf.csv", "similarity-style.csv"}) {
    EXPECT_EQ(here.read(std::string("one/") + same), here.read(std::string("two/") + same)) << same;
  }
  EXPECT_EQ(seeds_of(here.read("one/stance_lexicon.csv")), seeds_of(here.read("two/stance_lexicon.csv")));
  EXPECT_NE(here.read("one/similarity.csv"), here.read("two/similarity.csv"));
}

TEST(RunAgain, TakesAwayWhatTheEarlierRunWroteAndThisOneDoesNot) {
  const scratch_folder here;
  here.write("study/a.txt", "The cat sat. The dog ran off.");
  here.write("study/b.txt", "A dog sat. A cat ran off.");
  here.write("lexicon.csv", "category,pattern,weight\nanimal,cat,1\n");
  ASSERT_EQ(run(here, "study", "out", "--lexicon lexicon.csv").exit_code, 0);
  here.write("out/notes-of-mine.csv", "mine\n");
  ASSERT_TRUE(fs::exists(here.path() / "out" / "stance.csv"));
  ASSERT_EQ(run(here, "study", "out").exit_code, 0);
  EXPECT_FALSE(fs::exists(here.path() / "out" / "stance.csv"));
  EXPECT_TRUE(fs::exists(here.path() / "out" / "tfidf.csv"));
  EXPECT_EQ(here.read("out/notes-of-mine.csv"), "mine\n");
}

TEST(RunAgain, TakesAwayPlotsOfTheEarlierRun) {
  const scratch_folder here;
  here.write("study/a.txt", "The cat sat. The dog ran off.");
  here.write("study/b.txt", "A dog sat. A cat ran off.");
  here.write("lexicon.csv", "category,pattern,weight\nanimal,cat,1\n");
  ASSERT_EQ(run(here, "study", "out", "--lexicon lexicon.csv").exit_code, 0);
  ASSERT_TRUE(fs::exists(here.path() / "out" / "plots" / "stance.vl.json"));
  ASSERT_EQ(run(here, "study", "out").exit_code, 0);
  EXPECT_FALSE(fs::exists(here.path() / "out" / "plots" / "stance.vl.json"));
  EXPECT_TRUE(fs::exists(here.path() / "out" / "plots" / "tfidf.vl.json"));
}

TEST(RunPage, SaysOnceThatItWasBuiltWithoutThePage) {
  const scratch_folder here;
  here.write("study/a.txt", "The cat sat. The dog ran off.");
  const auto done = run(here, "study", "out");
  ASSERT_EQ(done.exit_code, 0) << done.err;
  const std::string note = "no report.html: built without Node.js";
  std::size_t said = 0;
  for (auto at = done.err.find(note); at != std::string::npos; at = done.err.find(note, at + 1)) ++said;
  EXPECT_EQ(said, reports::draws_pages() ? 0U : 1U) << done.err;
  EXPECT_EQ(fs::exists(here.path() / "out" / "report.html"), reports::draws_pages());
}

INSTANTIATE_TEST_SUITE_P(Studies, Run, ::testing::Values("tramway-debate", "soviet-accounts"), [](const auto& given) {
  std::string name = given.param;
  std::erase(name, '-');
  return name;
});

// A copy of the debate beside a copy of the lists it shares with the other study.
void copy_studies(const scratch_folder& here) {
  for (const char* name : {"tramway-debate", "soviet-accounts"}) {
    fs::copy(corpus / name, here.path() / name, fs::copy_options::recursive);
  }
}

TEST(Extract, GivesFeaturesThatSayInEveryTableWhatTheTextsSay) {
  const scratch_folder here;
  copy_studies(here);
  ASSERT_EQ(run(here, "tramway-debate", "of-texts", "--within segment").exit_code, 0);
  ASSERT_EQ(run_isogloss("extract tramway-debate -o features", here).exit_code, 0);
  fs::remove_all(here.path() / "tramway-debate" / "texts");
  fs::remove(here.path() / "tramway-debate" / "zones.csv");
  fs::copy(here.path() / "features", here.path() / "tramway-debate",
           fs::copy_options::recursive | fs::copy_options::overwrite_existing);
  const auto done = run(here, "tramway-debate", "of-features");
  ASSERT_EQ(done.exit_code, 0) << done.err;
  files texts = contents(here, "of-texts");
  files features = contents(here, "of-features");
  EXPECT_NE(texts.at("run.json"), features.at("run.json"));
  texts.erase("run.json");
  features.erase("run.json");
  // The page lists the files that were read; some measures of diversity need word order.
  for (const char* name : {"report.html", "plots/diversity.vl.json", "plots/diversity.svg"})
    EXPECT_EQ(texts.erase(name), features.erase(name));
  json package = json::parse(texts.at("datapackage.json"));
  for (const std::string name : of_texts_only) {
    EXPECT_EQ(texts.erase(name + ".csv"), 1U);
    std::erase_if(package["resources"].get_ref<json::array_t&>(), [&](const json& r) { return r["name"] == name; });
  }
  EXPECT_EQ(package, json::parse(features.at("datapackage.json")));
  texts.erase("datapackage.json");
  features.erase("datapackage.json");
  EXPECT_EQ(names(texts), names(features));
  for (const auto& [name, content] : texts) {
    EXPECT_EQ(without_word_order(name, content), without_word_order(name, features[name])) << name;
  }
}

TEST(Extract, GivesTheSameFeaturesOfFeatures) {
  const scratch_folder here;
  ASSERT_EQ(run_isogloss("extract '" + (corpus / "soviet-accounts").string() + "' -o again", here).exit_code, 0);
  const scratch_folder shipped;
  fs::copy(corpus / "soviet-accounts", shipped.path() / "s");
  for (const char* name : {"features.csv", "segments.csv", "lexicon_phrases.csv"}) {
    EXPECT_EQ(here.read(std::string("again/") + name), shipped.read(std::string("s/") + name)) << name;
  }
}

class ResultsInTheStudy : public ::testing::TestWithParam<const char*> {};

TEST_P(ResultsInTheStudy, AreRefused_NothingOfTheStudyIsOverwritten) {
  const scratch_folder here;
  here.write("study/documents.csv", "document,file\na,a.txt\nb,b.txt\n");
  here.write("study/a.txt", "The fox is red and the fox is quick.");
  here.write("study/b.txt", "No hen is quick, and no house is safe.");
  const files before = contents(here, "study");
  EXPECT_EQ(run_isogloss(GetParam(), here).exit_code, 2);
  EXPECT_EQ(contents(here, "study"), before);
}

INSTANTIATE_TEST_SUITE_P(Commands, ResultsInTheStudy,
                         ::testing::Values("run study -o study --replicates 0",
                                           "run study/. -o ./study/ --replicates 0", "extract study -o study",
                                           "frequencies study -o study/a.txt",
                                           "frequencies study -o study/documents.csv"));

}  // namespace
}  // namespace isogloss::testing
