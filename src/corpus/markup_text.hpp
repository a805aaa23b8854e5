#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "isogloss/corpus/zones.hpp"

namespace isogloss::corpus {

/// What parts two pieces of text; the wider one wins where several meet.
enum class gap : std::uint8_t { none, space, line, paragraph };

/// The zone that an open element gives its text.
struct passage {
  std::size_t id = 0;  ///< its own, so that two quotations side by side stay two; 0 is body
  zone kind = zone::body;
  std::string speaker;
  bool frames_heading = false;  ///< furniture that a heading interrupts: the header of an article
};

/// Puts a text together from the pieces of a marked-up one: white space collapsed, breaks where elements part, zones.
class markup_text {
 public:
  /// Adds characters; white space in them collapses, unless it is preserved.
  void add(std::string_view characters, bool preserved);
  /// A break before what comes next. A line break after a line break is a paragraph's.
  void part(gap wanted);
  void break_line();
  /// What comes next joins what stands here, without white space or the hyphen at the end of the line.
  void join();

  /// Gives what follows a zone if the one open gives way to it, and returns the one open, to be handed back to `leave`.
  passage enter(zone kind, std::string speaker, bool frames_heading);
  void leave(passage outer) { open_ = std::move(outer); }

  [[nodiscard]] std::size_t size() const { return text_.size(); }
  [[nodiscard]] std::string take_text() { return std::move(text_); }
  [[nodiscard]] std::vector<zone_span> take_zones() { return std::move(zones_); }

 private:
  void put(std::string_view run);
  void flush_gap();
  void preserve(char c);

  std::string text_;
  std::vector<zone_span> zones_;
  std::size_t last_id_ = 0;  // of the passage the last character belongs to
  std::size_t n_passages_ = 0;
  passage open_;
  gap gap_ = gap::none;
  bool joins_ = false;
};

}  // namespace isogloss::corpus
