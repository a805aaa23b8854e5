#include "cli/progress_line.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace isogloss::cli {
namespace {

constexpr std::size_t least_bar = 10, most_bar = 40;
constexpr double window_seconds = 10;
// The block that wanders along a bar without a total: its size, and how many columns it makes a second.
constexpr std::size_t wanderer = 3;
constexpr double columns_a_second = 4;

// Nothing can be said of the end.
bool is_open(const progress_view& v) {
  return v.total == 0 || v.done == 0;
}

std::string repeated(const char* symbol, std::size_t n) {
  std::string text;
  for (std::size_t i = 0; i < n; ++i) text += symbol;
  return text;
}

std::string filled_bar(double share, std::size_t columns, bool utf8) {
  if (!utf8) {
    const auto full = static_cast<std::size_t>(share * static_cast<double>(columns));
    return '[' + repeated("#", full) + repeated(".", columns - full) + ']';
  }
  constexpr std::array eighths = {"", "\u258F", "\u258E", "\u258D", "\u258C", "\u258B", "\u258A", "\u2589"};
  const auto n = static_cast<std::size_t>(share * static_cast<double>(8 * columns));
  const std::size_t full = n / 8, rest = n % 8;
  return "\u2595" + repeated("\u2588", full) + eighths.at(rest) +
         std::string(columns - full - (rest > 0 ? 1 : 0), ' ') + "\u258F";
}

std::string wandering_bar(double seconds, std::size_t columns, bool utf8) {
  const std::size_t way = columns - wanderer;
  const std::size_t step =
      static_cast<std::size_t>(std::fmod(seconds * columns_a_second, 2.0 * static_cast<double>(way)));
  const std::size_t left = step <= way ? step : 2 * way - step;
  const char* const empty = utf8 ? " " : ".";
  return (utf8 ? "\u2595" : "[") + repeated(empty, left) + repeated(utf8 ? "\u2588" : "#", wanderer) +
         repeated(empty, way - left) + (utf8 ? "\u258F" : "]");
}

std::string head_of(const progress_view& v) {
  std::string head = v.task;
  if (v.round > 0 && v.rounds > 1) head += fmt::format(" {}/{}", v.round, v.rounds);
  return v.doing.empty() ? head : head + ": " + v.doing;
}

// The end of the line, which is kept longest: how much is done, and how long it takes.
std::string tail_of(const progress_view& v) {
  if (is_open(v)) return fmt::format("  {} so far", shown_time(v.seconds));
  const double share = std::min(1.0, static_cast<double>(v.done) / static_cast<double>(v.total));
  std::string tail = fmt::format(" {:3.0f} %", std::floor(100 * share));
  if (v.rate > 0 && v.done < v.total)
    tail += fmt::format("  {} left", shown_time(static_cast<double>(v.total - v.done) / v.rate));
  return tail;
}

std::string rate_of(const progress_view& v) {
  const bool bytes = v.unit == "bytes";
  std::string text;
  if (v.total == 0 && v.done > 0)
    text = "  " + shown_amount(static_cast<double>(v.done), bytes) + (bytes ? "" : ' ' + v.unit);
  if (v.rate > 0) text += "  " + shown_amount(v.rate, bytes) + (bytes ? "" : ' ' + v.unit) + "/s";
  return text;
}

std::string bar_of(const progress_view& v, std::size_t columns, bool utf8) {
  if (is_open(v)) return wandering_bar(v.seconds, columns, utf8);
  return filled_bar(std::min(1.0, static_cast<double>(v.done) / static_cast<double>(v.total)), columns, utf8);
}

}  // namespace

std::string shown_time(double seconds) {
  constexpr double day = 86400;
  if (seconds >= 1000 * day) return "1000 days or more";
  if (seconds >= 2 * day) return fmt::format("{:.0f} days", std::floor(seconds / day));
  const auto whole = static_cast<std::uint64_t>(std::ceil(std::max(0.0, seconds)));
  if (whole < 3600) return fmt::format("{}:{:02}", whole / 60, whole % 60);
  return fmt::format("{}:{:02}:{:02}", whole / 3600, whole / 60 % 60, whole % 60);
}

std::string shown_amount(double amount, bool bytes) {
  constexpr std::array<const char*, 7> prefixes = {"", "k", "M", "G", "T", "P", "E"};
  const auto with_unit = [&](const std::string& number, const char* prefix) {
    return bytes ? number + ' ' + prefix + 'B' : number + prefix;
  };
  if (amount < 10) return with_unit(fmt::format("{:.2g}", amount), "");
  if (!bytes && amount < 9999.5) {
    const auto whole = static_cast<std::uint64_t>(std::llround(amount));
    return whole < 1000 ? std::to_string(whole) : fmt::format("{},{:03}", whole / 1000, whole % 1000);
  }
  std::size_t prefix = 0;
  for (; amount >= 999.5 && prefix + 1 < prefixes.size(); ++prefix) amount /= 1000;
  if (prefix == 0) return with_unit(fmt::format("{:.0f}", amount), "");
  return with_unit(fmt::format("{:.{}f}", amount, amount < 9.995 ? 2 : amount < 99.95 ? 1 : 0), prefixes.at(prefix));
}

double recent_rate::after(std::uint64_t stage, double seconds, std::uint64_t done) {
  if (stage != stage_) samples_ = {{0, 0}};
  stage_ = stage;
  samples_.push_back({seconds, done});
  while (samples_.size() > 2 && samples_[1].seconds <= seconds - window_seconds) samples_.pop_front();
  const sample& first = samples_.front();
  if (seconds <= first.seconds) return 0;
  if (done <= first.done) return static_cast<double>(done) / seconds;
  return static_cast<double>(done - first.done) / (seconds - first.seconds);
}

std::string progress_line(const progress_view& view, std::size_t width, bool utf8) {
  const std::string head = head_of(view);
  const std::string tail = tail_of(view);
  std::string rate = rate_of(view);
  constexpr std::size_t edges = 3;  // a blank before the bar, and the bar's own ends
  const auto used = [&] { return head.size() + rate.size() + tail.size(); };
  if (used() + edges + least_bar > width) rate.clear();
  if (used() + edges + least_bar <= width) {
    const std::size_t columns = std::min(most_bar, width - used() - edges);
    const std::string bar = bar_of(view, columns, utf8);
    return head + ' ' + bar + (is_open(view) ? rate + tail : tail.substr(0, 6) + rate + tail.substr(6));
  }
  if (used() <= width) return head + tail;
  if (tail.size() + 4 <= width) return head.substr(0, width - tail.size() - 3) + "..." + tail;
  return head.substr(0, width);
}

}  // namespace isogloss::cli
