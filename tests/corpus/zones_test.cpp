#include "isogloss/corpus/zones.hpp"

#include <gtest/gtest.h>

#include "isogloss/corpus/study.hpp"
#include "support/errors.hpp"
#include "support/small_study.hpp"

namespace isogloss::corpus {
namespace {

using isogloss::testing::has_problem;
using isogloss::testing::problems_of;
using isogloss::testing::scratch_folder;
using isogloss::testing::study_of;

std::vector<problem> problems_in(std::string_view content) {
  const scratch_folder folder;
  return problems_of([&] { return read_zones(folder.write("zones.csv", content)); });
}

TEST(Zone, HasANameThatReadsBack) {
  for (std::size_t i = 0; i < n_zones; ++i) {
    const auto z = static_cast<zone>(i);
    EXPECT_EQ(zone_from(name(z)), z);
  }
  EXPECT_FALSE(zone_from("Body"));
  EXPECT_FALSE(zone_from(""));
}

TEST(ZoneSet, IsBodyUnlessChosen) {
  EXPECT_TRUE(zone_set().contains(zone::body));
  EXPECT_FALSE(zone_set().contains(zone::quotation));
  EXPECT_EQ(zone_set().to_string(), "body");
}

TEST(ZoneSet, ReadsListsAndAll) {
  const zone_set some("quotation,note", "--zones");
  EXPECT_FALSE(some.contains(zone::body));
  EXPECT_TRUE(some.contains(zone::note));
  EXPECT_EQ(some.to_string(), "quotation,note");
  EXPECT_EQ(zone_set("all", "").to_string(), "body,quotation,heading,note,reference,caption,furniture");
  EXPECT_EQ(zone_set("note,body,note", "").to_string(), "body,note");
}

TEST(ZoneSet, RefusesWhatIsNoZone) {
  for (const char* list : {"", ",", "body,", "quote", "body;note"}) {
    const auto problems = problems_of([&] { return zone_set(list, "--zones"); });
    EXPECT_TRUE(has_problem(problems, "--zones", "is not a zone")) << list;
  }
}

TEST(ReadZones, ReadsRowsWithAndWithoutSpeakers) {
  const scratch_folder folder;
  const auto rows = read_zones(folder.write(
      "zones.csv", "document,begin,end,zone,speaker\r\na,0,10,quotation,\"Ulyanov, V.\"\r\nb,5,6,note,\r\n"));
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].span.speaker, "Ulyanov, V.");
  EXPECT_EQ(rows[1].span.kind, zone::note);
  EXPECT_TRUE(rows[1].where.ends_with("zones.csv:3"));
  const auto plain = read_zones(folder.write("plain.csv", "zone,end,begin,document\nheading,2,0,a\n"));
  EXPECT_EQ(plain.at(0).span.end, 2U);
  EXPECT_EQ(plain.at(0).span.speaker, "");
}

TEST(ReadZones, ReportsEveryBadRow) {
  const auto problems = problems_in(
      "document,begin,end,zone\na,x,5,note\na,0,-5,note\na,5,5,note\na,9,5,note\na,0,5,footnote\na,,5,note\n"
      "a,0,99999999999999999999,note\na,1.5,3,note\na,0,5,note\n");
  EXPECT_EQ(problems.size(), 8U);
  EXPECT_TRUE(has_problem(problems, ":2", "\"x\""));
  EXPECT_TRUE(has_problem(problems, ":3", "\"-5\""));
  EXPECT_TRUE(has_problem(problems, ":4", "ends (5) before it begins (5)"));
  EXPECT_TRUE(has_problem(problems, ":5", "ends (5) before it begins (9)"));
  EXPECT_TRUE(has_problem(problems, ":6", "\"footnote\" is not a zone"));
  EXPECT_TRUE(has_problem(problems, ":7", "must be whole numbers"));
  EXPECT_TRUE(has_problem(problems, ":8", "must be whole numbers"));
  EXPECT_TRUE(has_problem(problems, ":9", "\"1.5\""));
}

TEST(ReadZones, NeedsItsColumns) {
  EXPECT_TRUE(has_problem(problems_in("document,begin,zone\na,0,note\n"), ":1", "has no column \"end\""));
}

TEST(StudyZones, AreSortedByTheirBegin) {
  const scratch_folder folder;
  const study s = study_of(folder, {{"a", "0123456789"}}, "a,5,7,note,\na,0,2,heading,\na,2,5,quotation,Ann\n");
  ASSERT_EQ(s.documents[0].zones.size(), 3U);
  EXPECT_EQ(s.documents[0].zones[0].kind, zone::heading);
  EXPECT_EQ(s.documents[0].zones[1].speaker, "Ann");
  EXPECT_EQ(s.documents[0].zones[2].begin, 5U);
}

TEST(StudyZones, OfAnUnknownDocumentAndOverlappingAreReportedTogether) {
  const scratch_folder folder;
  const auto problems = problems_of([&] {
    return study_of(folder, {{"a", "0123456789"}, {"b", "0123456789"}},
                    "a,0,5,note,\nc,0,1,note,\na,4,6,note,\nb,0,3,note,\nb,3,4,note,\nb,2,3,note,\n");
  });
  EXPECT_EQ(problems.size(), 3U);
  EXPECT_TRUE(has_problem(problems, ":3", "document \"c\" is not in documents.csv"));
  EXPECT_TRUE(has_problem(problems, ":4", "zone 4-6 of \"a\" overlaps zone 0-5"));
  EXPECT_TRUE(has_problem(problems, ":7", "zone 2-3 of \"b\" overlaps zone 0-3"));
}

TEST(StudyZones, InsideALongZoneAreAllReported) {
  const scratch_folder folder;
  const auto problems = problems_of([&] {
    return study_of(folder, {{"a", std::string(100, 'x')}}, "a,0,90,note,\na,10,20,note,\na,50,60,note,\n");
  });
  EXPECT_TRUE(has_problem(problems, ":3", "overlaps zone 0-90"));
  EXPECT_TRUE(has_problem(problems, ":4", "overlaps zone 0-90"));
}

TEST(ReadText, RefusesZonesBeyondTheEndOrInsideACharacter) {
  const scratch_folder folder;
  const study s = study_of(folder, {{"a", "Łódź"}}, "a,0,1,note,\na,2,6,note,\na,6,9,note,\n");
  const auto problems = problems_of([&] { return read_text(s.documents[0]); });
  EXPECT_EQ(problems.size(), 3U);
  EXPECT_TRUE(has_problem(problems, "zones.csv:2", "zone 0-1 (note) of \"a\" cuts a character in two"));
  EXPECT_TRUE(has_problem(problems, "zones.csv:3", "zone 2-6 (note) of \"a\" cuts a character in two"));
  EXPECT_TRUE(has_problem(problems, "zones.csv:4", "zone 6-9 (note) of \"a\" ends beyond the text, which has 7 bytes"));
}

TEST(ReadText, TakesAZoneThatEndsWithTheText) {
  const scratch_folder folder;
  EXPECT_EQ(read_text(study_of(folder, {{"a", "Łódź"}}, "a,0,7,note,\n").documents[0]), "Łódź");
}

}  // namespace
}  // namespace isogloss::corpus
