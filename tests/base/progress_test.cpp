#include "isogloss/base/progress.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <string>

#include "isogloss/base/parallel.hpp"

namespace isogloss {
namespace {

constexpr work_name reading{"reading", "bytes"};

TEST(ProgressStage, IsNotToldWhileNobodyWatches) {
  const progress_stage stage(reading, 10);
  EXPECT_FALSE(stage.is_told());
  stage.advance(3);
  const progress_watch watch;
  EXPECT_EQ(progress_watch::now().stage, 0U);
}

TEST(ProgressStage, TellsItsNameAndHowFarItIs) {
  const progress_watch watch;
  const progress_stage stage(reading, 10);
  stage.advance(3);
  stage.advance();
  const progress seen = progress_watch::now();
  EXPECT_NE(seen.stage, 0U);
  EXPECT_EQ(std::string(seen.name.doing), "reading");
  EXPECT_EQ(std::string(seen.name.unit), "bytes");
  EXPECT_EQ(seen.done, 4U);
  EXPECT_EQ(seen.total, 10U);
  EXPECT_GE(seen.seconds, 0);
}

TEST(ProgressStage, IsOverWithItsLife) {
  const progress_watch watch;
  { const progress_stage stage(reading, 10); }
  EXPECT_EQ(progress_watch::now().stage, 0U);
}

TEST(ProgressStage, InsideAnotherIsNotTold) {
  const progress_watch watch;
  const progress_stage outer(reading, 10);
  outer.advance(2);
  {
    const progress_stage inner({"comparing", "pairs"}, 100);
    inner.advance(50);
    EXPECT_EQ(std::string(progress_watch::now().name.doing), "reading");
  }
  EXPECT_EQ(progress_watch::now().done, 2U);
}

TEST(ProgressStage, AfterAnotherHasANumberOfItsOwnAndBeginsAtNothing) {
  const progress_watch watch;
  std::uint64_t first = 0;
  {
    const progress_stage stage(reading, 10);
    stage.advance(7);
    first = progress_watch::now().stage;
  }
  const progress_stage next(reading, 10);
  EXPECT_NE(progress_watch::now().stage, first);
  EXPECT_EQ(progress_watch::now().done, 0U);
}

TEST(ProgressStage, OfAParallelLoopCountsEveryCallOnce) {
  const progress_watch watch;
  for (const std::size_t threads : {1U, 2U, 7U}) {
    const thread_limit limit(threads);
    std::uint64_t most = 0;
    std::atomic<std::uint64_t> calls = 0;
    parallel_for(5000, {"counting", "terms"}, [&](std::size_t i) {
      parallel_for(2, {"nested", "calls"}, [&](std::size_t) { ++calls; });
      if (i == 0) most = progress_watch::now().total;
    });
    EXPECT_EQ(calls, 10000U);
    EXPECT_EQ(most, 5000U);
    EXPECT_EQ(progress_watch::now().stage, 0U);
  }
}

TEST(ProgressRounds, AreCountedAroundStages) {
  const progress_watch watch;
  {
    const progress_rounds rounds(3);
    EXPECT_EQ(progress_watch::now().round, 0U);
    rounds.next();
    const progress_rounds inner(5);
    inner.next();
    rounds.next();
    const progress_stage stage(reading, 10);
    EXPECT_EQ(progress_watch::now().round, 2U);
    EXPECT_EQ(progress_watch::now().rounds, 3U);
  }
  EXPECT_EQ(progress_watch::now().rounds, 0U);
}

TEST(ProgressStage, EndsWithAnException) {
  const progress_watch watch;
  EXPECT_THROW(parallel_for(5, {"failing", "calls"}, [](std::size_t) { throw 1; }), int);
  EXPECT_EQ(progress_watch::now().stage, 0U);
}

}  // namespace
}  // namespace isogloss
