#include <gmock/gmock.h>

#include "support/zones.hpp"

namespace isogloss::testing {
namespace {

using corpus::zone;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class Citation : public ::testing::TestWithParam<const char*> {};

TEST_P(Citation, IsAReference) {
  const std::string text =
      std::string("The lock was closed for good that winter ") + GetParam() + ". Nobody minded it.";
  EXPECT_THAT(passages(text, zone::reference), ElementsAre(GetParam()));
}

INSTANTIATE_TEST_SUITE_P(Practice, Citation,
                         ::testing::Values("(Petrova, 1936)", "(Petrova 1936, p. 12)",
                                           "(see Petrova and Ling 1936a: 12–14)", "(Petrova, 1936; Ling et al., 2001)",
                                           "(Petrova 91)", "(pp. 12–14)", "(quoted in Ling, Rivers, page 7)",
                                           "(ibid., p. 3)", "[12]", "[3, 7]", "[Petrova, 1936]",
                                           "(vgl. Müller 1999, S. 12)", "(цит. по: Иванов 1990, с. 15)",
                                           "(Ling, *Rivers* 61-63)", "[^note]", "<sup>4</sup>",
                                           "(Ling & Marsh; O'Hara; Petrova)", "(e.g. Holm 1954; Brandt 1961: 44ff)",
                                           "(Harbour News, 3 May 1921)"));

class NoCitation : public ::testing::TestWithParam<const char*> {};

TEST_P(NoCitation, IsTheAuthorsVoice) {
  const std::string text =
      std::string("The lock was closed for good that winter ") + GetParam() + ". Nobody minded it.";
  EXPECT_THAT(passages(text, zone::reference), IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(Asides, NoCitation,
                         ::testing::Values("(1921)", "(in March 1921)", "(March 1921)", "(as everybody knew)",
                                           "(1850–1910)", "(the Harbour Board)", "(HB)", "(12 metres deep)",
                                           "(see below)", "of 30 m²"));

TEST(References, RaisedNumbersAreMarkers) {
  EXPECT_THAT(passages("The lock was closed.³ Nobody minded⁴ it.", zone::reference), ElementsAre("³", "⁴"));
}

TEST(References, NamesAloneAreCitationsOfTheList) {
  const char* text =
      "The lock was closed (Petrova). It (Lisbon) was cold.\n\nReferences\n\nPetrova, V. (1936). On locks. Lund: "
      "Harbour "
      "Press.\n\nLing, A. (2001). Rivers. Lund: Harbour Press.\n";
  EXPECT_THAT(passages(text, zone::reference),
              ElementsAre("(Petrova)", "Petrova, V. (1936). On locks. Lund: Harbour Press.",
                          "Ling, A. (2001). Rivers. Lund: Harbour Press."));
  EXPECT_THAT(passages(text, zone::heading), ElementsAre("References"));
}

TEST(References, AYearAfterACitedNameIsACitation) {
  EXPECT_THAT(
      passages(
          "As Petrova (1936) has it, so it was in Lund (1936).\n\nReferences\n\nPetrova, V. (1936). On locks. Lund.\n",
          zone::reference),
      ElementsAre("(1936)", "Petrova, V. (1936). On locks. Lund."));
}

TEST(References, AListHasANameInManyLanguages) {
  for (const char* heading : {"Bibliography", "Works Cited", "REFERENCES", "## References", "Literaturverzeichnis",
                              "Bibliographie", "Bibliografía", "Литература", "参考文献"}) {
    const std::string text =
        std::string("It was so. It was so.\n\n") + heading + "\n\nPetrova, V. (1936). On locks. Lund.\n";
    EXPECT_THAT(passages(text, zone::reference), ElementsAre("Petrova, V. (1936). On locks. Lund.")) << heading;
  }
}

TEST(References, AWordOfProseIsNoList) {
  EXPECT_THAT(passages("Sources\n\nThe river has two of them, high up in the hills, and nobody has seen both.\n",
                       zone::reference),
              IsEmpty());
}

TEST(Notes, FollowTheirHeading) {
  for (const char* heading :
       {"Notes", "Endnotes", "Footnotes", "Anmerkungen", "Fußnoten", "Notas", "Примечания", "注释"}) {
    const std::string text = std::string("It was so.[1] It was so.[2]\n\n") + heading +
                             "\n\n[1] The board never said why.\n\n[2] Nor did “the man who kept the gate” say.\n";
    EXPECT_THAT(passages(text, zone::note),
                ElementsAre("[1] The board never said why.", "[2] Nor did “the man who kept the gate” say."))
        << heading;
  }
}

TEST(Notes, AreNumberedToTheEndWithoutAHeading) {
  const char* text =
      "It was so.[1] It was so.[2]\n\nThat is the end of it.\n\n[1] The board never said why.\n\nIt had been "
      "asked.\n\n[2] See "
      "the minutes.\n";
  EXPECT_THAT(passages(text, zone::note),
              ElementsAre("[1] The board never said why.", "It had been asked.", "[2] See the minutes."));
}

TEST(Notes, StandUnderARule) {
  EXPECT_THAT(passages("It was so. It was so.\n\n________\n\n1. The board never said why.\n\n2. See the minutes.\n",
                       zone::note),
              ElementsAre("1. The board never said why.", "2. See the minutes."));
}

TEST(Notes, AListInTheMiddleIsNone) {
  EXPECT_THAT(
      passages(
          "We ask for:\n\n[1] a boat\n\n[2] a gate\n\nThat is all. We thank the board for its patience.\n\nIt is long. "
          "It has been long for years.\n\nIt will be longer.\n",
          zone::note),
      IsEmpty());
}

TEST(Notes, OfMarkdownStandAnywhere) {
  EXPECT_THAT(passages("It was so.[^a]\n\n[^a]: The board never said why.\n\nIt went on.\n", zone::note),
              ElementsAre("[^a]: The board never said why."));
}

TEST(Headings, AreShortLinesWithoutASentenceEnd) {
  EXPECT_THAT(
      passages("The Long Winter\n\nIt began in May. It was cold.\n\nWhat came after\n\nIt ended in June. It was wet.\n",
               zone::heading),
      ElementsAre("The Long Winter", "What came after"));
}

TEST(Headings, StandInTextWithoutBlankLines) {
  EXPECT_THAT(passages("It began in May. It was cold.\nThe Thaw\nIt ended in June. It was wet.\n", zone::heading),
              ElementsAre("The Thaw"));
}

TEST(Headings, AreMarkedNumberedOrInCapitals) {
  EXPECT_THAT(
      passages(
          "## What came after it all\nIt began in May. It was cold.\n\n2.1 Ice and iron\n\nIt was cold.\n\nTHE THAW OF "
          "JUNE\n\nIt was wet.\n\nГлава 3\n\nБыло холодно.\n",
          zone::heading),
      ElementsAre("## What came after it all", "2.1 Ice and iron", "THE THAW OF JUNE", "Глава 3"));
}

TEST(Headings, AreNoListsVersesSignaturesOrQuestions) {
  EXPECT_THAT(passages("We ask for\n\nBoats\n\nGates\n\nOars\n\nRopes\n\nNails\n\nPaint\n\nThat is all we ask for.\n",
                       zone::heading),
              IsEmpty());
  EXPECT_THAT(passages("It began in May. It was cold.\n\nI am yours,\n\nVera Petrova\n", zone::heading), IsEmpty());
  EXPECT_THAT(passages("It began in May.\nAnd who was to blame for it?\nNobody was to blame.\n", zone::heading),
              IsEmpty());
  EXPECT_THAT(
      passages("It began in May. It was cold.\n\nVera Petrova wrote\n\nThe ice is gone. We sail.\n", zone::heading),
      IsEmpty());
}

class Residue : public ::testing::TestWithParam<const char*> {};

TEST_P(Residue, IsFurniture) {
  const std::string text =
      std::string("It began in May. It was cold.\n\n") + GetParam() + "\n\nIt ended in June. It was wet.\n";
  EXPECT_THAT(passages(text, zone::furniture), ElementsAre(GetParam()));
}

INSTANTIATE_TEST_SUITE_P(OfSites, Residue,
                         ::testing::Values("Share this article", "Home | About | Contact | Search",
                                           "https://example.org/a/b?c=d", "- 12 -", "Page 3 of 17", "____________",
                                           "Posted on 3 May 2011 by admin", "Back to top", "Leave a comment",
                                           "Facebook Twitter WhatsApp", "© 2019 The Harbour Board",
                                           "This site uses cookies to give you the best experience.",
                                           "Related articles", "Tags: ice, iron, gates",
                                           "Transcribed by: A. Ling, 2004", "Teilen", "Поделиться",
                                           "All rights reserved", "42"));

TEST(Furniture, TakesWeakWordsBesideIt) {
  EXPECT_THAT(passages("Home\n\nNews\n\nIt began in May. It was cold.\n\nNews\n\nIt ended in June.\n", zone::furniture),
              ElementsAre("Home", "News"));
}

TEST(Furniture, FramesGutenbergsTexts) {
  EXPECT_THAT(passages("The Project Gutenberg eBook of Ice\n\n*** START OF THE PROJECT GUTENBERG EBOOK ICE ***\n\nIt "
                       "was cold.\n\n*** "
                       "END OF THE PROJECT GUTENBERG EBOOK ICE ***\n\nUpdated editions will replace this one.\n",
                       zone::furniture),
              SizeIs(4));
}

TEST(Furniture, IsARunningHead) {
  std::string text;
  for (int i = 1; i <= 4; ++i) {
    text += "Ice and Iron " + std::to_string(i * 7) +
            "\n\nIt was cold. It was so.\n\nIt was wet. It was so.\n\nIt was dry.\n\n";
  }
  EXPECT_THAT(passages(text, zone::furniture), SizeIs(4));
}

TEST(Captions, HaveALabelOrACredit) {
  EXPECT_THAT(passages("It was cold.\n\nFigure 3: The gate in winter.\n\nIt was wet.\n\nThe gate. Photograph by A. "
                       "Ling.\n\nAbb. 2. Das "
                       "Tor.\n\nIt was dry.\n",
                       zone::caption),
              ElementsAre("Figure 3: The gate in winter.", "The gate. Photograph by A. Ling.", "Abb. 2. Das Tor."));
}

TEST(Detection, ReportsTheKindsAskedFor) {
  const corpus::detection_options only_headings{corpus::zone_set("heading", "test")};
  const auto found =
      corpus::detect_zones("The Thaw\n\nIt was “as cold as it had ever been” here.\n", only_headings).zones;
  ASSERT_THAT(found, SizeIs(1));
  EXPECT_EQ(found[0].kind, zone::heading);
}

}  // namespace
}  // namespace isogloss::testing
