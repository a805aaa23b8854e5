#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <sstream>

#include "isogloss/corpus/csv_file.hpp"
#include "support/program.hpp"

namespace isogloss::testing {
namespace {

namespace fs = std::filesystem;

void write_study(const scratch_folder& here) {
  here.write("study/documents.csv", "document,side\nfirst,left\n\"se \"\"c\"\", o<n>d\",right\nthird,left\n");
  here.write("study/first.txt", "The fox is red, and the fox sleeps. A good fox is a red fox.");
  here.write("study/se \"c\", o<n>d.txt", "No hen is red. The hen sleeps well, l'été aussi. Η αλεπού κοιμάται.");
  here.write("study/third.txt", "The red fox runs. Bad hens run, 狐 also. Cafe\xCC\x81 and café are one word.");
  here.write("study/lexicons/tone.csv", "category,pattern\npositive,good\npositive,well\nnegative,bad\n");
}

using counts = std::map<std::pair<std::string, std::string>, std::string>;

counts cells(const fs::path& file, const char* document, const char* term, const char* n) {
  const corpus::csv_file csv(file);
  counts result;
  for (const auto& row : csv.rows()) {
    result[{row.cells[csv.column(document)], row.cells[csv.column(term)]}] = row.cells[csv.column(n)];
  }
  return result;
}

void export_to(const scratch_folder& here, const std::string& what) {
  const auto done = run_isogloss("export study --group-by side -o out --to " + what, here);
  ASSERT_EQ(done.exit_code, 0) << done.err;
  EXPECT_EQ(done.out, "");
}

TEST(Export, WritesTheCountsOfFrequenciesInLongForm) {
  const scratch_folder here;
  write_study(here);
  export_to(here, "long");
  ASSERT_EQ(run_isogloss("frequencies study -o f.csv", here).exit_code, 0);
  EXPECT_EQ(cells(here.path() / "out/long.csv", "doc_id", "term", "n"),
            cells(here.path() / "f.csv", "document", "term", "count"));
}

// By the rules of the format: a banner, comments, the size, one cell a line.
TEST(Export, WritesTheSameCountsAsAMatrixMarketFile) {
  const scratch_folder here;
  write_study(here);
  export_to(here, "matrix-market,long");
  std::map<std::string, std::string> documents, terms;
  const corpus::csv_file rows(here.path() / "out/matrix_documents.csv");
  for (const auto& row : rows.rows()) documents[row.cells[0]] = row.cells[1];
  const corpus::csv_file columns(here.path() / "out/matrix_terms.csv");
  for (const auto& row : columns.rows()) terms[row.cells[0]] = row.cells[1];
  std::istringstream lines(here.read("out/matrix.mtx"));
  std::string line;
  std::getline(lines, line);
  EXPECT_EQ(line, "%%MatrixMarket matrix coordinate integer general");
  while (lines.peek() == '%') std::getline(lines, line);
  std::size_t n_rows = 0, n_columns = 0, n_cells = 0;
  lines >> n_rows >> n_columns >> n_cells;
  EXPECT_EQ(n_rows, documents.size());
  EXPECT_EQ(n_columns, terms.size());
  counts found;
  for (std::string row, column, n; lines >> row >> column >> n;) found[{documents.at(row), terms.at(column)}] = n;
  EXPECT_EQ(found.size(), n_cells);
  EXPECT_EQ(found, cells(here.path() / "out/long.csv", "doc_id", "term", "n"));
}

// A name in double quotes with backslashes, as R reads it.
std::string quoted(std::istream& text) {
  std::string name;
  text >> std::ws;
  EXPECT_EQ(text.get(), '"');
  for (int c = text.get(); c != '"' && c != EOF; c = text.get()) name += static_cast<char>(c == '\\' ? text.get() : c);
  return name;
}

TEST(Export, WritesRelativeFrequenciesInPerCentForStylo) {
  const scratch_folder here;
  write_study(here);
  export_to(here, "stylo");
  ASSERT_EQ(run_isogloss("frequencies study -o f.csv", here).exit_code, 0);
  const auto expected = cells(here.path() / "f.csv", "document", "term", "relative_frequency");
  std::istringstream text(here.read("out/table_with_frequencies.txt"));
  std::string line;
  std::getline(text, line);
  std::istringstream header(line);
  std::vector<std::string> documents;
  while (header >> std::ws && !header.eof()) documents.push_back(quoted(header));
  EXPECT_EQ(documents, (std::vector<std::string>{"first", "se \"c\", o<n>d", "third"}));
  std::size_t nonzero = 0;
  while (std::getline(text, line)) {
    std::istringstream row(line);
    const std::string term = quoted(row);
    for (const auto& document : documents) {
      double per_cent = -1;
      row >> per_cent;
      const auto at = expected.find({document, term});
      EXPECT_NEAR(per_cent, at == expected.end() ? 0 : 100 * std::stod(at->second), 1e-12) << term;
      nonzero += per_cent > 0 ? 1 : 0;
    }
  }
  EXPECT_EQ(nonzero, expected.size());
}

TEST(Export, WritesRatesInTheLayoutOfLiwc) {
  const scratch_folder here;
  write_study(here);
  export_to(here, "liwc");
  const corpus::csv_file csv(here.path() / "out/liwc.csv");
  EXPECT_EQ(csv.header(), (std::vector<std::string>{"Filename", "Segment", "WC", "tone: positive", "tone: negative"}));
  ASSERT_EQ(csv.rows().size(), 3U);
  // 15 words, one of them good.
  EXPECT_EQ(csv.rows()[0].cells[1], "1");
  EXPECT_EQ(csv.rows()[0].cells[2], "15");
  EXPECT_NEAR(std::stod(csv.rows()[0].cells[3]), 100.0 / 15, 1e-12);
  EXPECT_EQ(csv.rows()[0].cells[4], "0");
}

TEST(Export, WritesNetworksOfTheSimilarities) {
  const scratch_folder here;
  write_study(here);
  export_to(here, "edges,gexf --layer vocabulary");
  ASSERT_EQ(run_isogloss("similarity study --layer vocabulary --replicates 0 -o s.csv", here).exit_code, 0);
  const corpus::csv_file edges(here.path() / "out/edges-vocabulary.csv");
  const corpus::csv_file values(here.path() / "s.csv");
  ASSERT_EQ(edges.rows().size(), 3U);
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_EQ(edges.rows()[i].cells[edges.column("Weight")], values.rows()[i].cells[values.column("value")]);
  }
  EXPECT_EQ(here.read("out/nodes.csv"),
            "Id,Label,group\n1,first,left\n2,\"se \"\"c\"\", o<n>d\",right\n3,third,left\n");
  const std::string graph = here.read("out/similarity-vocabulary.gexf");
  EXPECT_NE(graph.find("label=\"se &quot;c&quot;, o&lt;n&gt;d\""), std::string::npos) << graph;
  EXPECT_NE(graph.find("weight=\"" + edges.rows()[0].cells[edges.column("Weight")] + "\""), std::string::npos);
}

std::size_t edges_left(const scratch_folder& here, const std::string& options) {
  export_to(here, "edges --layer style --measure manhattan " + options);
  return corpus::csv_file(here.path() / "out/edges-style.csv").rows().size();
}

TEST(Export, LeavesOutLightEdges) {
  const scratch_folder here;
  write_study(here);
  EXPECT_EQ(edges_left(here, ""), 3U);
  EXPECT_EQ(edges_left(here, "--threshold 1.1"), 0U);
  EXPECT_EQ(edges_left(here, "--nearest 1"), 2U);
  EXPECT_EQ(edges_left(here, "--nearest 9"), 3U);
}

// Documents without a common word are not joined; a weight of 0 is no edge.
TEST(Export, WritesADisconnectedNetwork) {
  const scratch_folder here;
  here.write("study/a.txt", "Cats purr.");
  here.write("study/b.txt", "Dogs bark.");
  const auto done = run_isogloss("export study -o out --to edges,gexf --layer vocabulary", here);
  ASSERT_EQ(done.exit_code, 0) << done.err;
  EXPECT_EQ(here.read("out/edges-vocabulary.csv"), "Source,Target,Type,Weight,measure,value\n");
}

TEST(LongForm, IsAStudy) {
  const scratch_folder here;
  write_study(here);
  export_to(here, "long");
  const auto from_counts = run_isogloss("frequencies out/long.csv", here);
  EXPECT_EQ(from_counts.exit_code, 0) << from_counts.err;
  EXPECT_EQ(from_counts.out, run_isogloss("frequencies study", here).out);
  const std::string options = " --layer vocabulary,style --measure cosine,burrows_delta --replicates 0";
  EXPECT_EQ(run_isogloss("similarity out/long.csv" + options, here).out,
            run_isogloss("similarity study" + options, here).out);
  const auto done = run_isogloss("run out/long.csv --replicates 0 -o run", here);
  EXPECT_EQ(done.exit_code, 0) << done.err;
}

TEST(LongForm, MayHaveOtherColumnsCarriageReturnsAndRepeatedTerms) {
  const scratch_folder here;
  here.write("counts.csv", "\xEF\xBB\xBFterm,year,doc_id,n\r\nfox,1999,a,2\r\nFox,1999,a,1\r\nhen,2000,\"b, c\",4\r\n");
  const auto shown = run_isogloss("frequencies counts.csv", here);
  EXPECT_EQ(shown.out, "document,term,count,relative_frequency,rank\na,fox,3,1,1\n\"b, c\",hen,4,1,1\n") << shown.err;
}

void expect_refusal(const std::string& content, const std::string& what) {
  const scratch_folder here;
  here.write("counts.csv", content);
  const auto refused = run_isogloss("frequencies counts.csv", here);
  EXPECT_EQ(refused.exit_code, 2) << content;
  EXPECT_NE(refused.err.find(what), std::string::npos) << refused.err;
}

TEST(LongForm, NamesWhatIsWrongWithIt) {
  expect_refusal("doc_id,term,n\n", "has no rows");
  expect_refusal("doc_id,term,n\na,fox,1.5\n", "counts.csv:2: n is \"1.5\"");
  expect_refusal("doc_id,term,n\na,fox,-1\n", "n is \"-1\"");
  expect_refusal("doc_id,term,n\na,fox,0\n", "n is \"0\"");
  expect_refusal("doc_id,term,n\na,fox,99999999999999999999\n", "n is");
  expect_refusal("doc_id,term,n\na,,1\n", "names no term");
  expect_refusal("doc_id,term,n\n,fox,1\n", "names no document");
  expect_refusal("doc_id,term\na,fox\n", "columns doc_id, term, n");
}

// document_a, document_b and measure -> value
std::map<std::string, double> values_of(const scratch_folder& here, const std::string& command) {
  const auto done = run_isogloss(command + " -o values.csv", here);
  EXPECT_EQ(done.exit_code, 0) << done.err;
  const corpus::csv_file csv(here.path() / "values.csv");
  std::map<std::string, double> result;
  for (const auto& row : csv.rows()) {
    const std::string& value = row.cells[csv.column("value")];
    result[row.cells[1] + '|' + row.cells[2] + '|' + row.cells[3]] = value == "NA" ? -1 : std::stod(value);
  }
  return result;
}

TEST(StylosTable, HasTheSimilaritiesOfTheTexts) {
  const scratch_folder here;
  write_study(here);
  export_to(here, "stylo");
  const std::string options =
      " --layer style --replicates 0 --measure "
      "cosine_delta,burrows_delta,quadratic_delta,eder_delta,eder_simple,cosine,"
      "manhattan,jensen_shannon,jaccard,spearman";
  for (const std::string more : {"", " --most-frequent 7"}) {
    const auto expected = values_of(here, "similarity study" + options + more);
    const auto found = values_of(here, "similarity out/table_with_frequencies.txt" + options + more);
    ASSERT_EQ(found.size(), 30U);
    ASSERT_EQ(found.size(), expected.size());
    for (const auto& [pair, value] : expected) EXPECT_NEAR(found.at(pair), value, 1e-12) << pair << more;
  }
}

TEST(StylosTable, MayBeOneOfR) {
  const scratch_folder here;
  here.write("table.txt", "\"a b\" \"c\\\"d\"\r\n\"the\" 5.5 4\r\n\"of\" 0 1e-05\r\n");
  const auto found = values_of(here, "similarity table.txt --measure manhattan");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_NEAR(found.at("manhattan|a b|c\"d"), 0.015 + 1e-7, 1e-15);
}

TEST(StylosTable, IsRefusedWhereCountsAreNeeded) {
  const scratch_folder here;
  here.write("table.txt", "\"a\" \"b\"\n\"the\" 5.5 4\n\"of\" 2 3\n");
  for (const char* command :
       {"frequencies table.txt", "clusters table.txt", "run table.txt", "similarity table.txt --layer vocabulary",
        "similarity table.txt --measure chi_squared", "similarity table.txt --explain 3"}) {
    const auto refused = run_isogloss(command, here);
    EXPECT_EQ(refused.exit_code, 2) << command;
    EXPECT_NE(refused.err.find("counts"), std::string::npos) << refused.err;
  }
}

TEST(StylosTable, NamesLinesThatAreWrong) {
  const scratch_folder here;
  here.write("table.txt", "\"a\" \"b\"\n\"the\" 5.5 4\n\"of\" 2\n\"of\" -1 2\n\"in\" x 2\n\"in\" 1 2\n");
  const auto refused = run_isogloss("similarity table.txt", here);
  EXPECT_EQ(refused.exit_code, 2);
  for (const char* what :
       {"table.txt:3: has 2 cells", "table.txt:4: \"-1\"", "table.txt:5: \"x\"", "\"in\" stands twice"}) {
    EXPECT_NE(refused.err.find(what), std::string::npos) << refused.err;
  }
}

TEST(StylosTable, NamesALineThatIsWrongIfItIsTheFirstToo) {
  const scratch_folder here;
  for (const auto& [row, what] :
       {std::pair{"5 NA", "\"NA\""}, {"5 -1", "\"-1\""}, {"5", "2 cells"}, {"5 4 3", "4 cells"}}) {
    here.write("table.txt", std::string("\xEF\xBB\xBF\"a\" \"b\"\n\"the\" ") + row + "\n\"of\" 2 3\n");
    const auto refused = run_isogloss("similarity table.txt", here);
    EXPECT_EQ(refused.exit_code, 2) << row;
    EXPECT_NE(refused.err.find("table.txt:2"), std::string::npos) << refused.err;
    EXPECT_NE(refused.err.find(what), std::string::npos) << refused.err;
  }
}

struct bad_export {
  const char* name;
  const char* options;
  const char* what;
};

class BadExport : public ::testing::TestWithParam<bad_export> {};

TEST_P(BadExport, IsRefused) {
  const scratch_folder here;
  write_study(here);
  const auto refused = run_isogloss("export study " + std::string(GetParam().options), here);
  EXPECT_EQ(refused.exit_code, 2);
  EXPECT_NE(refused.err.find(GetParam().what), std::string::npos) << refused.err;
  EXPECT_FALSE(fs::exists(here.path() / "out"));
}

INSTANTIATE_TEST_SUITE_P(
    All, BadExport,
    ::testing::Values(bad_export{"NoFolder", "--to long", "--output: is missing"},
                      bad_export{"NoFormat", "-o out", "--to: is missing"},
                      bad_export{"UnknownFormat", "-o out --to excel", "\"excel\""},
                      bad_export{"NegativeThreshold", "-o out --to gexf --threshold -1", "--threshold"},
                      bad_export{"NoDocumentLeft", "-o out --to liwc --where document=x", "--where"},
                      bad_export{"TwoMeasures", "-o out --to gexf --measure cosine,manhattan", "not one measure"},
                      bad_export{"UnknownMeasure", "-o out --to gexf --measure cosin", "\"cosin\""}),
    [](const auto& tested) { return std::string(tested.param.name); });

TEST(Export, IsTheSameForAnyNumberOfThreads) {
  const scratch_folder here;
  write_study(here);
  const auto bytes = [&](const std::string& threads) {
    export_to(here, "matrix-market,long,stylo,liwc,gexf,edges --threads " + threads);
    std::string all;
    for (const char* file : {"matrix.mtx", "long.csv", "table_with_frequencies.txt", "liwc.csv", "edges-style.csv",
                             "similarity-stance.gexf"}) {
      all += here.read(std::string("out/") + file);
    }
    return all;
  };
  const std::string one = bytes("1");
  EXPECT_EQ(bytes("2"), one);
  EXPECT_EQ(bytes("7"), one);
}

}  // namespace
}  // namespace isogloss::testing
