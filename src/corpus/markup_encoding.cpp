#include "corpus/markup_encoding.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "isogloss/base/errors.hpp"
#include "isogloss/text/encoding.hpp"
#include "isogloss/text/utf8.hpp"

namespace isogloss::corpus {
namespace {

using namespace std::string_view_literals;

std::string lowered(std::string_view bytes) {
  std::string result(bytes);
  std::transform(result.begin(), result.end(), result.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
  return result;
}

std::string utf16_of(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE"sv)) return "utf-16le";
  if (bytes.starts_with("\xFE\xFF"sv)) return "utf-16be";
  if (bytes.starts_with("<\0"sv)) return "utf-16le";
  if (bytes.starts_with("\0<"sv)) return "utf-16be";
  return {};
}

// The value of `name = "value"` in a tag; quotes may be missing, as in content="text/html; charset=koi8-r".
std::string value_of(std::string_view tag, std::string_view name) {
  std::size_t place = tag.find(name);
  if (place == std::string_view::npos) return {};
  place = tag.find_first_not_of(" \t\r\n", place + name.size());
  if (place == std::string_view::npos || tag[place] != '=') return {};
  place = tag.find_first_not_of(" \t\r\n\"'", place + 1);
  if (place == std::string_view::npos) return {};
  return std::string(tag.substr(place, tag.find_first_of(" \t\r\n\"';?/>", place) - place));
}

std::string declared_in_html(std::string_view begin) {
  for (std::size_t at = begin.find("<meta"); at != std::string_view::npos; at = begin.find("<meta", at + 1)) {
    const std::string found = value_of(begin.substr(at, begin.find('>', at) - at), "charset");
    if (!found.empty()) return found;
  }
  return {};
}

// What the first bytes say of the rest, "" where they say nothing.
std::string declared(std::string_view bytes, bool html) {
  const std::string begin = lowered(bytes.substr(0, 4096));
  const std::string_view view = begin;
  std::string found;
  if (view.starts_with("<?xml")) found = value_of(view.substr(0, view.find("?>")), "encoding");
  if (html && found.empty()) found = declared_in_html(view);
  // Whoever could read the declaration byte by byte did not read UTF-16.
  if (found.starts_with("utf-16")) return "utf-8";
  // What browsers do, since pages in windows-1252 say so.
  if (html && (found == "iso-8859-1" || found == "latin1" || found == "us-ascii")) return "windows-1252";
  return found;
}

std::string decoded(std::string bytes, const std::string& declaration, const std::string& encoding,
                    const std::filesystem::path& file) {
  try {
    return text::decode(std::move(bytes), encoding, file);
  } catch (const data_error& error) {
    if (declaration.empty()) throw;
    throw data_error(error.problems().front().where,
                     fmt::format("{}, though it declares to be {}", error.problems().front().what, declaration),
                     "Correct the declaration at its beginning, or convert the file.");
  }
}

}  // namespace

std::string decode_markup(std::string bytes, bool html, const std::string& fallback,
                          const std::filesystem::path& file) {
  std::string encoding = utf16_of(bytes);
  std::string declaration = encoding;
  if (encoding.empty() && text::byte_order_mark_size(bytes) == 0) encoding = declaration = declared(bytes, html);
  if (encoding.empty() && text::byte_order_mark_size(bytes) == 0) encoding = fallback;
  std::string text = decoded(std::move(bytes), declaration, encoding, file);
  text.erase(0, text::byte_order_mark_size(text));
  return text;
}

}  // namespace isogloss::corpus
