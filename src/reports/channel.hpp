#pragma once

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <optional>
#include <utility>

namespace isogloss::reports {

/// An open file or socket, closed with the object.
class descriptor {
 public:
  descriptor() = default;
  explicit descriptor(int value) : value_(value) {}
  descriptor(descriptor&& other) noexcept : value_(std::exchange(other.value_, -1)) {}
  descriptor& operator=(descriptor&& other) noexcept {
    std::swap(value_, other.value_);
    return *this;
  }
  ~descriptor() { close(); }

  [[nodiscard]] int get() const { return value_; }
  [[nodiscard]] bool is_open() const { return value_ >= 0; }
  void close() {
    if (value_ >= 0) ::close(std::exchange(value_, -1));
  }

 private:
  int value_ = -1;
};

/// Two connected ends: what is written to one is read from the other.
struct channel {
  descriptor ours, theirs;
};

/// A socket and not a pipe: a program that ends before it has read everything gives an error of send(), not a SIGPIPE.
inline std::optional<channel> open_channel() {
  std::array<int, 2> ends;
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) return std::nullopt;
  channel result{descriptor(ends[0]), descriptor(ends[1])};
  // Where the caller has closed its standard streams, a socket could have the number that the program's stream is to
  // get.
  for (descriptor* end : {&result.ours, &result.theirs}) {
    if (end->get() <= STDERR_FILENO) *end = descriptor(::fcntl(end->get(), F_DUPFD_CLOEXEC, STDERR_FILENO + 1));
    if (!end->is_open()) return std::nullopt;
  }
  return result;
}

}  // namespace isogloss::reports
