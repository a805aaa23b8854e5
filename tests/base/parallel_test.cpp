#include "isogloss/base/parallel.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <mutex>
#include <set>
#include <stdexcept>
#include <thread>
#include <vector>

#include "isogloss/base/ids.hpp"
#include "isogloss/base/string_pool.hpp"

namespace isogloss {
namespace {

TEST(ParallelFor, CallsEveryNumberOnce) {
  for (const std::size_t threads : {0U, 1U, 2U, 7U}) {
    const thread_limit limit(threads);
    std::vector<std::atomic<int>> calls(10000);
    parallel_for(calls.size(), [&](std::size_t i) { ++calls[i]; });
    for (const auto& n : calls) ASSERT_EQ(n, 1);
  }
}

// Each body waits a little, so that every thread that may help does.
std::size_t threads_of_a_loop() {
  std::mutex guard;
  std::set<std::thread::id> seen;
  parallel_for(64, [&](std::size_t) {
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
    const std::lock_guard lock(guard);
    seen.insert(std::this_thread::get_id());
  });
  return seen.size();
}

TEST(ThreadLimit, HoldsWhileItLives) {
  for (const std::size_t threads : {1U, 2U, 3U}) {
    const thread_limit limit(threads);
    EXPECT_LE(threads_of_a_loop(), threads);
  }
  {
    const thread_limit limit(1);
    EXPECT_EQ(threads_of_a_loop(), 1U);
  }
  if (std::thread::hardware_concurrency() > 1) {
    EXPECT_GT(threads_of_a_loop(), 1U);
  }
}

TEST(ParallelForWorkers, NoTwoBodiesAtATimeHaveTheSameWorker) {
  for (const std::size_t threads : {0U, 1U, 2U, 7U}) {
    const thread_limit limit(threads);
    std::vector<std::atomic<int>> busy(most_workers());
    std::vector<std::atomic<int>> calls(2000);
    std::atomic<bool> shared = false;
    parallel_for_workers(calls.size(), [&](std::size_t i, std::size_t worker) {
      ASSERT_LT(worker, busy.size());
      if (++busy[worker] != 1) shared = true;
      ++calls[i];
      --busy[worker];
    });
    EXPECT_FALSE(shared);
    for (const auto& n : calls) ASSERT_EQ(n, 1);
  }
}

TEST(ParallelFor, OfNothingCallsNothing) {
  bool called = false;
  parallel_for(0, [&](std::size_t) { called = true; });
  EXPECT_FALSE(called);
}

TEST(ParallelFor, HandsAnExceptionToTheCaller) {
  EXPECT_THROW(parallel_for(100,
                            [](std::size_t i) {
                              if (i == 57) throw std::domain_error("57");
                            }),
               std::domain_error);
}

TEST(ParallelFor, RunsInsideItself) {
  std::atomic<int> calls = 0;
  parallel_for(10, [&](std::size_t) { parallel_for(10, [&](std::size_t) { ++calls; }); });
  EXPECT_EQ(calls, 100);
}

TEST(StringPool, NumbersInTheOrderOfFirstComing) {
  string_pool pool;
  EXPECT_EQ(pool.add("ß"), 0U);
  EXPECT_EQ(pool.add(""), 1U);
  EXPECT_EQ(pool.add("ß"), 0U);
  EXPECT_EQ(pool.add("ss"), 2U);
  EXPECT_EQ(pool.size(), 3U);
  EXPECT_EQ(pool[1], "");
}

// Short strings hold their characters in themselves; the views must survive growth and moving.
TEST(StringPool, FindsItsStringsAfterGrowingAndMoving) {
  string_pool pool;
  for (int i = 0; i < 5000; ++i) pool.add(std::to_string(i));
  string_pool moved = std::move(pool);
  string_pool assigned;
  assigned.add("old");
  assigned = std::move(moved);
  for (int i = 0; i < 5000; ++i) ASSERT_EQ(assigned.add(std::to_string(i)), static_cast<std::uint32_t>(i));
  EXPECT_EQ(assigned.size(), 5000U);
}

TEST(Ids, AreDifferentTypesWithTheirNumber) {
  EXPECT_EQ(index(type_id{7}), 7U);
  static_assert(!std::is_convertible_v<type_id, term_id> && !std::is_convertible_v<type_id, int>);
}

}  // namespace
}  // namespace isogloss
