#include "tokens/token_store.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "isogloss/base/errors.hpp"
#include "isogloss/base/parallel.hpp"
#include "support/scratch.hpp"

namespace isogloss::tokens {
namespace {

using isogloss::testing::scratch_folder;

// $TMPDIR while it lives.
class temporary_folder {
 public:
  explicit temporary_folder(const std::string& path) {
    if (const char* before = std::getenv("TMPDIR")) before_ = before;
    ::setenv("TMPDIR", path.c_str(), 1);
  }
  ~temporary_folder() { before_.empty() ? ::unsetenv("TMPDIR") : ::setenv("TMPDIR", before_.c_str(), 1); }
  temporary_folder(const temporary_folder&) = delete;
  temporary_folder& operator=(const temporary_folder&) = delete;

 private:
  std::string before_;
};

std::vector<token> numbered(std::size_t n, std::size_t from = 0) {
  std::vector<token> tokens(n);
  for (std::size_t i = 0; i < n; ++i) {
    tokens[i] = {from + i, from + i + 1, static_cast<type_id>(i), 1, 1, static_cast<std::uint16_t>(i % 7), i % 2 == 0};
  }
  return tokens;
}

bool same(const token& a, const token& b) {
  return a.begin == b.begin && a.end == b.end && a.type == b.type && a.voice == b.voice && a.follows == b.follows;
}

bool holds(const token_list& list, const std::vector<token>& tokens) {
  return std::equal(list.begin(), list.end(), tokens.begin(), tokens.end(), same);
}

TEST(TokenStore, KeepsTokensOnEitherSideOfItsMemory) {
  token_store store(10 * sizeof(token));
  std::vector<token_list> lists;
  for (std::size_t d = 0; d < 50; ++d) lists.push_back(store.keep(numbered(d, 100 * d)));
  for (std::size_t d = 0; d < 50; ++d) EXPECT_TRUE(holds(lists[d], numbered(d, 100 * d))) << d;
}

TEST(TokenStore, UsesTheFolderOnlyBeyondItsMemory) {
  const temporary_folder nowhere("/no such folder");
  token_store store(10 * sizeof(token));
  EXPECT_TRUE(holds(store.keep(numbered(10)), numbered(10)));
  EXPECT_THROW(static_cast<void>(store.keep(numbered(1))), output_error);
}

TEST(TokenStore, NamesTheFolderAndTheRemedies) {
  const temporary_folder nowhere("/no such folder");
  try {
    static_cast<void>(token_store(0).keep(numbered(1)));
    FAIL() << "kept";
  } catch (const output_error& error) {
    const std::string said = error.what();
    for (const char* part : {"/no such folder", "No such file", "--memory", "TMPDIR"})
      EXPECT_NE(said.find(part), std::string::npos) << said;
  }
}

TEST(TokenStore, TokensInAFileCanBeChangedAndCut) {
  token_list list = token_store(0).keep(numbered(100'000));  // outlives the store
  list[99'999].segment = 7;
  EXPECT_EQ(list.back().segment, 7U);
  list.cut(3);
  EXPECT_EQ(list.size(), 3U);
  EXPECT_TRUE(holds(list, numbered(3)));
}

TEST(TokenStore, TakesNoTokens) {
  EXPECT_TRUE(token_store(0).keep({}).empty());
}

TEST(TokenStore, LeavesNothingInTheFolder) {
  const scratch_folder here;
  const temporary_folder used(here.path().string());
  token_store store(0);
  const token_list list = store.keep(numbered(1000));
  EXPECT_TRUE(std::filesystem::is_empty(here.path()));
  EXPECT_TRUE(holds(list, numbered(1000)));
}

TEST(TokenStore, KeepsListsFromSeveralThreadsApart) {
  token_store store(100 * sizeof(token));
  std::vector<token_list> lists(500);
  parallel_for(lists.size(), [&](std::size_t d) { lists[d] = store.keep(numbered(d * 7, d)); });
  for (std::size_t d = 0; d < lists.size(); ++d) ASSERT_TRUE(holds(lists[d], numbered(d * 7, d))) << d;
}

TEST(TokenList, IsMovedWithItsTokens) {
  token_list a = token_store(0).keep(numbered(3));
  token_list b = std::move(a);
  EXPECT_TRUE(holds(b, numbered(3)));
  b = token_list(numbered(2, 5));
  EXPECT_TRUE(holds(b, numbered(2, 5)));
}

}  // namespace
}  // namespace isogloss::tokens
