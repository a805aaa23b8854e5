#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "isogloss/reports/report.hpp"
#include "support/program.hpp"

namespace isogloss::testing {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;
using ::testing::Not;

class PageWithConcordance : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!reports::draws_pages()) GTEST_SKIP() << "built without Node.js";
    here.write("s/documents.csv", "document,file,camp\na,a.txt,x\nb,b.txt,y\n");
    here.write("s/a.txt", "The zephyr </script><b>blows</b>; a Zephyr! He said \"zephyr\".");
    here.write("s/b.txt", "No wind. The zephyr is gone, and so are we.");
    here.write("s/zones.csv", "document,begin,end,zone,speaker\na,53,59,quotation,\n");
  }

  std::string page(const std::string& more = "") {
    const auto result = run_isogloss("run s -o out --group-by camp --quiet --replicates 20 " + more, here);
    EXPECT_EQ(result.exit_code, 0) << result.err;
    return here.read("out/report.html");
  }

  static json data_of(const std::string& page) {
    const std::string opening = "id=\"concordance\">";
    const auto begin = page.find(opening) + opening.size();
    return json::parse(page.substr(begin, page.find("</script>", begin) - begin));
  }

  scratch_folder here;
};

TEST_F(PageWithConcordance, HoldsTheLinesOfItsTerms) {
  const auto data = data_of(page());
  const auto& found = data["term"]["zephyr"];
  EXPECT_EQ(found["n"], 3) << "one is quoted";
  EXPECT_EQ(found["c"], json::parse("[0, 2, 1, 1]"));
  EXPECT_EQ(found["l"].size(), 18U);
  EXPECT_THAT(data["passages"][0].get<std::string>(), HasSubstr("</script><b>blows</b>"));
}

TEST_F(PageWithConcordance, NamesTheOptionsThatFoundThem) {
  const auto data = data_of(page("--zones body,quotation --keep-case"));
  EXPECT_EQ(data["command"], "isogloss kwic s --zones body,quotation --keep-case");
  EXPECT_EQ(data["term"]["zephyr"]["n"], 3);
  EXPECT_EQ(data["term"]["Zephyr"]["n"], 1);
}

TEST_F(PageWithConcordance, LeavesTextsOutWhereAsked) {
  const auto left_out = page("--concordance no");
  EXPECT_THAT(left_out, Not(HasSubstr("No wind")));
  EXPECT_THAT(data_of(left_out)["why"].get<std::string>(), HasSubstr("--concordance no"));
  EXPECT_THAT(page(), HasSubstr("No wind"));
  here.write("s/analysis.ini", "concordance = no\n");
  EXPECT_THAT(page(), Not(HasSubstr("No wind")));
}

TEST_F(PageWithConcordance, RefusesAnotherChoice) {
  const auto result = run_isogloss("run s -o out --concordance some", here);
  EXPECT_EQ(result.exit_code, 2);
  EXPECT_THAT(result.err, HasSubstr("There are: yes, no."));
}

TEST_F(PageWithConcordance, IsTheSameWhateverTheThreads) {
  const auto one = page("--threads 1");
  EXPECT_EQ(page("--threads 2"), one);
  EXPECT_EQ(page("--threads 7"), one);
}

}  // namespace
}  // namespace isogloss::testing
