#include "isogloss/base/files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "isogloss/base/errors.hpp"

namespace isogloss {
namespace {

[[noreturn]] void fail(const std::filesystem::path& path, int error) {
  const std::string remedy = error == ENOENT   ? "Check the name and the folder it is looked for in."
                             : error == EISDIR ? "Name a file in it."
                                               : "Check the file's permissions.";
  throw data_error(path.string(), std::string("cannot be read: ") + std::strerror(error), remedy);
}

struct descriptor {
  int value;
  ~descriptor() {
    if (value >= 0) ::close(value);
  }
};

}  // namespace

std::string read_file(const std::filesystem::path& path) {
  const descriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
  if (file.value < 0) fail(path, errno);
  struct stat status {};
  if (::fstat(file.value, &status) != 0) fail(path, errno);
  if (S_ISDIR(status.st_mode)) fail(path, EISDIR);

  std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
  std::size_t filled = 0;
  // The size is a hint: a pipe has none, and a file may grow or shrink while it is read.
  for (;;) {
    if (filled == bytes.size()) bytes.resize(bytes.size() + 65536);
    const ssize_t got = ::read(file.value, bytes.data() + filled, bytes.size() - filled);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail(path, errno);
    if (got == 0) break;
    filled += static_cast<std::size_t>(got);
  }
  bytes.resize(filled);
  return bytes;
}

}  // namespace isogloss
