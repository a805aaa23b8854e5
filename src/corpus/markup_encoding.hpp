#pragma once

#include <filesystem>
#include <string>

namespace isogloss::corpus {

/// The bytes of an XML or HTML file as UTF-8 without a byte order mark: in the encoding of that mark, or the one that
/// the file declares, or `fallback`. Line feeds keep their places, so that lines can be named in messages.
/// @throws data_error  not in that encoding
[[nodiscard]] std::string decode_markup(std::string bytes, bool html, const std::string& fallback,
                                        const std::filesystem::path& file);

}  // namespace isogloss::corpus
