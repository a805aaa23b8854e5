#include <gtest/gtest.h>

#include "isogloss/corpus/study.hpp"
#include "support/errors.hpp"
#include "support/scratch.hpp"

namespace isogloss::corpus {
namespace {

using isogloss::testing::has_problem;
using isogloss::testing::problems_of;
using isogloss::testing::scratch_folder;
using strings = std::vector<std::string>;

class Selection : public ::testing::Test {
 protected:
  Selection() {
    folder.write("documents.csv", "document,party,year\na,red,1905\nb,blue,1905\nc,red,1917\nd,,1917\n");
    for (const char* name : {"a.txt", "b.txt", "c.txt", "d.txt"}) folder.write(name, name);
  }

  [[nodiscard]] strings kept(const std::vector<condition>& where) const {
    strings names;
    for (const auto& d : open_study(folder.path(), where).documents) names.push_back(d.name);
    return names;
  }

  scratch_folder folder;
};

TEST_F(Selection, KeepsDocumentsThatMeetTheCondition) {
  EXPECT_EQ(kept({{"party", "red"}}), (strings{"a", "c"}));
}

TEST_F(Selection, TakesAnyOfSeveralValuesOfOneColumn) {
  EXPECT_EQ(kept({{"party", "blue"}, {"party", "red"}}), (strings{"a", "b", "c"}));
}

TEST_F(Selection, WantsConditionsOnSeveralColumnsTogether) {
  EXPECT_EQ(kept({{"party", "blue"}, {"party", "red"}, {"year", "1917"}}), strings{"c"});
}

TEST_F(Selection, FindsAnEmptyValueAndADocumentByName) {
  EXPECT_EQ(kept({{"party", ""}}), strings{"d"});
  EXPECT_EQ(kept({{"document", "b"}}), strings{"b"});
}

TEST_F(Selection, RefusesAnUnknownColumnAndAnEmptyResult) {
  EXPECT_TRUE(has_problem(problems_of([&] { return kept({{"colour", "red"}}); }), "--where", "no column \"colour\""));
  EXPECT_TRUE(has_problem(problems_of([&] { return kept({{"party", "Red"}}); }), "--where", "no document meets"));
}

TEST_F(Selection, KeepsTheZonesOfTheDocumentsThatStay) {
  folder.write("zones.csv", "document,begin,end,zone\na,0,1,note\nc,0,2,note\n");
  const study s = open_study(folder.path(), {{"document", "c"}});
  ASSERT_EQ(s.documents[0].zones.size(), 1U);
  EXPECT_EQ(s.documents[0].zones[0].end, 2U);
}

TEST_F(Selection, GroupsInTheOrderInWhichValuesFirstCome) {
  const grouping g = group_by(open_study(folder.path(), {{"party", "blue"}, {"party", "red"}}), "party");
  EXPECT_EQ(g.column, "party");
  EXPECT_EQ(g.groups, (strings{"red", "blue"}));
  EXPECT_EQ(g.group_of, (std::vector<std::size_t>{0, 1, 0}));
  EXPECT_NO_THROW(require_groups(g));
}

TEST_F(Selection, WithoutAColumnGivesNoGrouping) {
  const grouping g = group_by(open_study(folder.path()), "");
  EXPECT_TRUE(g.empty());
  EXPECT_TRUE(g.groups.empty());
  EXPECT_EQ(g.group_of, (std::vector<std::size_t>{0, 0, 0, 0}));
}

TEST_F(Selection, RefusesToGroupByWhatIsMissing) {
  const study s = open_study(folder.path());
  EXPECT_TRUE(has_problem(problems_of([&] { return group_by(s, "Party"); }), "--group-by", "no column \"Party\""));
  const auto problems = problems_of([&] { return group_by(s, "party"); });
  EXPECT_EQ(problems.size(), 1U);
  EXPECT_TRUE(has_problem(problems, "documents.csv", "document \"d\" has no party"));
}

TEST_F(Selection, OfOneGroupCannotBeCompared) {
  const auto none = problems_of([&] {
    require_groups(group_by(open_study(folder.path()), ""));
    return 0;
  });
  EXPECT_TRUE(has_problem(none, "--group-by", "not grouped"));
  const study reds = open_study(folder.path(), {{"party", "red"}});
  const auto one = problems_of([&] {
    require_groups(group_by(reds, "party"));
    return 0;
  });
  EXPECT_TRUE(has_problem(one, "--group-by", "column \"party\" has one group only (\"red\")"));
}

}  // namespace
}  // namespace isogloss::corpus
