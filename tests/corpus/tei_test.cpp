#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/errors.hpp"
#include "support/marked_up.hpp"

namespace isogloss::corpus {
namespace {

using isogloss::testing::passages_of;
using isogloss::testing::tei;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr const char* persons =
    "<profileDesc><particDesc><listPerson><person xml:id='p1'><persName><forename>Rosa</forename> "
    "<surname>Petrova</surname></persName></person><org xml:id='o1'><orgName>Tram Union</orgName></org></listPerson>"
    "</particDesc></profileDesc>";

TEST(Tei, PartsParagraphsAndCollapsesWhiteSpace) {
  const auto m = tei("\r\n <p>The  ice\r\n broke.</p><p>\t</p><p>We sail.</p><ab>And <hi>so</hi> on.</ab>\n");
  EXPECT_EQ(m.text, "The ice broke.\n\nWe sail.\n\nAnd so on.");
  EXPECT_THAT(m.zones, IsEmpty());
}

TEST(Tei, ReadsLineAndPageBreaksAsBlanksAndJoinsWordsAcrossThem) {
  EXPECT_EQ(tei("<p>one<lb/>two<pb n='2'/>three<milestone unit='x'/>four</p>").text, "one two three four");
  EXPECT_EQ(tei("<p>indus<lb break='no'/>trial indus-\n <lb break='no'/>\n trial in<pc force='weak'>-</pc><pb "
                "break='no'/>to</p>")
                .text,
            "industrial industrial into");
}

TEST(Tei, KeepsWhiteSpaceWhereItIsToldTo) {
  EXPECT_EQ(tei("<p xml:space='preserve'>a  b\nc <hi xml:space='default'>d  e</hi></p>").text, "a  b\nc d e");
}

TEST(Tei, WritesVerseInLines) {
  EXPECT_EQ(tei("<lg><l>One,</l>\n<l>two.</l></lg><lg><l>Three.</l></lg>").text, "One,\ntwo.\n\nThree.");
}

TEST(Tei, TakesQuotationsWithTheirSpeakers) {
  const auto m =
      tei("<p><q who='#p1'>We sail</q>, <said who='#o1 #x'>we stay</said>, <quote>so it is</quote>.</p>", persons);
  EXPECT_EQ(m.text, "We sail, we stay, so it is.");
  EXPECT_THAT(passages_of(m), ElementsAre("quotation (Rosa Petrova): We sail", "quotation (Tram Union; x): we stay",
                                          "quotation: so it is"));
}

TEST(Tei, TakesTheSpeakerOfACitationFromItsSource) {
  const auto m = tei("<cit><quote><p>One.</p><p>Two.</p></quote><bibl><author>Ode</author>, p. 3</bibl></cit>");
  EXPECT_EQ(m.text, "One.\n\nTwo.\n\nOde, p. 3");
  EXPECT_THAT(passages_of(m), ElementsAre("quotation (Ode): One.\n\nTwo.", "reference: Ode, p. 3"));
}

TEST(Tei, LeavesScareQuotesTermsAndTitlesToTheAuthor) {
  EXPECT_THAT(tei("<p><soCalled>free</soCalled> <mentioned>a</mentioned> <title>Ice</title> <term>b</term></p>").zones,
              IsEmpty());
}

TEST(Tei, PutsFootnotesAndPageHeadersAfterTheirParagraph) {
  const auto m = tei("<p>It is<note>See <bibl>Ode</bibl>: <q>no</q>.</note> so.<fw>PAGE 3</fw></p><p>And so.</p>");
  EXPECT_EQ(m.text, "It is so.\n\nSee Ode: no.\n\nPAGE 3\n\nAnd so.");
  EXPECT_THAT(passages_of(m), ElementsAre("note: See Ode: no.", "furniture: PAGE 3"));
}

TEST(Tei, InterruptsAQuotationForANote) {
  const auto m = tei("<quote who='#a'><p>One<note>Two.<note>Three.</note></note> four.</p><p>Five.</p></quote>");
  EXPECT_EQ(m.text, "One four.\n\nTwo.\n\nThree.\n\nFive.");
  EXPECT_THAT(passages_of(m),
              ElementsAre("quotation (a): One four.", "note: Two.", "note: Three.", "quotation (a): Five."));
}

TEST(Tei, CountsNestedQuotationsToTheOuterSpeaker) {
  EXPECT_THAT(passages_of(tei("<p><q who='#a'>He said <q who='#b'>no</q>.</q><q who='#a'> Yes.</q></p>")),
              ElementsAre("quotation (a): He said no.", "quotation (a): Yes."));
}

TEST(Tei, TellsHeadingsReferencesCaptionsAndFurniture) {
  const auto m = tei(
      "<head>Ice<note>N.</note></head><p>A.</p><figure><head>Fig. 1</head><figDesc>a boat</figDesc></figure><table>"
      "<head>Table 1</head><row><cell>x</cell><cell>y</cell></row></table><listBibl><bibl>Ode.</bibl><bibl>Ling.</bibl>"
      "</listBibl><trailer>End</trailer><div type='notes'><p>See <ref target='#a'>1</ref>.</p></div>");
  EXPECT_THAT(passages_of(m),
              ElementsAre("heading: Ice", "note: N.", "caption: Fig. 1", "furniture: a boat", "caption: Table 1",
                          "reference: Ode.\nLing.", "heading: End", "note: See 1."));
}

TEST(Tei, ReadsPointersAsTextUnlessTheyAreMarkers) {
  EXPECT_THAT(
      passages_of(tei("<p>See<ref target='#n'>[2]</ref> the <ref target='x'>page</ref> of <ref>1936</ref></p>")),
      ElementsAre("reference: [2]"));
}

TEST(Tei, ReadsSpeechesAsTextWithLabelsAndStageDirectionsApart) {
  const auto m = tei("<sp who='#p1'><speaker>ROSA</speaker><stage>rises</stage><p>I speak.</p></sp>", persons);
  EXPECT_EQ(m.text, "ROSA\n\nrises\n\nI speak.");
  EXPECT_THAT(passages_of(m), ElementsAre("heading: ROSA", "note: rises"));
}

TEST(Tei, TakesOneReadingOfSeveral) {
  EXPECT_EQ(
      tei("<p><choice><sic>wnet</sic><corr>went</corr></choice> <choice><reg>old</reg><orig>olde</orig></choice> "
          "<choice><abbr>St.</abbr><expan>Saint</expan></choice> <choice><abbr>Dr.</abbr></choice> <sic>teh</sic> "
          "<choice><unclear>a</unclear><unclear>b</unclear></choice> <subst><del>x</del><add>y</add></subst> "
          "<app><lem>l</lem><rdg>r</rdg></app></p>")
          .text,
      "went old Saint Dr. teh a y l");
}

TEST(Tei, TakesTheFirstReadingWhereNoneIsPreferred) {
  EXPECT_EQ(tei("<p><app>\n<rdg>a</rdg>\n<rdg>b</rdg></app></p>").text, "a");
}

TEST(Tei, KnowsItsMetadata) {
  const auto m = tei("<p>a</p>",
                     "<fileDesc><titleStmt><title>The\n Ice</title><author>Ann Ling</author><author>Bo Ode</author>"
                     "</titleStmt><publicationStmt><date when='1999'/></publicationStmt><sourceDesc><bibl><date>May "
                     "1936</date></bibl></sourceDesc></fileDesc>");
  EXPECT_EQ(m.title, "The Ice");
  EXPECT_EQ(m.author, "Ann Ling; Bo Ode");
  EXPECT_EQ(m.date, "May 1936");
}

TEST(Tei, ReadsOlderRootsCorporaAndOtherPrefixes) {
  for (const char* source :
       {"<TEI.2><teiHeader>h</teiHeader><text><body><div1><p>Ice</p></div1></body></text></TEI.2>",
        "<teiCorpus><teiHeader>h</teiHeader><TEI><teiHeader>h</teiHeader><text><p>Ice</p></text></TEI></teiCorpus>",
        "<t:TEI xmlns:t='http://www.tei-c.org/ns/1.0'><t:text><t:p>Ice</t:p></t:text></t:TEI>"}) {
    EXPECT_EQ(read_marked_up(source, {}, "a.TEI").text, "Ice") << source;
  }
}

TEST(Tei, MayBeEmpty) {
  EXPECT_EQ(tei("").text, "");
  EXPECT_EQ(tei("<p><note> </note><q/></p>").text, "");
  EXPECT_THAT(tei("<p><note> </note><q/></p>").zones, IsEmpty());
}

}  // namespace
}  // namespace isogloss::corpus
