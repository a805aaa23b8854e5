// A document with markup: the first byte chooses between TEI and HTML, and what encoding is told of it.
#include "isogloss/corpus/markup.hpp"

#include <array>

#include "fuzz/fuzzed.hpp"

using namespace isogloss;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::array names = {"text.xml", "text.html"};
  constexpr std::array encodings = {"", "windows-1252", "utf-16"};
  if (size == 0) return 0;
  testing::allow_data_error([&] {
    const auto read = corpus::read_marked_up(std::string(testing::bytes_of(data + 1, size - 1)),
                                             encodings[data[0] / 2 % encodings.size()], names[data[0] % names.size()]);
    testing::require(!text::find_invalid_utf8(read.text), "the text is valid UTF-8");
    testing::require_zones_of(read.text, read.zones);
    for (const auto* cell : {&read.author, &read.title, &read.date, &read.language}) {
      testing::require(!text::find_invalid_utf8(*cell), "metadata is valid UTF-8");
    }
  });
  return 0;
}
