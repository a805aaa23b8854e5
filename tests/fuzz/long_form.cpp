// Counts in long form.
#include "isogloss/corpus/long_form.hpp"

#include "fuzz/fuzzed.hpp"

using namespace isogloss;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  testing::allow_data_error([&] {
    const auto file = testing::file_of(testing::bytes_of(data, size), "counts.csv");
    if (!corpus::is_long_form(file)) return;
    const auto s = corpus::study_of_long_form(file);
    const auto read = corpus::read_long_form(s);
    testing::require(read.documents.size() == s.documents.size(), "counts are of the documents");
    for (const auto& document : read.documents) {
      for (const auto& f : document.features) testing::require(f.count > 0, "a count is above 0");
    }
  });
  return 0;
}
