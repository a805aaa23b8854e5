#include "isogloss/base/files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "isogloss/base/errors.hpp"

namespace isogloss {
namespace {

[[noreturn]] void fail(const std::filesystem::path& path, int error) {
  const std::string remedy = error == ENOENT   ? "Check the name and the folder it is looked for in."
                             : error == EISDIR ? "Name a file in it."
                                               : "Check the file's permissions.";
  throw data_error(path.string(), std::string("cannot be read: ") + std::strerror(error), remedy);
}

[[noreturn]] void fail_as_shorter(const std::filesystem::path& path) {
  throw data_error(path.string(), "became shorter while it was read",
                   "Let what writes it finish first, then run the command again.");
}

struct descriptor {
  int value;
  ~descriptor() {
    if (value >= 0) ::close(value);
  }
};

std::uint64_t size_of(int file, const std::filesystem::path& path) {
  struct stat status {};
  if (::fstat(file, &status) != 0) fail(path, errno);
  if (S_ISDIR(status.st_mode)) fail(path, EISDIR);
  return static_cast<std::uint64_t>(status.st_size);
}

// Opens it and tells its size.
int open_file(const std::filesystem::path& path, std::uint64_t& size) {
  descriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
  if (file.value < 0) fail(path, errno);
  size = size_of(file.value, path);
  return std::exchange(file.value, -1);
}

}  // namespace

std::string read_file(const std::filesystem::path& path) {
  std::uint64_t size = 0;
  const descriptor file{open_file(path, size)};
  std::string bytes(size, '\0');
  std::size_t filled = 0;
  // The size is a hint: a pipe has none, and a file may grow while it is read.
  for (;;) {
    if (filled == bytes.size()) bytes.resize(bytes.size() + 65536);
    const ssize_t got = ::read(file.value, bytes.data() + filled, bytes.size() - filled);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail(path, errno);
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
  }
  if (filled < size && size_of(file.value, path) != size) fail_as_shorter(path);
  bytes.resize(filled);
  return bytes;
}

input_file::input_file(std::filesystem::path path) : path_(std::move(path)), descriptor_(open_file(path_, size_)) {}

input_file::~input_file() {
  ::close(descriptor_);
}

std::size_t input_file::read(std::uint64_t offset, char* to, std::size_t bytes) const {
  const std::uint64_t left = size_ - std::min(size_, offset);
  const auto wanted = static_cast<std::size_t>(std::min<std::uint64_t>(left, bytes));
  for (std::size_t filled = 0; filled < wanted;) {
    const ssize_t got = ::pread(descriptor_, to + filled, wanted - filled, static_cast<off_t>(offset + filled));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail(path_, errno);
    if (got == 0) fail_as_shorter(path_);
    filled += static_cast<std::size_t>(got);
  }
  return wanted;
}

}  // namespace isogloss
