// A text: the zones that its marks and layout show.
#include "isogloss/corpus/zone_detection.hpp"

#include "fuzz/fuzzed.hpp"

using namespace isogloss;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = testing::bytes_of(data, size);
  if (text::find_invalid_utf8(text)) return 0;
  const auto found = corpus::detect_zones(text);
  testing::require_zones_of(text, found.zones);
  for (const auto& quote : found.scare_quotes) {
    testing::require(quote.begin < quote.end && quote.end <= text.size(), "scare quotes lie in the text");
  }
  return 0;
}
