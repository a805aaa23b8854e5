#pragma once

#include <cstddef>
#include <memory>
#include <mutex>

namespace isogloss::tokens {

/// Memory that the system may write to disk when it needs room: a file without a name in the temporary folder ($TMPDIR,
/// or /tmp), mapped. Nothing of it is left when the program ends, however it ends.
class scratch_file {
 public:
  scratch_file() = default;
  ~scratch_file();
  scratch_file(const scratch_file&) = delete;
  scratch_file& operator=(const scratch_file&) = delete;

  /// `bytes` of it, not initialised, aligned for any type; they outlive the object. Calls may come from several
  /// threads. Room on the disk is taken at once, so that a full one is an error here and not a signal later.
  /// @throws output_error  the folder cannot be written, or is full
  [[nodiscard]] std::shared_ptr<std::byte> take(std::size_t bytes);

 private:
  struct mapping;
  void map_more(std::size_t bytes);

  std::mutex mutex_;
  int file_ = -1;
  std::size_t size_ = 0;             // of the file
  std::shared_ptr<mapping> newest_;  // its last part, from which pieces are cut
  std::size_t used_ = 0;             // bytes of `newest_`
};

}  // namespace isogloss::tokens
