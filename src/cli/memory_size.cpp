#include "cli/memory_size.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cctype>
#include <charconv>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

#include "isogloss/base/errors.hpp"

namespace isogloss::cli {
namespace {

std::size_t half_of_ram() {
  const long pages = ::sysconf(_SC_PHYS_PAGES);
  const long page = ::sysconf(_SC_PAGESIZE);
  if (pages <= 0 || page <= 0) return std::numeric_limits<std::size_t>::max();
  return static_cast<std::size_t>(pages) / 2 * static_cast<std::size_t>(page);
}

// The power of two that a unit stands for: "" and "B", "K", "KB" and "KiB", and so on; in either case.
std::optional<unsigned> power_of(std::string unit) {
  for (auto& c : unit) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  if (unit.empty() || unit == "B") return 0;
  const auto place = std::string_view("KMGT").find(unit.front());
  const std::string rest = unit.substr(1);
  if (place == std::string_view::npos || !(rest.empty() || rest == "B" || rest == "IB")) return std::nullopt;
  return 10 * (static_cast<unsigned>(place) + 1);
}

std::optional<std::size_t> bytes_of(const std::string& size) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(size.data(), size.data() + size.size(), number);
  const auto power = power_of({end, size.data() + size.size()});
  if (error != std::errc() || !power || number == 0) return std::nullopt;
  if (number > std::numeric_limits<std::size_t>::max() >> *power) return std::nullopt;
  return number << *power;
}

}  // namespace

std::size_t memory(const arguments& a) {
  if (!a.has("memory")) return half_of_ram();
  if (const auto bytes = bytes_of(a.text("memory"))) return *bytes;
  throw data_error("--memory", fmt::format("\"{}\" is no size", a.text("memory")),
                   "Give a whole number above 0 with its unit: 500M, 4G.");
}

}  // namespace isogloss::cli
