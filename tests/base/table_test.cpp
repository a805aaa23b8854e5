#include "isogloss/base/table.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <stdexcept>

namespace isogloss {
namespace {

table frequencies() {
  return {"frequencies",
          "How often.",
          "document, term",
          {{"term", column_type::string, "", "the term"},
           {"count", column_type::integer, "tokens", "occurrences"},
           {"share", column_type::number, "", "of the document"}}};
}

TEST(Table, KeepsItsDescriptionAndRows) {
  table t = frequencies();
  t.add("łódź", 3, 0.25);
  t.add(std::string("łódź"), std::uint64_t{4}, std::numeric_limits<double>::quiet_NaN());
  EXPECT_EQ(t.name(), "frequencies");
  EXPECT_EQ(t.sorted_by(), "document, term");
  EXPECT_EQ(t.n_rows(), 2U);
  EXPECT_EQ(t.columns()[1].unit, "tokens");
  EXPECT_EQ(t.texts("term")[1], "łódź");
  EXPECT_EQ(t.integers("count"), (std::vector<std::int64_t>{3, 4}));
  EXPECT_TRUE(std::isnan(t.numbers("share")[1]));
}

TEST(Table, TakesAnIntegerForANumber) {
  table t = frequencies();
  t.add("a", 1, 2);
  EXPECT_EQ(t.numbers("share"), (std::vector<double>{2.0}));
}

TEST(Table, RejectsARowOfAnotherLength) {
  table t = frequencies();
  EXPECT_THROW(t.add("a", 1), std::invalid_argument);
  EXPECT_THROW(t.add_texts(std::vector<std::string>{"a"}), std::invalid_argument);
  EXPECT_THROW(t.add_numbers("a", std::vector<double>{1, 2, 3}), std::invalid_argument);
  EXPECT_EQ(t.n_rows(), 0U);
  EXPECT_EQ(t.texts("term").size(), 0U);
}

TEST(Table, ThrowsOutOfRangeForAColumnItHasNot) {
  const table t = frequencies();
  EXPECT_THROW(static_cast<void>(t.texts("word")), std::out_of_range);
  EXPECT_THROW(static_cast<void>(t.numbers("word")), std::out_of_range);
  EXPECT_THROW(static_cast<void>(t.integers("word")), std::out_of_range);
}

TEST(Table, ThrowsOutOfRangeForAColumnOfAnotherType) {
  const table t = frequencies();
  EXPECT_THROW(static_cast<void>(t.texts("count")), std::out_of_range);
  EXPECT_THROW(static_cast<void>(t.numbers("count")), std::out_of_range);
  EXPECT_THROW(static_cast<void>(t.integers("share")), std::out_of_range);
}

TEST(Table, TakesRowsOfTextsAndOfNumbers) {
  table names("documents", "", "", {{"document", column_type::string, "", ""}, {"year", column_type::string, "", ""}});
  names.add_texts(std::vector<std::string>{"a", "1917"});
  EXPECT_EQ(names.texts("year")[0], "1917");
  table square("similarity", "", "", {{"document", column_type::string, "", ""}, {"a", column_type::number, "", ""}});
  square.add_numbers("a", std::vector<double>{1});
  EXPECT_EQ(square.numbers("a")[0], 1);
}

TEST(Table, KeepsItsCellsWhenMoved) {
  table t = frequencies();
  for (int i = 0; i < 100; ++i) t.add(std::to_string(i % 7), i, 0.5);
  const table moved = std::move(t);
  for (int i = 0; i < 100; ++i) {
    EXPECT_EQ(moved.texts("term")[static_cast<std::size_t>(i)], std::to_string(i % 7));
  }
}

TEST(TextColumn, TellsTheEmptyTextFromOthers) {
  text_column column;
  for (const char* text : {"", "", "a", "", "a", "b"}) column.add(text);
  ASSERT_EQ(column.size(), 6U);
  EXPECT_EQ(column[0], "");
  EXPECT_EQ(column[3], "");
  EXPECT_EQ(column[4], "a");
  EXPECT_EQ(column[5], "b");
}

TEST(ColumnType, IsNamedAsInFrictionlessSchemas) {
  EXPECT_EQ(name(column_type::string), "string");
  EXPECT_EQ(name(column_type::integer), "integer");
  EXPECT_EQ(name(column_type::number), "number");
}

}  // namespace
}  // namespace isogloss
