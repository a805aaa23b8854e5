#include <gtest/gtest.h>

#include <algorithm>

#include "support/program.hpp"

namespace isogloss::testing {
namespace {

namespace fs = std::filesystem;
using ::testing::TestWithParam;

// A small study: two documents a side.
void write_study(const scratch_folder& here, const std::string& name = "study") {
  here.write(name + "/documents.csv", "document,side\na,left\nb,left\nc,right\nd,right\n");
  here.write(name + "/a.txt", "The Fox is red and the fox is quick. Reds are quick.");
  here.write(name + "/b.txt", "The fox runs. The quick fox of the hen's house runs home.");
  here.write(name + "/c.txt", "A hen sat in a house. The hen slept; 3 hens slept.");
  here.write(name + "/d.txt", "No hen is quick, and no house is safe from a Fox.");
}

std::size_t lines(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

struct mistake {
  const char* name;
  const char* arguments;
  std::vector<std::string> said;
};

void PrintTo(const mistake& m, std::ostream* out) {
  *out << m.arguments;
}

class Mistake : public TestWithParam<mistake> {};

TEST_P(Mistake, IsExplainedAndExits2) {
  const scratch_folder here;
  write_study(here);
  const auto result = run_isogloss(GetParam().arguments, here);
  EXPECT_EQ(result.exit_code, 2);
  EXPECT_EQ(result.out, "");
  EXPECT_EQ(result.err.find("isogloss"), 0U);
  for (const auto& said : GetParam().said) EXPECT_NE(result.err.find(said), std::string::npos) << result.err;
}

// Three documents equally far from each other.
TEST(Centroids, OfATreeThatCannotBeCutAreToldOfAndTheTreeIsWritten) {
  const scratch_folder here;
  for (const char* name : {"a", "b", "c"})
    here.write(std::string("three/") + name + ".txt", std::string("word") + name);
  const auto refused = run_isogloss("clusters three --method centroid --layer vocabulary", here);
  EXPECT_EQ(refused.exit_code, 2);
  EXPECT_NE(refused.err.find("no clusters by centroid in vocabulary"), std::string::npos) << refused.err;
  const auto tree = run_isogloss("clusters three --method centroid --layer vocabulary --table merges", here);
  EXPECT_EQ(tree.exit_code, 0) << tree.err;
  EXPECT_EQ(lines(tree.out), 3U);
  const auto run = run_isogloss("clusters three --method centroid,average --layer vocabulary", here);
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_EQ(lines(run.out), 4U);
  EXPECT_NE(run.err.find("no clusters by centroid"), std::string::npos) << run.err;
}

const std::vector<mistake> mistakes = {
    {"UnknownCommand", "tokenz study", {"there is no command \"tokenz\"", "tokens", "clusters"}},
    {"UnknownOption", "tokens study --min-cuont 2", {"there is no option \"min-cuont\"", "--min-count"}},
    {"OptionCutShort", "tokens study --group side", {"there is no option \"group\"", "--help"}},
    {"UnknownShortOption", "tokens study -x", {"x"}},
    {"NoStudy", "tokens", {"no study is named", "folder"}},
    {"TwoStudies", "tokens study study", {"more than one study"}},
    {"NoNumber", "frequencies study --min-count many", {"--min-count", "many"}},
    {"Fraction", "frequencies study --min-count 1.5", {"--min-count", "1.5"}},
    {"NumberAndMore", "frequencies study --min-count 2x", {"--min-count", "2x"}},
    {"NumberTooLarge", "frequencies study --min-count 99999999999999999999", {"--min-count"}},
    {"NegativeCount", "frequencies study --min-count -1", {"--min-count", "-1", "at least 0"}},
    {"NegativeTop", "tfidf study --top -3", {"--top", "-3"}},
    {"NegativeSeed", "similarity study --seed -1", {"--seed", "-1"}},
    {"NegativeReplicates", "similarity study --replicates -1", {"--replicates", "-1"}},
    {"TooManyReplicates", "similarity study --replicates 4294967296", {"--replicates", "4294967296"}},
    {"NegativeThreads", "tokens study --threads -2", {"--threads", "-2"}},
    {"SegmentsOfNothing", "tokens study --segment-tokens 0", {"--segment-tokens", "0", "at least 1"}},
    {"NoNgrams", "frequencies study --ngrams 0", {"--ngrams", "0", "at least 1"}},
    {"NgramsOfBoth", "frequencies study --ngrams 2 --character-ngrams 3", {"--ngrams", "--character-ngrams"}},
    {"NoValue", "frequencies study --min-count", {"--min-count"}},
    {"UnknownFormat", "frequencies study --format xml", {"--format", "\"xml\"", "csv, tsv, json, jsonl"}},
    {"UnknownFormatOfARun", "run study -o out --format xml", {"--format", "\"xml\""}},
    {"UnknownScheme", "tfidf study --scheme bm26", {"--scheme", "\"bm26\"", "bm25"}},
    {"UnknownIdfUnit", "tfidf study --idf-unit word", {"--idf-unit", "\"word\"", "segment"}},
    {"UnknownMeasure", "similarity study --measure cosin", {"--measure", "\"cosin\"", "cosine"}},
    {"UnknownLayer", "similarity study --layer words", {"--layer", "\"words\"", "vocabulary, style, stance"}},
    {"UnknownMethod", "clusters study --method ward", {"--method", "\"ward\"", "ward.D2"}},
    {"UnknownTable", "clusters study --table tree", {"--table", "\"tree\"", "merges"}},
    {"UnknownZone", "tokens study --zones body,quote", {"--zones", "\"quote\"", "quotation"}},
    {"NoZone", "tokens study --zones ''", {"--zones", "not a zone"}},
    {"UnknownStemmer", "frequencies study --stem klingon", {"--stem", "klingon", "english"}},
    {"UnknownSpelling", "frequencies study --spelling scots", {"--spelling", "scots", "british"}},
    {"UnknownNormalisation", "frequencies study --normalisation nfd", {"--normalisation", "nfd", "nfkc"}},
    {"BadTokenPattern", "tokens study --token-pattern '[a-'", {"--token-pattern", "[a-", "regular expression"}},
    {"UnknownGroupColumn", "frequencies study --group-by camp", {"--group-by", "\"camp\"", "document, side"}},
    {"GroupOfOne", "clusters study --group-by side --where side=left", {"side", "one group", "left"}},
    {"ConditionWithoutEquals", "tokens study --where side", {"--where", "\"side\"", "COLUMN=VALUE"}},
    {"UnknownConditionColumn", "tokens study --where camp=left", {"--where", "\"camp\"", "document, side"}},
    {"ConditionOfNothing", "tokens study --where side=up", {"--where", "no document"}},
    {"MoreClustersThanDocuments", "clusters study --clusters 5", {"--clusters", "5", "4 documents"}},
    {"ClustersByTwoMeasures", "clusters study --measure cosine,manhattan", {"\"cosine,manhattan\" is not one measure"}},
    {"OrdinationByTwoMeasures", "ordination study --measure cosine,manhattan", {"is not one measure", "Name one"}},
    {"SweepOfWords", "clusters study --sensitivity-words many", {"--sensitivity-words", "\"many\"", "FROM,TO,STEP"}},
    {"SweepBackwards", "clusters study --sensitivity-words 200,100,50", {"--sensitivity-words", "goes nowhere"}},
    {"SweepWithoutSteps", "clusters study --sensitivity-words 1,1000000,1", {"--sensitivity-words", "too many steps"}},
    {"CullingBeyondAll", "clusters study --sensitivity-culling 0,120,20", {"--sensitivity-culling", "up to 100"}},
    {"AgreementWithNoColumn", "clusters study --agree-with camp", {"--agree-with", "\"camp\"", "document, side"}},
    {"NegativeExplain", "similarity study --explain -1", {"--explain", "-1"}},
    {"AgreementWithoutGroups", "clusters study --table agreement", {"--group-by"}},
    {"StanceWithoutLexicon", "stance study", {"no lexicon", "--lexicon"}},
    {"StanceLayerWithoutLexicon", "similarity study --layer stance", {"lexicon"}},
    {"MissingConfig", "tokens study --config none.ini", {"none.ini", "cannot be read"}},
    {"ConfigThatIsAFolder", "tokens study --config study", {"study", "cannot be read"}},
    {"MissingLexicon", "stance study --lexicon none.csv", {"none.csv", "cannot be read"}},
    {"MissingStopwords", "frequencies study --stopwords none.txt", {"none.txt", "cannot be read"}},
    {"NoTermLeft", "frequencies study --min-count 1000", {"--min-count", "no term is left"}},
    {"ExtractWithoutFolder", "extract study", {"--output", "missing"}},
    {"LayerTwice", "run study -o out --layer style,style", {"--layer", "style"}},
    {"ManifestAsStudy", "tokens study/documents.csv", {"documents.csv", ".txt"}}};

INSTANTIATE_TEST_SUITE_P(Options, Mistake, ::testing::ValuesIn(mistakes),
                         [](const auto& given) { return std::string(given.param.name); });

TEST(Config, OverridesAnalysisIniAndTheCommandLineOverridesBoth) {
  const scratch_folder here;
  write_study(here);
  const auto terms = [&](const std::string& more) { return lines(run_isogloss("tfidf study " + more, here).out) - 1; };
  here.write("study/analysis.ini", "top = 3\n");
  EXPECT_EQ(terms(""), 4 * 3U);
  here.write("own.ini", "top = 2\n");
  EXPECT_EQ(terms("--config own.ini"), 4 * 2U);
  EXPECT_EQ(terms("--config own.ini --top 1"), 4 * 1U);
}

TEST(Config, OverridesFlagsBothWays) {
  const scratch_folder here;
  write_study(here);
  const std::string plain = run_isogloss("frequencies study", here).out;
  here.write("study/analysis.ini", "keep-case = true\n");
  EXPECT_NE(run_isogloss("frequencies study", here).out, plain);
  here.write("own.ini", "keep-case = false\n");
  EXPECT_EQ(run_isogloss("frequencies study --config own.ini", here).out, plain);
  EXPECT_EQ(run_isogloss("frequencies study --keep-case=false", here).out, plain);
}

TEST(Config, StartsPathsFromItsOwnFolder) {
  const scratch_folder here;
  write_study(here);
  here.write("lists/few.txt", "the\nfox\n");
  here.write("lists/own.ini", "stopwords = few.txt\n");
  const auto listed = run_isogloss("frequencies study --config lists/own.ini", here);
  EXPECT_EQ(listed.exit_code, 0) << listed.err;
  EXPECT_EQ(listed.out, run_isogloss("frequencies study --stopwords lists/few.txt", here).out);
  EXPECT_EQ(listed.out.find(",fox,"), std::string::npos);
}

TEST(Config, TakesOptionsOfOtherCommands) {
  const scratch_folder here;
  write_study(here);
  here.write("study/analysis.ini", "# all of them\nscheme = bm25\nmethod = pam\nlayer = style\n\ntable = merges\n");
  for (const char* command : {"tokens", "check", "frequencies", "similarity"}) {
    EXPECT_EQ(run_isogloss(std::string(command) + " study", here).exit_code, 0) << command;
  }
}

TEST(Config, NamesFileAndKeyOfAnUnknownOption) {
  const scratch_folder here;
  write_study(here);
  here.write("study/analysis.ini", "min-cuont = 2\n");
  const auto failed = run_isogloss("tokens study", here);
  EXPECT_EQ(failed.exit_code, 2);
  EXPECT_NE(failed.err.find("study/analysis.ini: there is no option \"min-cuont\". Did you mean"), std::string::npos)
      << failed.err;
}

TEST(Config, NamesFileAndKeyOfABadValue) {
  const scratch_folder here;
  write_study(here);
  here.write("own.ini", "min-count = many\n");
  const auto failed = run_isogloss("tokens study --config own.ini", here);
  EXPECT_EQ(failed.exit_code, 2);
  EXPECT_NE(failed.err.find("own.ini: "), std::string::npos) << failed.err;
  EXPECT_NE(failed.err.find("min-count"), std::string::npos) << failed.err;
}

TEST(Config, NamesTheFileOfALineThatIsNoOption) {
  const scratch_folder here;
  write_study(here);
  here.write("study/analysis.ini", "min-count\n");
  const auto failed = run_isogloss("tokens study", here);
  EXPECT_EQ(failed.exit_code, 2);
  EXPECT_NE(failed.err.find("study/analysis.ini: "), std::string::npos) << failed.err;
}

TEST(Where, KeepsAnyOfSeveralValuesOfAColumnAndAllOfSeveralColumns) {
  const scratch_folder here;
  write_study(here);
  const auto documents = [&](const std::string& conditions) {
    const std::string out = run_isogloss("frequencies study " + conditions, here).out;
    std::string found;
    for (const char* name : {"a", "b", "c", "d"}) {
      if (out.find(std::string("\n") + name + ",") != std::string::npos) found += name;
    }
    return found;
  };
  EXPECT_EQ(documents("--where side=left"), "ab");
  EXPECT_EQ(documents("--where side=left --where side=right"), "abcd");
  EXPECT_EQ(documents("--where side=left --where document=b --where document=c"), "b");
}

TEST(Explain, IsATableOfItsOwnAndOneOfARunThatAsksForIt) {
  const scratch_folder here;
  write_study(here);
  const auto alone = run_isogloss("similarity study --layer style --measure manhattan --explain 2", here);
  EXPECT_EQ(alone.exit_code, 0) << alone.err;
  EXPECT_TRUE(alone.out.starts_with("layer,measure,document_a,document_b,of,term,contribution,share,")) << alone.out;
  const auto done = run_isogloss("run study --layer style --measure manhattan --explain 2 --replicates 0 -o out", here);
  EXPECT_EQ(done.exit_code, 0) << done.err;
  EXPECT_EQ(here.read("out/contributions.csv"), alone.out);
  ASSERT_EQ(run_isogloss("run study --replicates 0 -o out", here).exit_code, 0);
  EXPECT_FALSE(fs::exists(here.path() / "out" / "contributions.csv"));
}

TEST(GroupBy, CanBeSwitchedOffOnTheCommandLine) {
  const scratch_folder here;
  write_study(here);
  here.write("study/analysis.ini", "group-by = side\n");
  const auto done = run_isogloss("run study --group-by '' --where side=left --replicates 0 -o out", here);
  EXPECT_EQ(done.exit_code, 0) << done.err;
  EXPECT_FALSE(fs::exists(here.path() / "out" / "agreement.csv"));
}

}  // namespace
}  // namespace isogloss::testing
