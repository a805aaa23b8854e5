// The first byte chooses an encoding, the rest is a text in it.
#include <unicode/ustring.h>

#include <array>

#include "fuzz/fuzzed.hpp"
#include "isogloss/text/encoding.hpp"

using namespace isogloss;

namespace {

// As ICU converts it: an invalid sequence is an error.
bool is_utf8_to_icu(std::string_view bytes) {
  std::vector<UChar> units(bytes.size() + 1);
  UErrorCode status = U_ZERO_ERROR;
  u_strFromUTF8(units.data(), static_cast<std::int32_t>(units.size()), nullptr, bytes.data(),
                static_cast<std::int32_t>(bytes.size()), &status);
  return U_SUCCESS(status);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::array encodings = {"utf-8",        "",        "windows-1252", "utf-16", "utf-16le",     "utf-32be",
                                    "iso-2022-jp",  "gb18030", "shift_jis",    "koi8-r", "windows-1251", "utf-7",
                                    "no-such-name", "hz",      "big5"};
  if (size == 0) return 0;
  const std::string_view bytes = testing::bytes_of(data + 1, size - 1);
  const auto invalid = text::find_invalid_utf8(bytes);
  testing::require(invalid.has_value() != is_utf8_to_icu(bytes), "valid UTF-8 is what ICU takes for it");
  testing::allow_data_error([&] {
    const std::string text = text::decode(std::string(bytes), encodings[data[0] % encodings.size()], "text.txt");
    testing::require(!text::find_invalid_utf8(text), "a decoded text is valid UTF-8");
  });
  return 0;
}
