#include "isogloss/reports/table_writer.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <nlohmann/json.hpp>
#include <sstream>

namespace isogloss::reports {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

table three_columns() {
  using enum column_type;
  return {"words",
          "Some words.",
          "term",
          {{"term", string, "", "a term"},
           {"count", integer, "tokens", "how often"},
           {"share", number, "share", "of all"}}};
}

std::string written(const table& t, format f) {
  std::string text;
  write(t, f, [&](std::string_view bytes) { text += bytes; });
  return text;
}

std::string row_of(const std::string& term, format f = format::csv) {
  table t = three_columns();
  t.add(term, 1, 0.5);
  const std::string text = written(t, f);
  return text.substr(text.find('\n') + 1);
}

TEST(CsvWriter, WritesTheHeaderOfATableWithoutRows) {
  EXPECT_EQ(written(three_columns(), format::csv), "term,count,share\n");
  EXPECT_EQ(written(three_columns(), format::tsv), "term\tcount\tshare\n");
}

TEST(CsvWriter, EndsLinesWithLfAlone) {
  table t = three_columns();
  t.add("a", 1, 0.5);
  t.add("b", 2, 1.5);
  EXPECT_EQ(written(t, format::csv), "term,count,share\na,1,0.5\nb,2,1.5\n");
}

TEST(CsvWriter, QuotesSeparatorsQuotesLineEndsAndOuterBlanks) {
  EXPECT_EQ(row_of("a,b"), "\"a,b\",1,0.5\n");
  EXPECT_EQ(row_of("say \"x\""), "\"say \"\"x\"\"\",1,0.5\n");
  EXPECT_EQ(row_of("a\nb"), "\"a\nb\",1,0.5\n");
  EXPECT_EQ(row_of("a\rb"), "\"a\rb\",1,0.5\n");
  EXPECT_EQ(row_of(" a"), "\" a\",1,0.5\n");
  EXPECT_EQ(row_of("a "), "\"a \",1,0.5\n");
}

TEST(CsvWriter, LeavesAloneWhatNeedsNoQuotes) {
  EXPECT_EQ(row_of("l'état, c'est moi", format::tsv), "l'état, c'est moi\t1\t0.5\n");
  EXPECT_EQ(row_of("中文"), "中文,1,0.5\n");
  EXPECT_EQ(row_of("a b"), "a b,1,0.5\n");
  EXPECT_EQ(row_of(""), ",1,0.5\n");
}

TEST(TsvWriter, QuotesATab) {
  EXPECT_EQ(row_of("a\tb", format::tsv), "\"a\tb\"\t1\t0.5\n");
}

TEST(CsvWriter, WritesNaForANumberThatDoesNotExist) {
  EXPECT_EQ(to_text(nan), "NA");
  EXPECT_EQ(to_text(-nan), "NA");
  EXPECT_EQ(to_text(infinity), "Inf");
  EXPECT_EQ(to_text(-infinity), "-Inf");
}

TEST(CsvWriter, WritesTheShortestNumberThatReadsBackExactly) {
  EXPECT_EQ(to_text(0.1), "0.1");
  EXPECT_EQ(to_text(0.1 + 0.2), "0.30000000000000004");
  EXPECT_EQ(to_text(1), "1");
  EXPECT_EQ(to_text(0), "0");
  EXPECT_EQ(to_text(1.0 / 3), "0.3333333333333333");
  for (const double number : {1e-300, 5e-324, 1.7976931348623157e308, 2.0 / 7, -123456.789, 1e21, 9007199254740993.0}) {
    EXPECT_EQ(std::strtod(to_text(number).c_str(), nullptr), number) << to_text(number);
  }
}

TEST(CsvWriter, WritesIntegersInFull) {
  table t = three_columns();
  t.add("a", std::numeric_limits<std::int64_t>::max(), nan);
  t.add("b", std::numeric_limits<std::int64_t>::min(), infinity);
  EXPECT_EQ(written(t, format::csv), "term,count,share\na,9223372036854775807,NA\nb,-9223372036854775808,Inf\n");
}

TEST(JsonWriter, WritesAnArrayOfObjectsThatParses) {
  table t = three_columns();
  t.add("a \"quote\" \\ back\nline \t tab \x01 é 😀", 3, 0.25);
  t.add("b", 0, nan);
  t.add("c", 0, infinity);
  const auto rows = nlohmann::json::parse(written(t, format::json));
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[0]["term"], "a \"quote\" \\ back\nline \t tab \x01 é 😀");
  EXPECT_EQ(rows[0]["count"], 3);
  EXPECT_EQ(rows[0]["share"], 0.25);
  EXPECT_TRUE(rows[1]["share"].is_null());
  EXPECT_TRUE(rows[2]["share"].is_null());
}

TEST(JsonWriter, WritesAnEmptyArrayForNoRows) {
  EXPECT_EQ(nlohmann::json::parse(written(three_columns(), format::json)), nlohmann::json::array());
  EXPECT_EQ(written(three_columns(), format::jsonl), "");
}

TEST(JsonLinesWriter, WritesOneObjectALine) {
  table t = three_columns();
  t.add("a\nb", 1, 0.5);
  t.add("c", 2, 1.0 / 3);
  std::istringstream lines(written(t, format::jsonl));
  std::vector<nlohmann::json> rows;
  for (std::string line; std::getline(lines, line);) rows.push_back(nlohmann::json::parse(line));
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0]["term"], "a\nb");
  EXPECT_EQ(rows[1]["share"].get<double>(), 1.0 / 3);
}

TEST(TableWriter, WritesLongTablesInSeveralPiecesAndLosesNothing) {
  table t = three_columns();
  for (int i = 0; i < 100000; ++i) t.add("a term of some length", i, 0.5);
  std::size_t pieces = 0;
  std::size_t lines = 0;
  write(t, format::csv, [&](std::string_view bytes) {
    ++pieces;
    lines += static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\n'));
  });
  EXPECT_GT(pieces, 1U);
  EXPECT_EQ(lines, 100001U);
}

TEST(Format, IsKnownByItsFourNames) {
  EXPECT_EQ(format_from("csv"), format::csv);
  EXPECT_EQ(format_from("tsv"), format::tsv);
  EXPECT_EQ(format_from("json"), format::json);
  EXPECT_EQ(format_from("jsonl"), format::jsonl);
  EXPECT_EQ(format_from("CSV"), std::nullopt);
  EXPECT_EQ(format_from(""), std::nullopt);
}

}  // namespace
}  // namespace isogloss::reports
