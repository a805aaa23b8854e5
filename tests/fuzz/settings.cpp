// The analysis.ini of a study.
#include "cli/arguments.hpp"
#include "fuzz/fuzzed.hpp"

using namespace isogloss;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto options = cli::shared_options();
  const auto file = testing::file_of(testing::bytes_of(data, size), "analysis.ini");
  testing::allow_data_error([&] {
    const cli::arguments given(boost::program_options::options_description(), options, {file.parent_path().string()});
    static_cast<void>(given.settings());
    static_cast<void>(given.number("threads"));
  });
  return 0;
}
