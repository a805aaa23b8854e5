#include "isogloss/text/encoding.hpp"

#include <fmt/format.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>
#include <unicode/ucsdet.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>

#include "isogloss/base/errors.hpp"
#include "isogloss/text/utf8.hpp"

namespace isogloss::text {
namespace {

using converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;
using detector = std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)>;

// Chunks keep lengths within ICU's 32-bit indexes.
constexpr std::size_t chunk_bytes = std::size_t{1} << 24U;

converter open_converter(const std::string& encoding) {
  UErrorCode status = U_ZERO_ERROR;
  converter result(ucnv_open(encoding.c_str(), &status), &ucnv_close);
  if (U_FAILURE(status)) result.reset();
  return result;
}

void require_utf8(std::string_view bytes, const std::filesystem::path& where) {
  const auto error = find_invalid_utf8(bytes);
  if (!error) return;
  const std::string guess = likely_encoding(bytes);
  throw data_error(
      fmt::format("{}:{}", where.string(), error->line),
      fmt::format("is not UTF-8 (byte {}: 0x{:02X})", error->offset, error->byte),
      guess.empty()
          ? "The encoding could not be guessed; convert the file to UTF-8, or name its encoding in column "
            "\"encoding\" of documents.csv or with --encoding."
          : fmt::format("Likely {0}; convert the file to UTF-8, or set encoding={0} in column \"encoding\" of "
                        "documents.csv, or give --encoding {0}.",
                        guess));
}

std::string convert(std::string_view bytes, UConverter* from, const std::filesystem::path& where,
                    const std::string& encoding) {
  UErrorCode status = U_ZERO_ERROR;
  ucnv_setToUCallBack(from, UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  std::string result;
  icu::UnicodeString buffer;
  const char* source = bytes.data();
  const char* const end = bytes.data() + bytes.size();
  while (source < end) {
    const char* const chunk_end = source + std::min<std::ptrdiff_t>(end - source, chunk_bytes);
    const auto capacity = static_cast<std::int32_t>(chunk_end - source) * 2 + 16;
    char16_t* target = buffer.getBuffer(capacity);
    char16_t* const start = target;
    status = U_ZERO_ERROR;
    ucnv_toUnicode(from, &target, start + capacity, &source, chunk_end, nullptr, chunk_end == end, &status);
    buffer.releaseBuffer(static_cast<std::int32_t>(target - start));
    if (U_FAILURE(status)) {
      throw data_error(where.string(), fmt::format("is not {} (near byte {})", encoding, source - bytes.data()),
                       "Check the name of the encoding, or convert the file to UTF-8.");
    }
    buffer.toUTF8String(result);
  }
  return result;
}

}  // namespace

bool means_utf8(std::string encoding) {
  std::erase_if(encoding, [](char c) { return c == '-' || c == '_'; });
  std::transform(encoding.begin(), encoding.end(), encoding.begin(), [](char c) { return c | 0x20; });
  return encoding.empty() || encoding == "utf8";
}

std::string likely_encoding(std::string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  const detector guesser(ucsdet_open(&status), &ucsdet_close);
  const auto length = static_cast<std::int32_t>(std::min<std::size_t>(bytes.size(), 1U << 20U));
  ucsdet_setText(guesser.get(), bytes.data(), length, &status);
  std::int32_t n_guesses = 0;
  const UCharsetMatch** guesses = ucsdet_detectAll(guesser.get(), &n_guesses, &status);
  // UTF-8 is known to be wrong when this is asked.
  for (std::int32_t i = 0; U_SUCCESS(status) && i < n_guesses; ++i) {
    const std::string name = ucsdet_getName(guesses[i], &status);
    if (U_SUCCESS(status) && !means_utf8(name)) return name;
  }
  return {};
}

bool is_known_encoding(const std::string& name) {
  return means_utf8(name) || open_converter(name) != nullptr;
}

std::string decode(std::string bytes, const std::string& encoding, const std::filesystem::path& where) {
  if (means_utf8(encoding)) {
    require_utf8(bytes, where);
    return bytes;
  }
  const converter from = open_converter(encoding);
  if (!from) {
    throw data_error(where.string(), fmt::format("encoding \"{}\" is not known", encoding),
                     "Use a name such as utf-8, windows-1252, iso-8859-1, koi8-r, shift_jis, gb18030 or utf-16.");
  }
  return convert(bytes, from.get(), where, encoding);
}

std::string with_replacements(std::string_view bytes) {
  std::string result;
  for (auto invalid = find_invalid_utf8(bytes); invalid; invalid = find_invalid_utf8(bytes)) {
    result.append(bytes.substr(0, invalid->offset)).append("\uFFFD");
    bytes.remove_prefix(invalid->offset + 1);
  }
  return result.append(bytes);
}

}  // namespace isogloss::text
