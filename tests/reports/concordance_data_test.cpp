#include "reports/concordance_data.hpp"

#include <gmock/gmock.h>

#include "reports/opened_names.hpp"
#include "support/report_tables.hpp"

namespace isogloss::reports {
namespace {

using isogloss::testing::documents_table;
using isogloss::testing::keyness_table;
using studies::concordance_name;

struct page_of_two {
  table documents = documents_table({{"d", "g"}, {"e", "h"}});
  report_input input{{"run", "my study", {}, {}, {}, {}}, {&documents}};
  plot_context context = make_plot_context(input.tables);
};

TEST(ConcordanceData, CountsPlacesAsScriptsDo) {
  page_of_two page;
  const std::string text = "é 👩‍🚀 word\n\xD7\xA9 word";  // 2, 11 (in UTF-16: 5) and 2 bytes
  page.input.concordances = [&](const std::vector<concordance_name>& names) {
    studies::many_concordances all{{{corpus::zone::body, ""}}, {"", text}, {}, 7};
    const auto second = text.find('\n') + 1;
    const auto first = text.find("word");
    all.of.push_back(
        {names.at(0),
         {{"word", false}},
         {0, 2},
         {{1, 0, {0, first + 4}, {first, first + 4}}, {1, 0, {second, text.size()}, {second + 3, text.size()}}}});
    all.of.push_back({names.at(1), {{"it's", false}, {"a|b", true}}, {3, 0}, {}});
    return all;
  };
  const json data = concordance_data(page.input, page.context,
                                     {{concordance_name::kind::term, "word"}, {concordance_name::kind::target, "it"}});
  EXPECT_EQ(data["command"], "isogloss kwic 'my study'");
  EXPECT_EQ(data["documents"], json::parse(R"([["d", 0], ["e", 1]])"));
  EXPECT_EQ(data["term"]["word"], json::parse(R"({"n": 2, "d": 1, "c": [1, 2], "l": [1,0,0,8,4,0, 1,0,13,2,4,0]})"));
  EXPECT_EQ(data["target"]["it"],
            json::parse(R"({"n": 3, "d": 1, "c": [0, 3], "k": ["'it'\\''s'", "--regex 'a|b'"]})"));
}

TEST(ConcordanceData, SaysWhyThereIsNone) {
  page_of_two page;
  page.input.why_no_concordance = "the study holds counts only";
  page.input.search_options = {{"zones", "all"}, {"keep-case", "true"}, {"keep-numbers", "false"}, {"where", "a=b c"}};
  EXPECT_EQ(concordance_data(page.input, page.context, {}),
            (json{{"command", "isogloss kwic 'my study' --zones all --keep-case --keep-numbers=false --where 'a=b c'"},
                  {"why", "the study holds counts only"}}));
}

TEST(OpenedNames, GoByTheirPlaceInTheirListsAndStandOnce) {
  plot p{"x", "", {{"data", {{"values", json::parse(R"([
    {"comparison": "1", "term": "a", "target": 3.5}, {"comparison": "1", "term": "b"}, {"comparison": "2", "term": "c"},
    {"comparison": "2", "term": "a"}, {"comparison": "2", "term": 7}])")}}}}};
  plot targets{
      "targets",
      "",
      {{"data", {{"values", json::parse(R"([{"target": "Ann"}])")}}}, {"encoding", {{"y", {{"field", "target"}}}}}}};
  const json contested = {
      {"columns", {{{"name", "term"}, {"opens", "term"}}, {{"name", "collocates_a"}, {"opens", "terms"}}}},
      {"rows", json::parse(R"j([["t", "u (1.5); v w (0.2)"], ["a", ""]])j")}};
  const json loadings = {{"columns", {{{"name", "layer"}}, {{"name", "term"}, {"opens", "term"}}}},
                         {"rows", json::parse(R"([["style", "s"], ["stance", "category"]])")}};
  std::vector<std::string> names;
  for (const auto& n : opened_names({p, targets}, {{"contested", contested}, {"loadings", loadings}}))
    names.push_back((n.of == concordance_name::kind::target ? "target " : "") + n.name);
  EXPECT_THAT(names, ::testing::ElementsAre("a", "c", "target Ann", "t", "u", "v w", "s", "b"));
}

TEST(OpenedNames, AreNotTheGroupsThatKeynessCallsTargets) {
  EXPECT_EQ(opened_kind("keyness", "target"), "");
  EXPECT_EQ(opened_kind("keyness", "term"), "term");
  EXPECT_EQ(opened_kind("targets", "target"), "target");
  EXPECT_EQ(opened_kind("contested", "collocates_b"), "terms");
}

}  // namespace
}  // namespace isogloss::reports
