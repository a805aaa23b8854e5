#include "isogloss/reports/output.hpp"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

#include "isogloss/base/errors.hpp"

namespace isogloss::reports {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const fs::path& path, const std::string& reason) {
  throw output_error(path.string() + ": cannot be written: " + reason);
}

std::string unique_suffix() { return ".partial-" + std::to_string(::getpid()); }

}  // namespace

output_file::output_file(fs::path path) : path_(std::move(path)), partial_(path_.string() + unique_suffix()) {
  file_ = std::fopen(partial_.c_str(), "wb");
  if (file_ == nullptr) fail(path_, std::strerror(errno));
}

output_file::~output_file() {
  if (file_ != nullptr) std::fclose(file_);
  std::error_code ignored;
  fs::remove(partial_, ignored);
}

void output_file::write(std::string_view bytes) {
  if (std::fwrite(bytes.data(), 1, bytes.size(), file_) != bytes.size()) fail(path_, std::strerror(errno));
}

void output_file::commit() {
  std::FILE* const file = std::exchange(file_, nullptr);
  if (std::fclose(file) != 0) fail(path_, std::strerror(errno));
  std::error_code error;
  fs::rename(partial_, path_, error);
  if (error) fail(path_, error.message());
}

output_folder::output_folder(fs::path folder) : folder_(std::move(folder)), partial_(folder_ / unique_suffix()) {
  std::error_code error;
  fs::create_directories(partial_, error);
  if (error) fail(folder_, error.message());
}

output_folder::~output_folder() {
  std::error_code ignored;
  fs::remove_all(partial_, ignored);
}

fs::path output_folder::place(const std::string& name) {
  names_.push_back(name);
  const fs::path path = partial_ / name;
  std::error_code error;
  fs::create_directories(path.parent_path(), error);
  if (error) fail(path, error.message());
  return path;
}

const std::vector<std::string>& output_folder::commit() {
  for (const auto& name : names_) {
    std::error_code error;
    fs::create_directories((folder_ / name).parent_path(), error);
    fs::rename(partial_ / name, folder_ / name, error);
    if (error) fail(folder_ / name, error.message());
  }
  return names_;
}

}  // namespace isogloss::reports
