#include "isogloss/text/normalisation.hpp"

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/normalizer2.h>

#include <algorithm>
#include <stdexcept>

namespace isogloss::text {
namespace {

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

void require(UErrorCode status) {
  if (U_FAILURE(status)) throw std::runtime_error(std::string("ICU: ") + u_errorName(status));
}

const icu::Normalizer2& normaliser(normalisation form) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* result =
      form == normalisation::nfc ? icu::Normalizer2::getNFCInstance(status) : icu::Normalizer2::getNFKCInstance(status);
  require(status);
  return *result;
}

icu::StringPiece piece(std::string_view text) {
  return {text.data(), static_cast<std::int32_t>(text.size())};
}

}  // namespace

std::string normalise(std::string_view text, normalisation form) {
  std::string result;
  if (is_ascii(text)) return result = text;
  UErrorCode status = U_ZERO_ERROR;
  icu::StringByteSink<std::string> sink(&result);
  normaliser(form).normalizeUTF8(0, piece(text), sink, nullptr, status);
  require(status);
  return result;
}

std::string fold_case(std::string_view text, normalisation form) {
  std::string folded;
  if (is_ascii(text)) {
    folded.resize(text.size());
    std::transform(text.begin(), text.end(), folded.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
    return folded;
  }
  UErrorCode status = U_ZERO_ERROR;
  icu::StringByteSink<std::string> sink(&folded);
  icu::CaseMap::utf8Fold(U_FOLD_CASE_DEFAULT, piece(text), sink, nullptr, status);
  require(status);
  return normalise(folded, form);
}

std::string unify_apostrophes(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const auto rest = text.substr(i);
    if (rest.starts_with("\xE2\x80\x99")) {
      result += '\'';
      i += 3;
    } else if (rest.starts_with("\xCA\xBC")) {
      result += '\'';
      i += 2;
    } else {
      result += text[i++];
    }
  }
  return result;
}

}  // namespace isogloss::text
