#include "text/composed_text.hpp"

#include <fmt/format.h>
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>

#include <cstdint>
#include <stdexcept>

namespace isogloss::text {
namespace {

void require(UErrorCode status) {
  if (U_FAILURE(status)) throw std::runtime_error(fmt::format("ICU normalisation: {}", u_errorName(status)));
}

}  // namespace

composed_text::composed_text(std::string_view original) : text_(original) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* nfc = icu::Normalizer2::getNFCInstance(status);
  require(status);
  const icu::StringPiece piece(original.data(), static_cast<std::int32_t>(original.size()));
  if (nfc->isNormalizedUTF8(piece, status)) return;
  icu::StringByteSink<std::string> sink(&changed_);
  nfc->normalizeUTF8(0, piece, sink, &edits_, status);
  require(status);
  text_ = changed_;
  at_ = edits_.getFineIterator();
}

range composed_text::original(range part) {
  return {original(part.begin, false), original(part.end, true)};
}

// Within a change: where it begins, or where it ends.
std::size_t composed_text::original(std::size_t byte, bool to_end) {
  if (!edits_.hasChanges()) return byte;
  UErrorCode status = U_ZERO_ERROR;
  at_.findDestinationIndex(static_cast<std::int32_t>(byte), status);
  require(status);
  const std::size_t into = byte - static_cast<std::size_t>(at_.destinationIndex());
  const auto begin = static_cast<std::size_t>(at_.sourceIndex());
  if (into == 0 || !at_.hasChange()) return begin + into;
  return to_end ? begin + static_cast<std::size_t>(at_.oldLength()) : begin;
}

}  // namespace isogloss::text
