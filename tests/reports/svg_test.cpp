#include "reports/svg.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "isogloss/reports/report.hpp"
#include "reports/web_page.hpp"
#include "support/report_tables.hpp"
#include "support/scratch.hpp"
#include "support/well_formed.hpp"

namespace isogloss::reports {
namespace {

using isogloss::testing::documents_table;
using isogloss::testing::scratch_folder;
using isogloss::testing::xml_document;
using std::chrono::seconds;
using ::testing::AllOf;
using ::testing::Contains;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::StartsWith;

const std::string nasty = "</svg><script>alert(\"1\")</script> & 'x' \xE4\xB8\xAD e\xCC\x81 \xD7\x90\x01";
const std::string as_xml_has_it =
    "</svg><script>alert(\"1\")</script> & 'x' \xE4\xB8\xAD e\xCC\x81 \xD7\x90\xEF\xBF\xBD";

std::vector<plot> plots_of(const table& documents) {
  return documents_plots(make_plot_context({&documents}));
}

class Svg : public ::testing::Test {
 protected:
  void SetUp() override {
    if (svg_script().empty()) GTEST_SKIP() << "built without Node.js";
  }
  drawings drawn(const std::vector<plot>& plots) const { return draw(plots, "node", seconds(60)); }
};

TEST_F(Svg, HasMarksAndTheTextsOfAxesAndTellsWhatItIs) {
  const table documents = documents_table({{"first", "left"}, {"second", "right"}});
  const auto result = drawn(plots_of(documents));
  EXPECT_THAT(result.notes, IsEmpty());
  ASSERT_EQ(result.svg.size(), 1U);
  const xml_document svg(result.svg[0]);
  ASSERT_TRUE(svg.is_well_formed());
  const auto texts = svg.texts("//*[local-name()='text']");
  for (const char* text : {"first", "second", "left", "right", "words compared", "Words of each document"})
    EXPECT_THAT(texts, Contains(text));
  EXPECT_EQ(svg.texts("//*[contains(@class,'role-mark')]/*[local-name()='path'][string-length(@d) > 4]").size(), 2U);
  EXPECT_THAT(svg.texts("/*/*[local-name()='title']"), ElementsAre(HasSubstr("Words of each document; 2 documents")));
  EXPECT_THAT(svg.texts("/*/*[local-name()='desc']"), ElementsAre(HasSubstr("Words in the voice")));
  EXPECT_EQ(svg.texts("/*/*[local-name()='rect'][@fill='white']").size(), 1U);
  EXPECT_THAT(result.svg[0], HasSubstr("fill=\"#1c1c1a\""));
  EXPECT_THAT(result.svg[0], HasSubstr("Segoe UI"));
}

TEST_F(Svg, KeepsNamesThatLookLikeMarkupAsText) {
  const table documents = documents_table({{nasty, "<b>"}, {"plain", "c&d"}});
  auto plots = plots_of(documents);
  plots[0].caption = nasty;
  const auto result = drawn(plots);
  ASSERT_THAT(result.notes, IsEmpty());
  const xml_document svg(result.svg.at(0));
  ASSERT_TRUE(svg.is_well_formed());
  EXPECT_THAT(svg.texts("/*/*[local-name()='desc']"), ElementsAre(as_xml_has_it));
  EXPECT_THAT(svg.texts("//*[local-name()='script']"), IsEmpty());
  EXPECT_THAT(svg.texts("//*[local-name()='text']"), Contains(HasSubstr("</svg><script>")));
}

TEST_F(Svg, CutsLongNamesAndNoShortOnes) {
  const std::string sixteen = "a name of middle";
  const table documents = documents_table({{std::string(3000, 'x'), ""}, {sixteen, ""}});
  auto plots = plots_of(documents);
  json& axis = plots[0].specification["encoding"]["y"]["axis"];
  axis = {{"labelAngle", -90}, {"labelLimit", 130}};
  const auto result = drawn(plots);
  const xml_document svg(result.svg.at(0));
  const auto texts = svg.texts("//*[local-name()='text']");
  EXPECT_THAT(texts, Contains(sixteen));
  EXPECT_THAT(texts, Contains(AllOf(StartsWith("xxxxx"), EndsWith("\xE2\x80\xA6"))));
  EXPECT_THAT(texts, Each(::testing::SizeIs(::testing::Le(100U))));
  // A bar's row each, labels on their side, title and axis: a label's whole length would make it twenty thousand high.
  EXPECT_LT(std::stoi(svg.texts("/*/@height").at(0)), 400);
}

TEST_F(Svg, SaysWhichChoiceItShows) {
  table tfidf("tfidf", "Terms.", "rank",
              {{"document", column_type::string, "", "a name"},
               {"term", column_type::string, "", "a word"},
               {"tfidf", column_type::number, "", "its weight"},
               {"count", column_type::integer, "", "occurrences"},
               {"document_frequency", column_type::integer, "", "documents"}});
  tfidf.add("first", "tram", 0.5, 3, 1);
  tfidf.add("second", "rail", 0.5, 3, 1);
  const table documents = documents_table({{"first", ""}, {"second", ""}});
  const auto result = drawn(tfidf_plots(make_plot_context({&documents, &tfidf})));
  const auto texts = xml_document(result.svg.at(0)).texts("//*[local-name()='text']");
  EXPECT_THAT(texts, Contains(HasSubstr("; document: first")));
  EXPECT_THAT(texts, Contains("tram"));
  EXPECT_THAT(texts, ::testing::Not(Contains("rail")));
}

TEST_F(Svg, IsTheSameWhateverIsDrawnBeforeIt) {
  const table documents = documents_table({{"a", "g"}, {"b", "h"}});
  const auto one = plots_of(documents);
  auto three = one;
  three.insert(three.end(), {one[0], one[0]});
  const auto alone = drawn(one).svg.at(0);
  EXPECT_THAT(drawn(three).svg, ElementsAre(alone, alone, alone));
}

TEST_F(Svg, OfOnePlotThatCannotBeDrawnLeavesTheOthers) {
  const table documents = documents_table({{"a", "g"}, {"b", "h"}});
  auto plots = plots_of(documents);
  plots.insert(plots.begin(), {"bad", "A caption.", plots[0].specification});
  plots[0].specification["encoding"]["x"]["field"] = nullptr;
  plots[0].specification["mark"] = "no such mark";
  const auto result = drawn(plots);
  EXPECT_THAT(result.notes, ElementsAre("no plots/bad.svg: Vega could not draw it in Node.js"));
  EXPECT_EQ(result.svg.at(0), "");
  EXPECT_THAT(result.svg.at(1), HasSubstr("<svg"));
}

TEST_F(Svg, IsNotWhatAnotherProgramOfThatNameWrites) {
  const table documents = documents_table({{"a", "g"}, {"b", "h"}});
  const scratch_folder here;
  const auto note = [&](const std::string& script, seconds limit) {
    const auto file = here.write("node", "#!/bin/sh\n" + script + '\n');
    std::filesystem::permissions(file, std::filesystem::perms::owner_all);
    const auto result = draw(plots_of(documents), file.string(), limit);
    EXPECT_THAT(result.svg, ElementsAre(""));
    return result.notes.at(0);
  };
  for (const char* rubbish : {"echo '<svg/>'", "cat", "true", "printf '\\377\\000'", "echo '[]'", "echo '[{},{}]'"})
    EXPECT_EQ(note(rubbish, seconds(60)), "no plots/*.svg: what Node.js is taken for gave something else") << rubbish;
  for (const char* other : {"echo '[{}]'", "echo '[{\"svg\":1}]'", "echo '[{\"svg\":\"rubbish\"}]'"})
    EXPECT_EQ(note(other, seconds(60)), "no plots/documents.svg: Vega could not draw it in Node.js") << other;
  for (const char* dies : {"exit 1", "kill -SEGV $$", "cat > /dev/null; exit 7"})
    EXPECT_THAT(note(dies, seconds(60)), HasSubstr("Node.js failed")) << dies;
  EXPECT_EQ(note("sleep 3600", seconds(1)), "no plots/*.svg: Node.js took longer than 1 s");
}

TEST_F(Svg, IsMissedWithANoteWhereThereIsNoNode) {
  const table documents = documents_table({{"a", "g"}, {"b", "h"}});
  const auto files = make_report({{"run", "s", {}, {}, {}, {}}, {&documents}, {}, "/nonexistent/node"});
  EXPECT_EQ(files.plots.size(), 1U);
  ASSERT_EQ(files.notes.size(), 1U);
  EXPECT_THAT(files.notes[0], HasSubstr("no plots/*.svg: Node.js is not there"));
  EXPECT_THAT(files.page, HasSubstr("no plots/*.svg: Node.js is not there"));
}

TEST_F(Svg, StandsBesideItsSpecification) {
  const table documents = documents_table({{"a", "g"}, {"b", "h"}});
  const auto files = make_report({{"run", "s", {}, {}, {}, {}}, {&documents}, {}, "node"});
  std::vector<std::string> names;
  for (const auto& [name, text] : files.plots) names.push_back(name);
  EXPECT_THAT(names, ElementsAre("plots/documents.vl.json", "plots/documents.svg"));
}

}  // namespace
}  // namespace isogloss::reports
