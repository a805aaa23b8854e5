// A lexicon: the first byte chooses between .dic and .csv.
#include <cmath>

#include "fuzz/fuzzed.hpp"
#include "isogloss/tokens/lexicon.hpp"

using namespace isogloss;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const auto bytes = testing::bytes_of(data + 1, size - 1);
  testing::allow_data_error([&] {
    const auto lexicon = tokens::read_lexicon(testing::file_of(bytes, data[0] % 2 == 0 ? "words.csv" : "words.dic"));
    testing::require(!lexicon.entries.empty(), "a lexicon has entries");
    for (const auto& entry : lexicon.entries) {
      testing::require(entry.category < lexicon.categories.size(), "an entry has a category");
      testing::require(!entry.words.empty() && std::isfinite(entry.weight), "an entry has words and a weight");
    }
  });
  return 0;
}
