#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/marked_up.hpp"

namespace isogloss::corpus {
namespace {

using isogloss::testing::html;
using isogloss::testing::passages_of;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(Html, PartsParagraphsAndLinesAndCollapsesWhiteSpace) {
  EXPECT_EQ(html("<p>The\r\n  ice<br>broke.<p>We <b>sail</b>.<hr><ul><li>a<li>b</ul>one<br><br>two").text,
            "The ice\nbroke.\n\nWe sail.\n\na\nb\n\none\n\ntwo");
}

TEST(Html, ReadsUnclosedAndMisnestedTags) {
  EXPECT_EQ(html("<div><p>One <b>two <i>three</b> four</i><p>five</div></span> six <q>seven").text,
            "One two three four\n\nfive\n\nsix seven");
  EXPECT_EQ(html("Only < text & more").text, "Only < text & more");
}

TEST(Html, DropsWhatIsNotText) {
  EXPECT_EQ(html("<head><title>T</title><style>p{}</style></head><p>a<script>var x='<p>b</p>'</script><noscript>n"
                 "</noscript><span hidden>h</span><span style='display: none'>s</span><!-- c --><template>t</template>"
                 "<iframe>f</iframe><del>d</del></p>")
                .text,
            "a");
}

TEST(Html, ReadsCharacterReferences) {
  EXPECT_EQ(html("<p>don&#146;t &mdash; &#x201C;a&#8221; R&amp;D caf&eacute; hy&shy;phen&nbsp;x &bogus;").text,
            "don’t — “a” R&D café hyphen\u00A0x &bogus;");
}

TEST(Html, TellsZones) {
  const auto m = html(
      "<header>Site</header><nav>Home</nav><main><h2>Ice <q>now</q></h2><p>He said <q>go</q>.</p><blockquote><p>A.</p>"
      "<p>B.</p></blockquote><aside>Aside.</aside><figure><img alt='x'><figcaption>A boat.</figcaption></figure>"
      "<form>Search <button>Go</button></form></main><footer>2020</footer>");
  EXPECT_THAT(passages_of(m), ElementsAre("furniture: Site", "furniture: Home", "heading: Ice now", "quotation: go",
                                          "quotation: A.\n\nB.", "note: Aside.", "caption: A boat.",
                                          "furniture: Search\nGo", "furniture: 2020"));
}

TEST(Html, KeepsTheHeadingOfAnArticlesHeader) {
  EXPECT_THAT(passages_of(html("<article><header><h1>Ice</h1><p>By Bo</p></header><p>a</p></article>")),
              ElementsAre("heading: Ice", "furniture: By Bo"));
  EXPECT_THAT(passages_of(html("<header><h1>My site</h1></header><p>a</p>")), ElementsAre("furniture: My site"));
}

TEST(Html, NamesTheSpeakerOfABlockQuotation) {
  const auto speaker = [](const std::string& source) {
    const auto m = html("<blockquote cite='http://x.org'><p>All is ice.</p>" + source + "</blockquote>");
    return m.zones.front().speaker;
  };
  EXPECT_EQ(speaker("<footer>&mdash; Rosa Petrova, <cite>Letters</cite></footer>"), "Rosa Petrova");
  EXPECT_EQ(speaker("<footer>— <cite>Ludwig van Ode</cite></footer>"), "Ludwig van Ode");
  EXPECT_EQ(speaker("<cite>Rosa Petrova</cite>"), "Rosa Petrova");
  EXPECT_EQ(speaker("<cite>The Winter Harbour</cite>"), "");
  EXPECT_EQ(speaker("<footer>from a letter of 1936</footer>"), "");
  EXPECT_EQ(speaker(""), "");
}

TEST(Html, TakesTheSourceOfAQuotationForAReference) {
  EXPECT_THAT(
      passages_of(html("<blockquote>Ice.<footer>— Ode</footer></blockquote><figure><blockquote>Thaw.</blockquote>"
                       "<figcaption>Ling</figcaption></figure>")),
      ElementsAre("quotation (Ode): Ice.", "reference: — Ode", "quotation: Thaw.", "reference: Ling"));
}

TEST(Html, TellsNotesAndTheirMarkers) {
  EXPECT_THAT(passages_of(html("<p>Ice<sup><a href='#f1'>1</a></sup> and<a href='#f2'>[2]</a> the 4<sup>th</sup>.</p>"
                               "<section role='doc-endnotes'><p>See <q>it</q>.</p></section>"
                               "<div class='x footnotes'><p>Also.</p></div><div class='references'>Ode 1936.</div>")),
              ElementsAre("reference: 1", "reference: [2]", "note: See it.", "note: Also.", "reference: Ode 1936."));
}

TEST(Html, KnowsItsMetadata) {
  const auto m = html(
      "<html lang='de'><head><title>Eis &amp; Schnee</title><meta name=Author content='Bo Ode'><meta "
      "property='article:published_time' content='1936'></head><p>a");
  EXPECT_EQ(m.title, "Eis & Schnee");
  EXPECT_EQ(m.author, "Bo Ode");
  EXPECT_EQ(m.date, "1936");
  EXPECT_EQ(m.language, "de");
}

TEST(Html, KeepsTheLinesOfPreformattedText) {
  EXPECT_EQ(html("<pre>one  two\nthree</pre>").text, "one  two\nthree");
}

TEST(Html, MayBeEmpty) {
  for (const char* page : {"", " ", "<html></html>", "<p></p>", "<!-- -->", "<", "<q> </q>"}) {
    EXPECT_THAT(html(page).zones, IsEmpty()) << page;
  }
  EXPECT_EQ(html("<body><p> </p></body>").text, "");
}

}  // namespace
}  // namespace isogloss::corpus
