#include <gmock/gmock.h>

#include "support/program.hpp"

namespace isogloss::testing {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* tei_source =
    "<TEI><teiHeader><fileDesc><titleStmt><title>Ice</title><author>Ann "
    "Ling</author></titleStmt></fileDesc></teiHeader>"
    "<text><body><head>The Thaw</head><p>We saw the ice go<note>So did others.</note>. Then <said who='#Petrova'>the "
    "ice "
    "is gone and we sail</said>, she told us. We did not sail.</p></body></text></TEI>";
constexpr const char* same_text =
    "The Thaw\n\nWe saw the ice go. Then the ice is gone and we sail, she told us. We did not sail.\n\nSo did others.";
constexpr const char* same_zones =
    "document,begin,end,zone,speaker\na,0,8,heading,\na,34,61,quotation,Petrova\na,94,108,note,\n";

void write_html(const scratch_folder& here) {
  here.write("pages/b.html",
             "<title>Frost</title><h1>The Frost</h1><p>Ling said “the ice is back and we stay”. We did.");
}

TEST(Markup, GivesTheTablesOfTheSameTextAndZones) {
  const scratch_folder here;
  here.write("marked/documents.csv", "document,file\na,source.xml\n");
  here.write("marked/source.xml", tei_source);
  here.write("plain/documents.csv", "document,file\na,a.txt\n");
  here.write("plain/a.txt", same_text);
  here.write("plain/zones.csv", same_zones);
  for (const char* command :
       {"tokens %s --zones all", "frequencies %s --zones all", "kwic %s ice --zones all", "kwic %s ice"}) {
    const auto of = [&](const std::string& study) {
      return run_isogloss(std::string(command).replace(std::string(command).find("%s"), 2, study), here);
    };
    const auto marked = of("marked");
    EXPECT_EQ(marked.exit_code, 0) << marked.err;
    EXPECT_EQ(marked.out, of("plain").out) << command;
    EXPECT_THAT(marked.out, HasSubstr("ice")) << command;
  }
  EXPECT_EQ(run_isogloss("extract marked -o m --quiet", here).exit_code, 0);
  EXPECT_EQ(run_isogloss("extract plain -o p --quiet", here).exit_code, 0);
  EXPECT_EQ(here.read("m/features.csv"), here.read("p/features.csv"));
  EXPECT_EQ(here.read("m/segments.csv"), here.read("p/segments.csv"));
  EXPECT_THAT(here.read("m/features.csv"), HasSubstr("Petrova"));
}

TEST(Markup, MetadataAreColumnsOfAFolderWithoutDocumentsCsv) {
  const scratch_folder here;
  write_html(here);
  here.write("pages/a.xml", tei_source);
  here.write("pages/c.txt", "Plain ice.");
  const auto result = run_isogloss("check pages --group-by title --where title=Ice --where title=Frost", here);
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_THAT(result.out, HasSubstr("columns: document, author, title, date"));
  EXPECT_THAT(result.out, HasSubstr("title: Ice, Frost"));
}

TEST(Markup, IsFilledByDetectionWhereItSaysNothing) {
  const scratch_folder here;
  write_html(here);
  EXPECT_EQ(run_isogloss("check pages --detect-zones all --write-zones z.csv", here).exit_code, 0);
  EXPECT_EQ(here.read("z.csv"), "document,begin,end,zone,speaker\nb,0,9,heading,\nb,21,54,quotation,Ling\n");
  EXPECT_THAT(run_isogloss("tokens pages --zones quotation", here).out, Not(HasSubstr("ice")));
}

TEST(Markup, GivesWayToZonesCsv) {
  const scratch_folder here;
  here.write("study/a.xml", tei_source);
  here.write("study/zones.csv", "document,begin,end,zone,speaker\na,94,108,quotation,Ode\n");
  const auto result = run_isogloss("check study", here);
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_THAT(result.out, HasSubstr("zones,1,"));
  EXPECT_THAT(result.out, HasSubstr("zones of a are those of zones.csv, not of its markup"));
}

TEST(Check, WritesTheTextsThatOffsetsReferTo) {
  const scratch_folder here;
  here.write("study/a.xml", tei_source);
  here.write("study/b.txt", "caf\xE9");
  const auto result = run_isogloss("check study --encoding latin1 --write-texts out/texts", here);
  EXPECT_EQ(result.exit_code, 0) << result.err;
  EXPECT_EQ(here.read("out/texts/a.txt"), same_text);
  EXPECT_EQ(here.read("out/texts/b.txt"), "café");
  EXPECT_EQ(run_isogloss("check study --encoding latin1 --write-texts study", here).exit_code, 2);
}

TEST(Markup, IsHashedAsItLies) {
  const scratch_folder here;
  here.write("study/a.xml", tei_source);
  EXPECT_EQ(run_isogloss("run study -o out --quiet --replicates 0", here).exit_code, 0);
  EXPECT_THAT(here.read("out/run.json"), HasSubstr("\"a.xml\""));
  const std::string sum = "sha256sum study/a.xml | cut -d' ' -f1 > '" + (here.path() / "sum").string() + "'";
  EXPECT_EQ(std::system(("cd '" + here.path().string() + "' && " + sum).c_str()), 0);
  EXPECT_THAT(here.read("out/run.json"), HasSubstr(here.read("sum").substr(0, 64)));
}

TEST(Markup, ExplainsFilesThatCannotBeRead) {
  const scratch_folder here;
  here.write("study/a.xml", "<TEI>\n<text><p>ice</text></TEI>");
  here.write("study/b.xml", "<rss/>");
  const auto broken = run_isogloss("frequencies study", here);
  EXPECT_EQ(broken.exit_code, 2);
  EXPECT_THAT(broken.err, HasSubstr("study/a.xml:2: is not well-formed XML"));
  EXPECT_THAT(broken.err, HasSubstr("study/b.xml: is not TEI"));
  here.write("twice/a.txt", "ice");
  here.write("twice/a.html", "ice");
  const auto twice = run_isogloss("frequencies twice", here);
  EXPECT_EQ(twice.exit_code, 2);
  EXPECT_THAT(twice.err, HasSubstr("a.txt: has the name of a.html"));
}

}  // namespace
}  // namespace isogloss::testing
