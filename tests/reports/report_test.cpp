#include "isogloss/reports/report.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "reports/excerpts.hpp"
#include "reports/findings.hpp"
#include "reports/leaf_order.hpp"
#include "reports/script_json.hpp"
#include "support/report_tables.hpp"

namespace isogloss::reports {
namespace {

using isogloss::testing::documents_table;
using isogloss::testing::keyness_row;
using isogloss::testing::keyness_table;
using ::nlohmann::ordered_json;

TEST(ScriptJson, HoldsNothingThatHtmlOrScriptsReadOtherwise) {
  const ordered_json value = {{"</script><!-- & >", "a\xE2\x80\xA8 b\xE2\x80\xA9 é \"quoted\" \\ <script>"}};
  const std::string text = script_json(value);
  for (const char* bad : {"<", ">", "&", "\xE2\x80\xA8", "\xE2\x80\xA9"})
    EXPECT_EQ(text.find(bad), std::string::npos) << bad;
  EXPECT_EQ(ordered_json::parse(text), value);
}

ordered_json data_of(const std::string& page) {
  const std::string opening = "<script type=\"application/json\" id=\"data\">";
  const auto begin = page.find(opening) + opening.size();
  return ordered_json::parse(page.substr(begin, page.find("</script>", begin) - begin));
}

TEST(Report, KeepsNamesAndTermsThatLookLikeHtmlAsText) {
  const std::string nasty = "</script><script>alert(\"1\")</script>";
  const table documents = documents_table({{nasty, "a<b"}, {"plain", "c&d"}});
  const table keyness = keyness_table({keyness_row{.target = "a<b", .reference = "c&d", .term = nasty}});
  const auto files = make_report({{"run", "s", {}, {}, {}, {}}, {&documents, &keyness}});
  bool drawn = false;
  for (const auto& [name, text] : files.plots) {
    if (name != "plots/keyness.vl.json") continue;
    drawn = true;
    EXPECT_EQ(ordered_json::parse(text)["data"]["values"][0]["term"], nasty);
  }
  EXPECT_TRUE(drawn);
  if (!draws_pages()) GTEST_SKIP() << "built without Node.js";
  EXPECT_EQ(files.page.find(nasty), std::string::npos);
  const auto data = data_of(files.page);
  EXPECT_EQ(data["tables"]["documents"]["rows"][0][0], nasty);
  EXPECT_EQ(data["plots"]["keyness"]["specification"]["data"]["values"][0]["term"], nasty);
}

TEST(Report, ShowsTheSpecificationsThatItWritesToFiles) {
  if (!draws_pages()) GTEST_SKIP() << "built without Node.js";
  const table documents = documents_table({{"d", "g"}, {"e", "h"}});
  const auto files = make_report({{"run", "s", {}, {}, {}, {}}, {&documents}});
  ASSERT_EQ(files.plots.size(), 1U);
  EXPECT_EQ(data_of(files.page)["plots"]["documents"]["specification"], ordered_json::parse(files.plots[0].second));
}

TEST(Report, NeedsTheTableOfDocuments) {
  EXPECT_THROW(static_cast<void>(make_report({{"run", "s", {}, {}, {}, {}}, {}})), std::invalid_argument);
}

TEST(Excerpt, KeepsTheFirstRowsOfEachComparisonAndSaysSo) {
  std::vector<keyness_row> rows;
  for (int i = 0; i < 130; ++i) rows.push_back({.target = "a", .reference = "b", .term = "t" + std::to_string(i)});
  rows.push_back({.target = "b", .reference = "a", .term = "last"});
  const auto cut = excerpt(keyness_table(rows));
  ASSERT_EQ(cut["rows"].size(), 101U);
  EXPECT_EQ(cut["total"], 131);
  EXPECT_EQ(cut["rows"][100][2], "last");
  EXPECT_NE(cut["excerpt"].get<std::string>().find("101 of 131 rows, the first 100 of each target and reference"),
            std::string::npos)
      << cut["excerpt"];
}

TEST(Findings, NameATermOnlyWhereIntervalAndEveryDocumentAgree) {
  const table documents = documents_table({{"d", "a"}, {"e", "b"}});
  const table keyness = keyness_table({{.term = "interval", .low = -0.1, .consistency = 1},
                                       {.term = "documents", .low = 1, .consistency = 0.75},
                                       {.term = "both", .low = 1, .consistency = 1},
                                       {.term = "also", .low = 1, .consistency = 1}});
  const auto found = telling_terms(make_plot_context({&documents, &keyness}));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_NE(found[0].text.find("“both”"), std::string::npos) << found[0].text;
  EXPECT_NE(found[0].text.find("So it is with 1 other"), std::string::npos) << found[0].text;
}

std::string beyond(double q, double attainable) {
  const table documents = documents_table({{"d", "a"}, {"e", "b"}});
  const table keyness = keyness_table({{.term = "word", .q = q, .attainable = attainable}});
  return findings_beyond(make_plot_context({&documents, &keyness})).at(0).text;
}

TEST(Findings, SayWhetherSoFewDocumentsCouldHaveShownADifference) {
  EXPECT_NE(beyond(0.8, 0.1).find("no difference that this few documents could have shown"), std::string::npos);
  EXPECT_NE(beyond(0.8, 0.1).find("below 0.1"), std::string::npos);
  EXPECT_NE(beyond(0.8, 0.001).find("a p of 0.001 at best"), std::string::npos);
  EXPECT_NE(beyond(0.01, 0.001).find("“word”"), std::string::npos);
  EXPECT_NE(beyond(0.8, std::nan("")).find("no test of them exists"), std::string::npos);
}

std::string stance_finding(double low_of_a, double second_document_of_a) {
  const table documents = documents_table({{"d", "a"}, {"e", "a"}, {"f", "b"}});
  const table groups = isogloss::testing::stance_groups_table({{"a", 9, low_of_a, 12}, {"b", 3, 2, 4}});
  const table stance = isogloss::testing::stance_table({{"d", 10}, {"e", second_document_of_a}, {"f", 3}});
  const auto found = telling_stance(make_plot_context({&documents, &groups, &stance}));
  return found.empty() ? "" : found[0].text;
}

TEST(Findings, NameACategoryOnlyWhereNoIntervalsMeetAndEveryDocumentAgrees) {
  const std::string text = stance_finding(5, 8);
  EXPECT_NE(text.find("Words of doubt (frames) are more frequent in a"), std::string::npos) << text;
  EXPECT_NE(text.find("9.0 in a thousand (95 % interval 5.0 to 12.0; the nearest other group 3.0)"), std::string::npos)
      << text;
  EXPECT_EQ(stance_finding(3.5, 8), "") << "the intervals meet";
  EXPECT_EQ(stance_finding(5, 2.9), "") << "a document is below one of the other group";
}

// hclust's numbers for four leaves: (1 3) at 1, then (2 4) at 2, then both at 3.
TEST(DrawnTree, PutsTheLeavesOfABranchSideBySide) {
  const table documents = documents_table({{"a", ""}, {"b", ""}, {"c", ""}, {"d", ""}});
  const table merges = isogloss::testing::merges_table({{-1, -3, 1}, {-2, -4, 2}, {1, 2, 3}});
  const auto tree = draw_tree(make_plot_context({&documents, &merges}), "vocabulary");
  EXPECT_EQ(tree.order, (std::vector<std::string>{"a", "c", "b", "d"}));
  EXPECT_EQ(tree.height, 3);
  ordered_json root;
  for (const auto& part : tree.lines) {
    if (part["kind"] == "line") root = part;
  }
  EXPECT_EQ(root, (ordered_json{{"kind", "line"}, {"x", 3.0}, {"y", 0.5}, {"x2", 3.0}, {"y2", 2.5}}));
}

}  // namespace
}  // namespace isogloss::reports
