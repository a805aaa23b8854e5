#include "isogloss/text/clauses.hpp"

#include <gtest/gtest.h>

namespace isogloss::text {
namespace {

TEST(Clauses, EndAtStrongMarks) {
  for (const char* between : {"; ", ": ", " (", ") ", " – ", " — ", "—", " - ", " -- ", "--", "，", "；", "، ", "؛ "})
    EXPECT_TRUE(parts_clauses(between, "word")) << between;
}

TEST(Clauses, GoOnAtSpacesCommasHyphensAndQuoteMarks) {
  for (const char* between : {" ", ", ", "-", "- ", " -", "\n", " \"", "” ", " “", "'", "/", "."})
    EXPECT_FALSE(parts_clauses(between, "word")) << between;
}

TEST(Clauses, EndAtACommaBeforeAWordThatOpensOne) {
  EXPECT_TRUE(parts_clauses(", ", "but"));
  EXPECT_TRUE(parts_clauses("\", ", "which"));
  EXPECT_FALSE(parts_clauses(" ", "but")) << "brutal but effective";
  EXPECT_FALSE(parts_clauses(", ", "and"));
  EXPECT_FALSE(parts_clauses(", ", "butter"));
}

TEST(Clauses, EndBeforeBecauseWhereverItStands) {
  EXPECT_TRUE(parts_clauses(" ", "because"));
  EXPECT_TRUE(parts_clauses(" ", "although"));
  EXPECT_FALSE(parts_clauses(" ", "since"));
}

TEST(Clauses, OfNothingGoOn) {
  EXPECT_FALSE(parts_clauses("", ""));
}

}  // namespace
}  // namespace isogloss::text
