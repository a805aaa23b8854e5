#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "support/node.hpp"
#include "support/program.hpp"

namespace isogloss::testing {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

class RunSvg : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!draws_svg()) GTEST_SKIP() << "Node.js is not there";
    here.write("study/a.txt", "The cat sat. The dog ran off.");
    here.write("study/b.txt", "A dog sat. A cat ran off.");
  }
  outcome run_with(const std::string& node) const {
    return run_isogloss("run study -o out --replicates 0", here, "ISOGLOSS_NODE='" + node + "'");
  }
  scratch_folder here;
};

constexpr const char* an_svg = "plots/documents.svg";

TEST_F(RunSvg, IsAmongTheOutputsAndLeavesWithTheNode) {
  ASSERT_EQ(run_with("node").exit_code, 0);
  EXPECT_TRUE(here.read("out/plots/documents.svg").starts_with("<svg"));
  EXPECT_THAT(json::parse(here.read("out/run.json"))["outputs"], ::testing::Contains(an_svg));
  const auto done = run_with("/nonexistent");
  EXPECT_EQ(done.exit_code, 0) << done.err;
  const std::string note = "no plots/*.svg: Node.js is not there; the variable ISOGLOSS_NODE names where it is";
  EXPECT_NE(done.err.find(note), std::string::npos) << done.err;
  EXPECT_THAT(json::parse(here.read("out/run.json"))["notes"], ::testing::Contains(note));
  EXPECT_NE(here.read("out/report.html").find(note), std::string::npos);
  EXPECT_FALSE(fs::exists(here.path() / "out" / an_svg));
  EXPECT_TRUE(fs::exists(here.path() / "out" / "plots" / "documents.vl.json"));
}

TEST_F(RunSvg, IsNotAskedForByAnEmptyVariable) {
  const auto done = run_with("");
  EXPECT_EQ(done.exit_code, 0) << done.err;
  EXPECT_EQ(done.err.find("svg"), std::string::npos) << done.err;
  EXPECT_FALSE(fs::exists(here.path() / "out" / an_svg));
}

TEST_F(RunSvg, LacksNothingElseWhereNodeFails) {
  const auto file = here.write("broken", "#!/bin/sh\nexit 9\n");
  fs::permissions(file, fs::perms::owner_all);
  const auto done = run_with(file.string());
  EXPECT_EQ(done.exit_code, 0) << done.err;
  EXPECT_NE(done.err.find("no plots/*.svg: Node.js failed"), std::string::npos) << done.err;
  EXPECT_TRUE(fs::exists(here.path() / "out" / "report.html"));
}

}  // namespace
}  // namespace isogloss::testing
