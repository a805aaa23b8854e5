#include "tokens/scratch_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string>

#include "isogloss/base/errors.hpp"

namespace isogloss::tokens {
namespace {

constexpr std::size_t least_part = std::size_t{1} << 20U;
constexpr std::size_t greatest_part = std::size_t{1} << 28U;  // maps are few, whatever the number of documents

std::string folder() {
  const char* named = std::getenv("TMPDIR");
  return named == nullptr || *named == '\0' ? "/tmp" : named;
}

[[noreturn]] void fail(const char* what, int error) {
  throw output_error(fmt::format(
      "temporary folder {}: {}: {}. Tokens beyond --memory are kept there; name another folder with TMPDIR, "
      "or raise --memory.",
      folder(), what, std::strerror(error)));
}

int open_without_name() {
#ifdef O_TMPFILE
  const int unnamed = ::open(folder().c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
  if (unnamed >= 0) return unnamed;
#endif
  std::string name = folder() + "/isogloss-XXXXXX";  // file systems differ in what they can do without one
  const int file = ::mkstemp(name.data());
  if (file < 0) fail("cannot be written", errno);
  ::fcntl(file, F_SETFD, FD_CLOEXEC);
  ::unlink(name.c_str());
  return file;
}

void reserve(int file, std::size_t begin, std::size_t bytes) {
  int error = EINTR;
  while (error == EINTR) error = ::posix_fallocate(file, static_cast<off_t>(begin), static_cast<off_t>(bytes));
  if (error != 0) fail(fmt::format("has no room for {} MB more", bytes >> 20U).c_str(), error);
}

}  // namespace

struct scratch_file::mapping {
  mapping(int file, std::size_t begin, std::size_t bytes)
      : data(::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_SHARED, file, static_cast<off_t>(begin))), size(bytes) {
    if (data == MAP_FAILED) fail("its file cannot be mapped", errno);
  }
  ~mapping() { ::munmap(data, size); }
  mapping(const mapping&) = delete;
  mapping& operator=(const mapping&) = delete;

  void* data;
  std::size_t size;
};

scratch_file::~scratch_file() {
  if (file_ >= 0) ::close(file_);  // maps stay
}

void scratch_file::map_more(std::size_t bytes) {
  if (file_ < 0) file_ = open_without_name();
  const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
  const std::size_t part = std::max(std::clamp(size_, least_part, greatest_part), (bytes + page - 1) / page * page);
  reserve(file_, size_, part);
  newest_ = std::make_shared<mapping>(file_, size_, part);
  size_ += part;
  used_ = 0;
}

std::shared_ptr<std::byte> scratch_file::take(std::size_t bytes) {
  constexpr std::size_t alignment = alignof(std::max_align_t);
  const std::lock_guard lock(mutex_);
  if (!newest_ || newest_->size - used_ < bytes) map_more(bytes);
  auto* const begin = static_cast<std::byte*>(newest_->data) + used_;
  used_ = std::min(newest_->size, (used_ + bytes + alignment - 1) / alignment * alignment);
  return {newest_, begin};
}

}  // namespace isogloss::tokens
