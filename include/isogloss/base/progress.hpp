#pragma once

#include <cstdint>

namespace isogloss {

/// What a long loop does and what it counts: {"comparing documents", "pairs"}; the unit "bytes" is shown as kB and MB.
/// Literals: they are kept as pointers.
struct work_name {
  const char* doing;
  const char* unit;
};

/// A long loop, told to who watches. A stage inside another is not told, nor is any while nobody watches; it then costs
/// nothing. No result depends on it.
class progress_stage {
 public:
  /// @param total  how many units there will be; 0: that is not known
  explicit progress_stage(const work_name& name, std::uint64_t total = 0);
  ~progress_stage();
  progress_stage(const progress_stage&) = delete;
  progress_stage& operator=(const progress_stage&) = delete;

  /// So many units more are done. From any thread; an atomic addition, so for a document or a replicate, not for a
  /// word.
  void advance(std::uint64_t units = 1) const;
  /// Is it worth while to find out the size of the work?
  [[nodiscard]] bool is_told() const { return told_; }

 private:
  bool told_ = false;
};

/// A loop whose every turn has stages of its own: comparisons of groups, say. One inside another is not told.
class progress_rounds {
 public:
  explicit progress_rounds(std::uint64_t rounds);
  ~progress_rounds();
  progress_rounds(const progress_rounds&) = delete;
  progress_rounds& operator=(const progress_rounds&) = delete;

  /// The first round begins, or the next.
  void next() const;

 private:
  bool told_ = false;
};

/// How far the outermost stage is.
struct progress {
  std::uint64_t stage = 0;  ///< its number; 0: there is none
  work_name name = {"", ""};
  std::uint64_t done = 0;
  std::uint64_t total = 0;  ///< 0: not known
  double seconds = 0;       ///< since it began
  std::uint64_t round = 0;  ///< from 1; 0: there are no rounds
  std::uint64_t rounds = 0;
};

/// Has stages told while it lives; one at a time.
class progress_watch {
 public:
  progress_watch();
  ~progress_watch();
  progress_watch(const progress_watch&) = delete;
  progress_watch& operator=(const progress_watch&) = delete;

  /// From any thread.
  [[nodiscard]] static progress now();
};

}  // namespace isogloss
