#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string_view>
#include <vector>

#include "isogloss/base/errors.hpp"
#include "isogloss/corpus/zones.hpp"
#include "isogloss/text/utf8.hpp"
#include "support/scratch.hpp"

namespace isogloss::testing {

/// Ends the program, so that a fuzzer keeps the input.
inline void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %s\n", what);
  std::abort();
}

inline std::string_view bytes_of(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

/// A file with those bytes, until the next call of that name.
inline std::filesystem::path file_of(std::string_view bytes, const char* name) {
  static const scratch_folder folder;
  return folder.write(name, bytes);
}

/// The parts of `bytes` before, between and after `mark`.
inline std::vector<std::string_view> parts_of(std::string_view bytes, char mark) {
  std::vector<std::string_view> parts;
  for (std::size_t end = 0; end != std::string_view::npos; bytes.remove_prefix(end + 1)) {
    end = bytes.find(mark);
    parts.push_back(bytes.substr(0, end));
    if (end == std::string_view::npos) break;
  }
  return parts;
}

/// Bad input may be told of as a data_error with a reason, and in no other way.
template <class Work>
void allow_data_error(const Work& work) {
  try {
    work();
  } catch (const data_error& error) {
    require(!error.problems().empty(), "an error tells a problem");
    for (const auto& p : error.problems()) require(!p.what.empty(), "a problem has a reason");
  }
}

/// Zones ascend, do not overlap, lie in `text` and cut no character.
inline void require_zones_of(std::string_view text, const std::vector<corpus::zone_span>& zones) {
  std::size_t after = 0;
  for (const auto& zone : zones) {
    require(zone.begin >= after && zone.begin < zone.end && zone.end <= text.size(), "zones ascend in the text");
    require(text::is_character_boundary(text, zone.begin), "a zone begins between characters");
    require(text::is_character_boundary(text, zone.end), "a zone ends between characters");
    after = zone.end;
  }
}

}  // namespace isogloss::testing

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);
