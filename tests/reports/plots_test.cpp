#include <gtest/gtest.h>

#include <set>

#include "isogloss/studies/ordination.hpp"
#include "isogloss/studies/positions.hpp"
#include "reports/plot.hpp"
#include "support/report_tables.hpp"

namespace isogloss::reports {
namespace {

using isogloss::testing::documents_table;

plot strips(const table& documents, const table& positions) {
  const auto plots = strips_plots(make_plot_context({&documents, &positions}));
  return plots.empty() ? plot{} : plots.front();
}

TEST(Strips, HaveARowOfEveryDocumentAndOneOfATermsSegments) {
  const table documents = documents_table({{"d", "g"}, {"e", "h"}, {"without it", "h"}});
  table positions = studies::positions_layout();
  positions.add("word", "d", 1, 0.123456, 2, 190, 10.5);
  positions.add("word", "e", 3, 0.5, 1, 210, 4.8);
  positions.add("other", "e", 1, 0.5, 1, 210, 4.8);
  const auto p = strips(documents, positions);
  EXPECT_EQ(p.name, "strips");
  EXPECT_EQ(p.specification["encoding"]["y"]["scale"]["domain"], (json{"d", "e", "without it"}));
  EXPECT_EQ(p.specification["params"][0]["value"], "word");
  const json& first = p.specification["data"]["values"][0];
  EXPECT_EQ(first["place"], 0.1235);
  EXPECT_EQ(first["group"], "g");
  EXPECT_NE(p.caption.find("about 210 words"), std::string::npos) << p.caption;
}

TEST(Strips, OfManyDocumentsHaveThoseThatUseTheTermMost) {
  std::vector<std::pair<std::string, std::string>> many;
  for (int i = 0; i < 61; ++i) many.emplace_back("d" + std::to_string(i), "g");
  table positions = studies::positions_layout();
  positions.add("word", "d1", 1, 0.5, 2, 200, 10);
  const auto p = strips(documents_table(many), positions);
  EXPECT_FALSE(p.specification["encoding"]["y"].contains("scale"));
  EXPECT_NE(p.caption.find("40 that use the term most"), std::string::npos);
  EXPECT_TRUE(strips(documents_table(many), studies::positions_layout()).name.empty());
}

plot_context of_groups(std::size_t n) {
  std::vector<std::pair<std::string, std::string>> rows;
  for (std::size_t i = 0; i < n; ++i) rows.emplace_back("d" + std::to_string(i), "g" + std::to_string(i));
  static table documents = documents_table({});
  documents = documents_table(rows);
  return make_plot_context({&documents});
}

TEST(GroupMarks, AreColoursAloneForSevenGroups) {
  const auto context = of_groups(7);
  json encoding;
  set_groups_apart(context, "group", group_marks::points, encoding);
  EXPECT_TRUE(encoding.is_null());
  const json colour = group_colour(context, "group");
  EXPECT_EQ(colour["scale"]["range"][0], "#0072B2");
  EXPECT_FALSE(colour["legend"].is_null());
}

TEST(GroupMarks, TellFortyTwoGroupsApart) {
  const auto context = of_groups(42);
  for (const auto marks : {group_marks::points, group_marks::lines}) {
    json encoding;
    set_groups_apart(context, "group", marks, encoding);
    const json& other = encoding[marks == group_marks::points ? "shape" : "strokeDash"];
    const json colour = group_colour(context, "group");
    EXPECT_EQ(other["scale"]["domain"], colour["scale"]["domain"]);
    std::set<std::string> both;
    for (std::size_t i = 0; i < 42; ++i)
      both.insert(colour["scale"]["range"][i].dump() + other["scale"]["range"][i].dump());
    EXPECT_EQ(both.size(), 42U);
    EXPECT_EQ(other["legend"].is_null(), marks == group_marks::lines);
  }
  EXPECT_TRUE(group_colour(of_groups(43), "group")["legend"].is_null()) << "a legend would not tell";
}

table ordination_of(const std::vector<std::string>& documents) {
  table t = studies::ordination_layout();
  double place = 0;
  for (const auto& d : documents) {
    t.add("style", "pca", d, 1, place, 0.6, std::nan(""));
    t.add("style", "pca", d, 2, place * place, 0.3, std::nan(""));
    ++place;
  }
  return t;
}

TEST(PcaMap, DrawsTheEllipsesThatExistAndHoldsThemAll) {
  const table documents = documents_table({{"d", "g"}, {"e", "g"}});
  const table places = ordination_of({"d", "e"});
  table ellipses = studies::ordination_ellipses_layout();
  ellipses.add("style", "pca", "document", "d", 9, 0.0, 0.0, 3.0, 1.0, 90.0, 0.95);
  ellipses.add("style", "pca", "document", "e", 1, 1.0, 1.0, std::nan(""), std::nan(""), std::nan(""), 0.95);
  const auto plots = ordination_plots(make_plot_context({&documents, &places, &ellipses}));
  ASSERT_EQ(plots.size(), 1U);
  const json& s = plots[0].specification;
  const json& line = s["layer"][0]["data"]["values"];
  ASSERT_EQ(line.size(), 48U);
  EXPECT_NEAR(line[0]["axis_2"].get<double>(), 3, 1e-12);
  EXPECT_NEAR(line[0]["axis_1"].get<double>(), 0, 1e-12);
  EXPECT_GT(s["encoding"]["y"]["scale"]["domain"][1].get<double>(), 3);
  EXPECT_LT(s["encoding"]["y"]["scale"]["domain"][0].get<double>(), -3);
  EXPECT_NE(plots[0].caption.find("95 %"), std::string::npos);
  const auto without = ordination_plots(make_plot_context({&documents, &places}));
  EXPECT_NE(without.at(0).caption.find("without intervals"), std::string::npos);
}

}  // namespace
}  // namespace isogloss::reports
