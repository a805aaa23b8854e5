#include <gmock/gmock.h>

#include "support/zones.hpp"

namespace isogloss::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct script {
  const char* name;
  const char* text;
  const char* quotation;
};

void PrintTo(const script& s, std::ostream* out) {
  *out << s.name;
}

class QuoteMarks : public ::testing::TestWithParam<script> {};

TEST_P(QuoteMarks, HoldAQuotation) {
  EXPECT_THAT(quotations(GetParam().text), ElementsAre(GetParam().quotation));
}

INSTANTIATE_TEST_SUITE_P(
    OfAllScripts, QuoteMarks,
    ::testing::Values(script{"Straight", "She held that \"the ferry will run again by the spring\" and left.",
                             "\"the ferry will run again by the spring\""},
                      script{"Curly", "She held that “the ferry will run again by the spring” and left.",
                             "“the ferry will run again by the spring”"},
                      script{"Single", "She held that ‘the ferry won’t run again by the spring’ and left.",
                             "‘the ferry won’t run again by the spring’"},
                      script{"StraightSingle", "She held that 'the ferry won't run again by the spring' and left.",
                             "'the ferry won't run again by the spring'"},
                      script{"French", "Elle pense que « le bac ne passera plus avant le printemps » et s’en va.",
                             "« le bac ne passera plus avant le printemps »"},
                      script{"Spaceless", "Она думала, что «паром снова пойдёт только весной» и ушла.",
                             "«паром снова пойдёт только весной»"},
                      script{"German", "Sie meinte, „die Fähre fährt erst wieder im Frühling“, und ging.",
                             "„die Fähre fährt erst wieder im Frühling“"},
                      script{"Reversed", "Sie meinte, »die Fähre fährt erst wieder im Frühling«, und ging.",
                             "»die Fähre fährt erst wieder im Frühling«"},
                      script{"Polish", "Myślała, że „prom popłynie znowu dopiero na wiosnę” i wyszła.",
                             "„prom popłynie znowu dopiero na wiosnę”"},
                      script{"Swedish", "Hon trodde att ”färjan går igen först till våren” och gick.",
                             "”färjan går igen först till våren”"},
                      script{"Japanese", "彼女は「渡し船は春になれば再び動くでしょう」と考えた。",
                             "「渡し船は春になれば再び動くでしょう」"},
                      script{"Chinese", "她认为“渡船到了春天一定会重新开航”，然后走了。",
                             "“渡船到了春天一定会重新开航”"},
                      script{"DoubleCorners", "書名ではなく『渡し船は春になれば再び動くでしょう』と読む。",
                             "『渡し船は春になれば再び動くでしょう』"}),
    [](const auto& s) { return s.param.name; });

TEST(Quotations, OfSeveralParagraphsOpenAgainInEach) {
  EXPECT_THAT(
      quotations("The warden spoke:\n\n“The first lock is old and leaks.\n\n“The second is no better than it.\n\n“The "
                 "third we never built at all.”\n\nNobody answered him."),
      ElementsAre("“The first lock is old and leaks.", "“The second is no better than it.",
                  "“The third we never built at all.”"));
}

TEST(Quotations, HoldTheQuotationsWithinThem) {
  EXPECT_THAT(quotations("He wrote: “My mother used to say ‘never cross in fog’ and then crossed.” So it was."),
              ElementsAre("“My mother used to say ‘never cross in fog’ and then crossed.”"));
  EXPECT_THAT(quotations("Er schrieb: „Sie sagte ‚nie bei Nebel‘ und fuhr dann doch los.“ So war es."),
              ElementsAre("„Sie sagte ‚nie bei Nebel‘ und fuhr dann doch los.“"));
}

TEST(Quotations, AreNotClosedByApostrophes) {
  EXPECT_THAT(quotations("He said ‘the workers’ boats weren’t ready and ’tis late now’ to all."),
              ElementsAre("‘the workers’ boats weren’t ready and ’tis late now’"));
  EXPECT_THAT(quotations("The workers’ boats weren’t ready. ’Tis late, and it isn’t the boatmen’s fault."), IsEmpty());
  EXPECT_THAT(quotations("Back in the '90s the boatmen's guild wasn't rich, and 'twas the members' own doing."),
              IsEmpty());
}

TEST(Quotations, EndWithTheirParagraphWhereTheMarkIsMissing) {
  EXPECT_THAT(
      quotations("“The gates were left open all night and nobody came.\n\nThe council met on Monday. It rose early.\n\n"
                 "A third paragraph follows here, and a fourth."),
      ElementsAre("“The gates were left open all night and nobody came."));
}

TEST(Quotations, EndWithTheirSentenceWhereTheMarkIsMissingInRunningText) {
  EXPECT_THAT(
      quotations("He called it “the worst of all the possible gates. The council met on Monday. It rose early."),
      ElementsAre("“the worst of all the possible gates."));
}

TEST(Quotations, TakeAMarkThatWasMeant) {
  EXPECT_THAT(quotations("She wrote “the gates were left open all night.\" Then she slept."),
              ElementsAre("“the gates were left open all night.\""));
  EXPECT_THAT(quotations("“The gates were left open all through the night.’ (Marsh, 1998)\n\nThen she slept."),
              ElementsAre("“The gates were left open all through the night.’"));
}

TEST(Quotations, OfVerseCloseInALaterLine) {
  EXPECT_THAT(
      quotations("He sang:\n“The river runs, the river stays,\nit counts for us the idle days.”\nThen he was still."),
      ElementsAre("“The river runs, the river stays,", "it counts for us the idle days.”"));
}

TEST(ScareQuotes, StayTheAuthorsVoiceAndAreListed) {
  const char* text = "This “reform” gave the “hard working people” nothing at all.";
  EXPECT_THAT(quotations(text), IsEmpty());
  EXPECT_THAT(scare_quotes(text), ElementsAre("“reform”", "“hard working people”"));
}

TEST(ScareQuotes, AreQuotationsWhereSomebodySaysThem) {
  EXPECT_THAT(quotations("“Never again,” Petrova said, “shall we cross this river in a fog.”"),
              ElementsAre("“Never again,”", "“shall we cross this river in a fog.”"));
}

TEST(ScareQuotes, AreQuotationsWhereAnybodySaysThem) {
  EXPECT_THAT(quotations("“Is it not strange,” wrote one observer, “that nobody crossed the river?”"),
              ElementsAre("“Is it not strange,”", "“that nobody crossed the river?”"));
}

TEST(Titles, AreNeitherQuotedNorScare) {
  const char* text = "Her essay “The Slow Ferries of the Northern Coast” came out in May.";
  EXPECT_THAT(quotations(text), IsEmpty());
  EXPECT_THAT(scare_quotes(text), IsEmpty());
}

TEST(BlockQuotations, FollowAWordOfSpeakingThatBreaksOff) {
  EXPECT_THAT(
      quotations(
          "In the spring of that year Petrova wrote\n\nThe ice is gone and so is our patience. We sail.\n\nShe did "
          "not sail."),
      ElementsAre("The ice is gone and so is our patience. We sail."));
}

TEST(BlockQuotations, FollowAColonWhenACitationEndsThem) {
  EXPECT_THAT(
      quotations(
          "The matter was put like this:\n\nThe ice is gone and so is our patience. (Petrova 1921, 14)\n\nIt was not."),
      ElementsAre("The ice is gone and so is our patience."));
  EXPECT_THAT(quotations("There were three reasons:\n\nThe ice was gone. The boats were dry.\n\nIt was not enough."),
              IsEmpty());
}

TEST(BlockQuotations, HaveACitationAfterTheirLastFullStop) {
  EXPECT_THAT(
      quotations(
          "Her son Ivan insists that nobody had asked the boatmen.\n\nMy mother was the last to hear. She never forgot "
          "it.\n\nShe told us every winter. (Petrova 1921, 14)\n\nSo much for that."),
      ElementsAre("My mother was the last to hear. She never forgot it.", "She told us every winter."));
  EXPECT_THAT(quotations("Her son Ivan insists that nobody had asked the boatmen.\n\nThe board thought otherwise "
                         "(Petrova 1921, 14).\n\nSo "
                         "much for that."),
              IsEmpty());
}

TEST(BlockQuotations, MayBeLists) {
  EXPECT_THAT(
      quotations(
          "The following was asked for:\n\na) that the gate be opened;\n\nb) that it stay so. [emphasis added]\n\nIt "
          "was not."),
      ElementsAre("a) that the gate be opened;", "b) that it stay so."));
}

TEST(BlockQuotations, HaveASourceLineAfterThem) {
  const char* text =
      "Nobody on the board would answer her. So she turned to her diary of the year 1921\n\nThe ice is gone and so is "
      "our patience.\n\nLetters from the Ice, "
      "Lund 1950, p. 77\n\nHer own words come next.";
  EXPECT_THAT(quotations(text), ElementsAre("The ice is gone and so is our patience."));
  EXPECT_THAT(passages(text, corpus::zone::reference), ElementsAre("Letters from the Ice, Lund 1950, p. 77"));
}

TEST(BlockQuotations, AreSetInOrMarked) {
  EXPECT_THAT(
      quotations(
          "He put it to the whole assembly in this way.\n\n    The ice is gone and so is all of our\n    patience with "
          "the harbour board.\n\nThen he sat down.\n\nNobody spoke."),
      ElementsAre("The ice is gone and so is all of our\n    patience with the harbour board."));
  EXPECT_THAT(quotations("He put it so.\n\n> The ice is gone and so is our patience.\n\nThen he sat down."),
              ElementsAre("> The ice is gone and so is our patience."));
}

}  // namespace
}  // namespace isogloss::testing
