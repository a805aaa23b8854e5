#include "isogloss/corpus/zones.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>

#include "isogloss/base/errors.hpp"
#include "isogloss/corpus/csv_file.hpp"

namespace isogloss::corpus {
namespace {

constexpr std::array<std::string_view, n_zones> zone_names = {"body",      "quotation", "heading",  "note",
                                                              "reference", "caption",   "furniture"};

std::string known_zones() {
  return fmt::format("Zones are {}.", fmt::join(zone_names, ", "));
}

std::optional<std::size_t> whole_number(const std::string& text) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size() || text.empty()) return std::nullopt;
  return number;
}

}  // namespace

std::string_view name(zone z) {
  return z == zone::reused ? "reused" : zone_names[static_cast<std::size_t>(z)];
}

std::optional<zone> zone_from(std::string_view name) {
  for (std::size_t i = 0; i < n_zones; ++i) {
    if (zone_names[i] == name) return static_cast<zone>(i);
  }
  return std::nullopt;
}

zone_set::zone_set(std::string_view list, const std::string& where) {
  zones_.reset();
  if (list == "all") {
    zones_.set();
    return;
  }
  for (std::size_t begin = 0; begin <= list.size();) {
    const std::size_t end = std::min(list.find(',', begin), list.size());
    const auto kind = zone_from(list.substr(begin, end - begin));
    if (!kind) {
      throw data_error(where, fmt::format("\"{}\" is not a zone", list.substr(begin, end - begin)),
                       known_zones() + " Write several with commas, or \"all\".");
    }
    zones_.set(static_cast<std::size_t>(*kind));
    begin = end + 1;
  }
}

std::string zone_set::to_string() const {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < n_zones; ++i) {
    if (zones_[i]) names.emplace_back(zone_names[i]);
  }
  return join(names, ",");
}

std::vector<zone_row> read_zones(const std::filesystem::path& path) {
  const csv_file file(path);
  const std::size_t document = file.column("document");
  const std::size_t begin = file.column("begin");
  const std::size_t end = file.column("end");
  const std::size_t kind = file.column("zone");
  const auto speaker = file.find_column("speaker");

  std::vector<zone_row> rows;
  std::vector<problem> problems;
  for (const auto& row : file.rows()) {
    const auto first = whole_number(row.cells[begin]);
    const auto last = whole_number(row.cells[end]);
    const auto zone = zone_from(row.cells[kind]);
    if (!first || !last) {
      problems.push_back(
          {file.where(row),
           fmt::format("begin \"{}\" and end \"{}\" must be whole numbers", row.cells[begin], row.cells[end]),
           "They are byte offsets, from 0."});
    } else if (*last <= *first) {
      problems.push_back({file.where(row), fmt::format("ends ({}) before it begins ({})", *last, *first),
                          "A zone holds the bytes from begin up to, not with, end."});
    } else if (!zone) {
      problems.push_back({file.where(row), fmt::format("\"{}\" is not a zone", row.cells[kind]), known_zones()});
    } else {
      rows.push_back({file.where(row),
                      row.cells[document],
                      {*first, *last, *zone, speaker ? row.cells[*speaker] : std::string(), file.where(row)}});
    }
  }
  throw_if_any(std::move(problems));
  return rows;
}

}  // namespace isogloss::corpus
