#include <gmock/gmock.h>

#include "support/zones.hpp"

namespace isogloss::testing {
namespace {

using ::testing::ElementsAre;

TEST(Speakers, StandBeforeTheQuotation) {
  EXPECT_THAT(speakers("In May Vera Petrova wrote: “The ice is gone and we sail.”"), ElementsAre("Vera Petrova"));
  EXPECT_THAT(speakers("According to Ling, “the ice was never there at all.”"), ElementsAre("Ling"));
  EXPECT_THAT(speakers("As Ling put it, “the ice was never there at all.”"), ElementsAre("Ling"));
  EXPECT_THAT(speakers("Anna Müller schrieb: „Das Eis ist fort und wir segeln.“"), ElementsAre("Anna Müller"));
  EXPECT_THAT(speakers("Вера Петрова писала: «Лёд ушёл, и мы выходим в море»."), ElementsAre("Вера Петрова"));
}

TEST(Speakers, StandAfterTheQuotation) {
  EXPECT_THAT(speakers("“The ice is gone and we sail,” said Vera Petrova."), ElementsAre("Vera Petrova"));
  EXPECT_THAT(speakers("“The ice is gone and we sail,” Petrova said."), ElementsAre("Petrova"));
}

TEST(Speakers, GoOnThroughAQuotation) {
  EXPECT_THAT(speakers("“The ice is gone,” Petrova said, “and so we shall sail today.”\n\nHe stayed."),
              ElementsAre("Petrova", "Petrova"));
  EXPECT_THAT(speakers("Petrova wrote:\n\n“The ice is gone and we sail.\n\n“We never sailed before today.”"),
              ElementsAre("Petrova", "Petrova"));
}

TEST(Speakers, AreWhoAPronounStandsFor) {
  EXPECT_THAT(speakers("Petrova wrote: “The ice is gone and we sail.” Later she added: “We sail to the north.”"),
              ElementsAre("Petrova", "Petrova"));
}

TEST(Speakers, HaveNamesOfOneSentence) {
  EXPECT_THAT(speakers("Ling saw the Board. He wrote: “The ice is gone and we sail today.”"), ElementsAre(""));
  EXPECT_THAT(speakers("Nobody had asked the Tsar. Petrova said so. She added: “We sail to the north today.”"),
              ElementsAre("Petrova"));
  EXPECT_THAT(speakers("It was so.\n\nOf the Harbour\n\nPetrova said so. She added: “We sail to the north today.”"),
              ElementsAre("Petrova"));
  EXPECT_THAT(speakers("By Vera Petrova\nThey wrote: “We sail to the north today.”"), ElementsAre("Vera Petrova"));
  for (const std::string name : {"J. Petrova", "J.R. Ling", "Prof. Ling", "St. Clair", "Jean-Paul O’Brien"})
    EXPECT_THAT(speakers("Then " + name + " wrote: “The ice is gone and we sail today.”"), ElementsAre(name));
}

TEST(Speakers, AreWrittenOnOneLine) {
  EXPECT_THAT(
      speakers("It was on a cold day in the harbour that a certain Vera\nPetrova wrote: “The ice is gone and so we\n"
               "sail to the north, where nobody has been in all these\nyears.” And so they sailed to the north.\n"),
      ElementsAre("Vera Petrova"));
}

TEST(Speakers, AreTheAuthorsCitedRightAfter) {
  EXPECT_THAT(speakers("It was clear that “the ice was never there at all” (Ling, 1936, p. 12)."), ElementsAre("Ling"));
  EXPECT_THAT(speakers("> The ice was never there at all.\n\n— Anna Ling\n\nSo it was."), ElementsAre("Anna Ling"));
}

TEST(Speakers, AreNobodyWhereADescriptionSpeaks) {
  EXPECT_THAT(
      speakers("Marsh wrote: “The ice is back and we stay.” “The ice is gone and we sail,” wrote one observer, “and it "
               "will not return.”"),
      ElementsAre("Marsh", "", ""));
}

TEST(Speakers, AreNobodyWhereNobodyIsNamed) {
  EXPECT_THAT(speakers("It was clear that “the ice was never there at all” by then."), ElementsAre(""));
}

}  // namespace
}  // namespace isogloss::testing
