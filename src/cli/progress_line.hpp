#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>

namespace isogloss::cli {

/// What a line of progress says.
struct progress_view {
  std::string task;   ///< "run 4/13 keyness"
  std::string doing;  ///< "resampling terms"; "" where no stage is told
  std::string unit;   ///< "terms"; "bytes" is shown as kB and MB
  std::uint64_t done = 0;
  std::uint64_t total = 0;  ///< 0: not known
  double rate = 0;          ///< units a second; 0: not known yet
  double seconds = 0;       ///< since the command began
  std::uint64_t round = 0;  ///< of so many rounds; shown where there are two or more
  std::uint64_t rounds = 0;
};

/// One line of at most `width` columns: what is done, a bar, the rate, and the time left of this stage where its total
/// is known. Where the line is too long, it goes without the rate, then without the bar. Blocks of eighths where
/// `utf8`, otherwise ASCII.
[[nodiscard]] std::string progress_line(const progress_view& view, std::size_t width, bool utf8);

/// 0:42, 12:05, 1:02:03, 12 days
[[nodiscard]] std::string shown_time(double seconds);

/// 7, 0.25, 1,234, 56.7k, 1.23M; of bytes 980 B, 56.7 kB, 1.23 MB. Never more than three digits before a letter.
[[nodiscard]] std::string shown_amount(double amount, bool bytes);

/// The rate of the last ten seconds, or since the stage began where nothing was done in them.
class recent_rate {
 public:
  /// `done` units of stage number `stage` were done when it was `seconds` old. @return units a second; 0: not known
  double after(std::uint64_t stage, double seconds, std::uint64_t done);

 private:
  struct sample {
    double seconds;
    std::uint64_t done;
  };
  std::uint64_t stage_ = 0;
  std::deque<sample> samples_;
};

}  // namespace isogloss::cli
