#pragma once

#include <algorithm>
#include <bitset>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "isogloss/text/utf8.hpp"

namespace isogloss::corpus {

/// Whose words a passage holds, and what part of the document it is. What no zone covers is body: the author's voice.
enum class zone : std::uint8_t {
  body,
  quotation,
  heading,
  note,
  reference,
  caption,
  furniture,
  reused  ///< no part of a document, but what --reuse drop takes out of the count: no zone_set contains it
};
inline constexpr std::size_t n_zones = 7;  ///< that a document can have: without `reused`

[[nodiscard]] std::string_view name(zone z);
[[nodiscard]] std::optional<zone> zone_from(std::string_view name);

/// A choice of zones, from "body", "body,quotation" or "all".
class zone_set {
 public:
  zone_set() { zones_.set(static_cast<std::size_t>(zone::body)); }
  /// @param where  the option or file the list stands in, for the message
  /// @throws data_error  a name that is no zone, or none at all
  zone_set(std::string_view list, const std::string& where);
  [[nodiscard]] bool contains(zone z) const { return z != zone::reused && zones_[static_cast<std::size_t>(z)]; }
  [[nodiscard]] std::string to_string() const;

 private:
  std::bitset<n_zones> zones_;
};

/// A passage: bytes [begin, end) of a document's text.
struct zone_span {
  std::size_t begin;
  std::size_t end;
  zone kind;
  std::string speaker;     ///< in a quotation, who is quoted; may be empty
  std::string where = {};  ///< its row of zones.csv, for messages
};

/// A token's zone and speaker.
struct voice {
  zone kind = zone::body;
  std::string speaker;
  friend auto operator<=>(const voice&, const voice&) = default;
};

/// Calls function(begin, end, voice) for each stretch of `text` in one voice, in order; what lies between zones is the
/// author's own. A byte order mark is left out.
template <class Function>
void for_each_passage(std::string_view text, const std::vector<zone_span>& zones, const Function& function) {
  std::size_t at = text::byte_order_mark_size(text);
  const auto pass = [&](std::size_t begin, std::size_t end, const voice& v) {
    if (begin < end) function(begin, end, v);
  };
  for (const auto& z : zones) {
    pass(at, z.begin, {});
    pass(std::max(at, z.begin), z.end, {z.kind, z.speaker});
    at = std::max(at, z.end);
  }
  pass(at, text.size(), {});
}

/// A row of zones.csv, with its line for messages.
struct zone_row {
  std::string where;
  std::string document;
  zone_span span;
};

/// The rows of a zones.csv (document,begin,end,zone,speaker; speaker may be absent).
/// @throws data_error  every row with a bad number, an unknown zone, or end before begin
[[nodiscard]] std::vector<zone_row> read_zones(const std::filesystem::path& path);

}  // namespace isogloss::corpus
