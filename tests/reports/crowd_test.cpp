#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "reports/leaf_order.hpp"
#include "reports/spread.hpp"
#include "reports/svg.hpp"
#include "reports/web_page.hpp"
#include "support/report_tables.hpp"
#include "support/well_formed.hpp"

namespace isogloss::reports {
namespace {

using isogloss::testing::documents_table;
using isogloss::testing::merges_table;
using isogloss::testing::xml_document;
using ::testing::Contains;
using ::testing::Each;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

std::string name_of(std::size_t i) {
  return "d" + std::to_string(i);
}

table crowd(std::size_t n, bool grouped = true) {
  std::vector<std::pair<std::string, std::string>> documents;
  for (std::size_t i = 0; i < n; ++i) documents.emplace_back(name_of(i), !grouped ? "" : i % 2 == 0 ? "even" : "odd");
  return documents_table(documents);
}

// Two documents i and j are i + j alike.
table similarities(std::size_t n) {
  using enum column_type;
  table t("similarity", "Pairs.", "pairs",
          {{"layer", string, "", "a layer"},
           {"measure", string, "", "a measure"},
           {"document_a", string, "", "a name"},
           {"document_b", string, "", "another"},
           {"value", number, "", "how alike"},
           {"low", number, "", "at least"},
           {"high", number, "", "at most"}});
  const double none = std::nan("");
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = i + 1; j < n; ++j)
      t.add("vocabulary", "cosine", name_of(i), name_of(j), static_cast<double>(i + j), none, none);
  }
  return t;
}

// Every document joins those before it.
table chain(std::size_t n) {
  std::vector<isogloss::testing::merge_row> rows = {{-1, -2, 1}};
  for (int i = 3; i <= static_cast<int>(n); ++i) rows.push_back({-i, i - 2, i - 1.0});
  return merges_table(rows);
}

table measures(std::size_t n) {
  using enum column_type;
  table t("diversity", "Measures.", "document",
          {{"document", string, "", "a name"},
           {"measure", string, "", "a measure"},
           {"value", number, "", "its value"},
           {"low", number, "", "at least"},
           {"high", number, "", "at most"},
           {"tokens", integer, "", "length"}});
  for (std::size_t i = 0; i < n; ++i) {
    for (const char* measure : {"yule_k", "expected_types"})
      t.add(name_of(i), measure, i == 0 ? std::nan("") : static_cast<double>(i), 0.0, 1.0, 100);
  }
  return t;
}

TEST(Crowd, HasAPointForEachDocumentInTheRowOfItsGroup) {
  const table documents = crowd(61);
  const auto plots = documents_plots(make_plot_context({&documents}));
  ASSERT_EQ(plots.size(), 1U);
  const json& values = plots[0].specification["data"]["values"];
  ASSERT_EQ(values.size(), 61U);
  std::set<double> places;
  for (std::size_t i = 0; i < values.size(); ++i) {
    EXPECT_EQ(values[i]["document"], name_of(i));
    EXPECT_EQ(values[i]["row"], i % 2 == 0 ? "even" : "odd");
    const double place = values[i]["place"];
    EXPECT_TRUE(place >= 0 && place < 1) << place;
    if (i % 2 == 0) places.insert(place);
  }
  EXPECT_EQ(places.size(), 31U) << "points of a row stand beside each other";
}

TEST(Crowd, OfSixtyDocumentsIsNone) {
  const table documents = crowd(60);
  EXPECT_EQ(documents_plots(make_plot_context({&documents}))[0].specification["mark"]["type"], "bar");
}

TEST(Crowd, WithoutGroupsHasOneRow) {
  const table documents = crowd(61, false);
  const auto plots = documents_plots(make_plot_context({&documents}));
  for (const json& value : plots[0].specification["data"]["values"]) EXPECT_EQ(value["row"], "all documents");
}

TEST(Crowd, OfManyGroupsHasOneRowAndOneBox) {
  std::vector<std::pair<std::string, std::string>> of_groups;
  for (std::size_t i = 0; i < 100; ++i) of_groups.emplace_back(name_of(i), "g" + std::to_string(i % 25));
  const table documents = documents_table(of_groups);
  const auto s = documents_plots(make_plot_context({&documents})).at(0).specification;
  for (const json& value : s["data"]["values"]) EXPECT_EQ(value["row"], "all documents");
  EXPECT_EQ(s["layer"][1]["transform"][0]["groupby"], json::array({"row"}));
}

TEST(Crowd, LeavesOutMeasuresThatDoNotExistAndBeginsWithOneOfEqualLength) {
  const table documents = crowd(100);
  const table diversity = measures(100);
  const auto s = diversity_plots(make_plot_context({&documents, &diversity})).at(0).specification;
  EXPECT_EQ(s["data"]["values"].size(), 2U * 99U);
  EXPECT_EQ(s["params"][0]["value"], "expected_types");
  EXPECT_EQ(s["transform"][0]["filter"], "datum.measure == measure");
}

TEST(BlockMap, HoldsTheMeansOfThePairsOfNeighbours) {
  const table documents = crowd(120);
  const table similarity = similarities(120);
  const auto s = similarity_plots(make_plot_context({&documents, &similarity})).at(0).specification;
  const json& values = s["data"]["values"];
  ASSERT_EQ(values.size(), 60U * 60U);
  for (const json& field : values) {
    const double a = field["a"], b = field["b"];
    // Blocks of two: 2 a and 2 a + 1; on the diagonal there is one pair.
    EXPECT_EQ(field["value"].get<double>(), 2 * a + 2 * b + 1) << a << ' ' << b;
  }
  EXPECT_EQ(s["params"][0]["value"][59], "d118, d119");
  EXPECT_EQ(s["layer"][1]["data"]["values"].size(), 2U * 120U) << "the strips of groups";
}

TEST(BlockMap, FollowsTheTree) {
  const table documents = crowd(61);
  const table similarity = similarities(61);
  const table merges = chain(61);
  const auto context = make_plot_context({&documents, &similarity, &merges});
  ASSERT_EQ(leaf_order(context, "vocabulary").front(), "d60");
  const auto s = similarity_plots(context).at(0).specification;
  EXPECT_EQ(s["params"][0]["value"][0], "d60, d59");
}

TEST(Tree, NamesNoDocumentWhereThereIsNoRoom) {
  for (const std::size_t n : {120U, 121U}) {
    const table documents = crowd(n);
    const table merges = chain(n);
    const auto s = dendrogram_plots(make_plot_context({&documents, &merges})).at(0).specification;
    EXPECT_EQ(s["encoding"]["y"]["axis"].is_null(), n == 121) << n;
    EXPECT_LE(s["height"].get<double>(), 1700);
  }
}

TEST(Tree, OfManyDocumentsTellsOnlyWhatMostTreesHave) {
  const auto joins = [](std::size_t n, double support) {
    const table documents = crowd(n);
    using isogloss::testing::merge_row;
    std::vector<merge_row> rows = {{-1, -2, 1, support}};
    for (int i = 3; i <= static_cast<int>(n); ++i) rows.push_back({-i, i - 2, i - 1.0, support});
    const table merges = merges_table(rows);
    std::size_t told = 0;
    for (const json& part : draw_tree(make_plot_context({&documents, &merges}), "vocabulary").lines)
      told += part["kind"] == "join" ? 1 : 0;
    return told;
  };
  EXPECT_EQ(joins(20, 0.1), 18U) << "all but the root";
  EXPECT_EQ(joins(21, 0.1), 0U);
  EXPECT_EQ(joins(21, 0.5), 19U);
  EXPECT_EQ(joins(5, std::nan("")), 0U);
}

TEST(Crowd, IsDrawnByVega) {
  if (svg_script().empty()) GTEST_SKIP() << "built without Node.js";
  constexpr std::size_t n = 130;
  for (const bool grouped : {true, false}) {
    const table documents = crowd(n, grouped);
    const table similarity = similarities(n);
    const table merges = chain(n);
    const table diversity = measures(n);
    const auto context = make_plot_context({&documents, &similarity, &merges, &diversity});
    std::vector<plot> plots;
    for (const auto& draw_some : {documents_plots, similarity_plots, dendrogram_plots, diversity_plots})
      for (plot& p : draw_some(context)) plots.push_back(std::move(p));
    ASSERT_EQ(plots.size(), 4U);
    const auto drawn = draw(plots, "node", std::chrono::seconds(60));
    EXPECT_THAT(drawn.notes, IsEmpty());
    for (const auto& text : drawn.svg) {
      const xml_document svg(text);
      ASSERT_TRUE(svg.is_well_formed());
      EXPECT_THAT(svg.texts("//*[local-name()='text']"), Contains(HasSubstr("130 documents")));
      EXPECT_GT(svg.texts("//*[contains(@class,'role-mark')]/*").size(), n);
      EXPECT_THAT(text, Not(HasSubstr("NaN")));
      EXPECT_THAT(text, Not(HasSubstr("undefined")));
    }
  }
}

}  // namespace
}  // namespace isogloss::reports
