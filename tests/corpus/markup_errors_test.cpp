#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "isogloss/corpus/markup.hpp"
#include "support/errors.hpp"
#include "support/marked_up.hpp"
#include "support/scratch.hpp"

namespace isogloss::corpus {
namespace {

using namespace std::string_literals;
using isogloss::testing::has_problem;
using isogloss::testing::problems_of;
using isogloss::testing::scratch_folder;
using isogloss::testing::tei;

std::string repeated(const std::string& part, std::size_t times) {
  std::string result;
  for (std::size_t i = 0; i < times; ++i) result += part;
  return result;
}

std::vector<problem> problems_in(const std::string& source, const char* file = "a.xml") {
  return problems_of([&] { return read_marked_up(source, {}, file); });
}

std::string with_entities(const std::string& declarations, const std::string& body) {
  return "<!DOCTYPE TEI [" + declarations + "]>\n<TEI><text><p>" + body + "</p></text></TEI>";
}

TEST(Markup, NamesTheLineWhereXmlIsBroken) {
  EXPECT_TRUE(has_problem(problems_in("<TEI>\r\n<text>\r\n<p>a</div></text></TEI>"), "a.xml:3", "not well-formed"));
  EXPECT_TRUE(has_problem(problems_in("<TEI><text>"), "a.xml:1", "not well-formed"));
  EXPECT_TRUE(has_problem(problems_in(""), "", "not well-formed"));
  EXPECT_TRUE(has_problem(problems_in("plain text"), ":1", "not well-formed"));
}

TEST(Markup, RefusesOtherXml) {
  EXPECT_TRUE(has_problem(problems_in("<rss><p>a</p></rss>"), "a.xml", "is not TEI: its outermost element is <rss>"));
}

TEST(Markup, ReadsTheEncodingThatAFileDeclares) {
  const std::string body = "<TEI><text><p>caf\xE9</p></text></TEI>";
  EXPECT_EQ(read_marked_up("<?xml version='1.0' encoding='iso-8859-1'?>" + body, {}, "a.xml").text, "café");
  EXPECT_EQ(read_marked_up("<?xml version='1.0' encoding='iso-8859-1'?>" + body, "koi8-r", "a.xml").text, "café");
  EXPECT_EQ(read_marked_up("<?xml version='1.0'?>" + body, "windows-1252", "a.xml").text, "café");
  EXPECT_EQ(read_marked_up("<meta charset=latin1><p>\x93 caf\xE9", {}, "a.htm").text, "“ café");
  EXPECT_EQ(
      read_marked_up("<META http-equiv='Content-Type' content='text/html; charset=koi8-r'><p>\xC1", {}, "a.htm").text,
      "а");
}

TEST(Markup, ReadsByteOrderMarksAndUtf16) {
  const std::string source = "<?xml version='1.0' encoding='UTF-16'?><TEI><text><p>ice</p></text></TEI>";
  std::string little = "\xFF\xFE";
  std::string big;
  for (const char c : source) {
    (little += c) += '\0';
    (big += '\0') += c;
  }
  EXPECT_EQ(read_marked_up(little, {}, "a.xml").text, "ice");
  EXPECT_EQ(read_marked_up(big, {}, "a.xml").text, "ice");
  EXPECT_EQ(read_marked_up("\xEF\xBB\xBF" + source, {}, "a.xml").text, "ice");
  EXPECT_EQ(read_marked_up("\xEF\xBB\xBF<p>ice", "koi8-r", "a.html").text, "ice");
}

TEST(Markup, SaysWhereAnEncodingIsWrong) {
  const std::string body = "<TEI>\n<text><p>caf\xE9</p></text></TEI>";
  EXPECT_TRUE(has_problem(problems_in(body), "a.xml:2", "is not UTF-8"));
  EXPECT_TRUE(has_problem(problems_in("<?xml version='1.0' encoding='utf-8'?>\n" + body), "a.xml:3",
                          "though it declares to be utf-8"));
  EXPECT_TRUE(has_problem(problems_in("<?xml version='1.0' encoding='klingon'?><TEI/>"), "a.xml", "klingon"));
}

TEST(Markup, ExpandsEntitiesOfItsOwn) {
  EXPECT_EQ(read_marked_up(with_entities("<!ENTITY d '&#8230;'><!ENTITY dd '&d;<hi>x</hi>&d;'>", "a &dd; &amp; &lt;"),
                           {}, "a.xml")
                .text,
            "a …x… & <");
  EXPECT_EQ(
      read_marked_up("<!DOCTYPE TEI SYSTEM 'tei.dtd'>\n<TEI><text><p>a&mdash;b</p></text></TEI>", {}, "a.xml").text,
      "a—b");
}

TEST(Markup, ExplainsEntitiesThatItDoesNotKnow) {
  EXPECT_TRUE(has_problem(problems_in("<TEI>\n<text>&nbsp;</text></TEI>"), "a.xml:2", "nbsp"));
  EXPECT_TRUE(has_problem(problems_in("<!DOCTYPE TEI SYSTEM 'tei.dtd'>\n<TEI><text>&mine;</text></TEI>"), "a.xml:2",
                          "\"mine\" is declared in another file"));
}

TEST(Markup, ReadsNoOtherFile) {
  const scratch_folder folder;
  const std::string secret = folder.write("secret.txt", "tell nobody").string();
  EXPECT_TRUE(has_problem(problems_in(with_entities("<!ENTITY s SYSTEM 'file://" + secret + "'>", "a &s; b")), ":2",
                          "entity \"s\" lies in another file"));
  EXPECT_EQ(read_marked_up(with_entities("<!ENTITY s SYSTEM 'file://" + secret + "'>", "a"), {}, "a.xml").text, "a");
  EXPECT_TRUE(has_problem(problems_in("<TEI xmlns:xi='http://www.w3.org/2001/XInclude'><text>\n<xi:include href='" +
                                      secret + "'/></text></TEI>"),
                          "a.xml:2", "xi:include"));
}

TEST(Markup, WithstandsEntitiesThatGrow) {
  std::string declarations = "<!ENTITY e0 'ice ice ice ice'>";
  for (int i = 1; i < 12; ++i) {
    declarations += "<!ENTITY e" + std::to_string(i) + " '" + repeated("&e" + std::to_string(i - 1) + ";", 10) + "'>";
  }
  EXPECT_EQ(problems_in(with_entities(declarations, "&e11;")).size(), 1U);
  EXPECT_EQ(problems_in(with_entities(declarations, "&e4;")).size(), 1U);
  EXPECT_EQ(problems_in(with_entities("<!ENTITY a '&b;'><!ENTITY b '&a;'>", "&a;")).size(), 1U);
  std::string hollow = "<!ENTITY e0 ''>";
  for (int i = 1; i < 30; ++i) {
    hollow += "<!ENTITY e" + std::to_string(i) + " '" + repeated("&e" + std::to_string(i - 1) + ";", 2) + "'>";
  }
  EXPECT_EQ(problems_in(with_entities(hollow, "&e29;")).size(), 1U);
}

TEST(Markup, RefusesElementsNestedTooDeep) {
  EXPECT_TRUE(has_problem(problems_in("<TEI><text>" + repeated("<div>", 100'000)), ":1", "nests elements more than"));
  EXPECT_TRUE(has_problem(problems_in(repeated("<div>", 100'000) + "x", "a.html"), ":1", "nests elements more than"));
  EXPECT_EQ(tei(repeated("<div>", 200) + "<p>x</p>" + repeated("</div>", 200)).text, "x");
}

TEST(Markup, ReadsLongDocuments) {
  const std::string paragraph = "<p>The ice broke up early<note>Ice.</note>.</p>\n";
  const auto m = tei(repeated(paragraph, 300'000));
  EXPECT_EQ(m.zones.size(), 300'000U);
  EXPECT_EQ(m.text.size(), 300'000U * 31U - 2U);
}

TEST(Markup, SurvivesAnyBytes) {
  for (const auto& bytes :
       {"<\0p>a\0b</p>"s, "<p \xFF>"s, "\xFF\xFE<"s, "<![CDATA[<p>]]>"s, "</p></p>"s, "&#0;&#xD800;"s}) {
    for (const char* file : {"a.html", "a.xml"}) {
      static_cast<void>(problems_in(bytes, file));
    }
  }
  EXPECT_EQ(read_marked_up("<p>a\0b</p>"s, {}, "a.html").text, "a\uFFFDb");
}

}  // namespace
}  // namespace isogloss::corpus
