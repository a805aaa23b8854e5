#include "isogloss/reports/output.hpp"

#include <sys/file.h>

#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

#include "isogloss/base/errors.hpp"
#include "reports/leftovers.hpp"

namespace isogloss::reports {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const fs::path& path, const std::string& reason) {
  throw output_error(path.string() + ": cannot be written: " + reason);
}

// Where the bytes go in the end: behind a link, so that the link stays one.
fs::path target_of(const fs::path& path) {
  std::error_code ignored;
  return fs::is_symlink(path, ignored) ? fs::weakly_canonical(path, ignored) : path;
}

// A device or a pipe cannot be replaced, only written to.
bool is_special(const fs::path& path) {
  std::error_code ignored;
  const fs::file_status status = fs::status(path, ignored);
  return fs::exists(status) && !fs::is_regular_file(status) && !fs::is_directory(status);
}

}  // namespace

output_file::output_file(fs::path path)
    : path_(target_of(path)), partial_(is_special(path_) ? path_ : partial_of(path_)) {
  if (partial_ != path_) remove_leftovers(path_);
  file_ = std::fopen(partial_.c_str(), "wbe");
  if (file_ == nullptr) fail(path_, std::strerror(errno));
  if (partial_ != path_) ::flock(::fileno(file_), LOCK_EX | LOCK_NB);  // for as long as it is open: no leftover
}

output_file::~output_file() {
  if (file_ != nullptr) std::fclose(file_);
  if (partial_ == path_) return;
  std::error_code ignored;
  fs::remove(partial_, ignored);
}

void output_file::write(std::string_view bytes) {
  if (std::fwrite(bytes.data(), 1, bytes.size(), file_) != bytes.size()) fail(path_, std::strerror(errno));
}

void output_file::commit() {
  std::FILE* const file = std::exchange(file_, nullptr);
  if (std::fclose(file) != 0) fail(path_, std::strerror(errno));
  if (partial_ == path_) return;
  std::error_code error;
  fs::rename(partial_, path_, error);
  if (error) fail(path_, error.message());
}

output_folder::output_folder(fs::path folder) : folder_(std::move(folder)), partial_(partial_of(folder_ / "")) {
  remove_leftovers(folder_ / "");
  std::error_code error;
  const fs::path whole = fs::absolute(folder_, error);
  if (error) fail(folder_, error.message());
  for (fs::path made = whole.lexically_normal(); !made.empty() && !fs::exists(made, error); made = made.parent_path()) {
    if (made.has_filename()) made_.push_back(made);
  }
  fs::create_directories(partial_, error);
  if (error) fail(folder_, error.message());
  held_ = std::make_unique<descriptor>(hold(partial_));
}

output_folder::~output_folder() {
  std::error_code ignored;
  fs::remove_all(partial_, ignored);
  for (const auto& folder : made_) fs::remove(folder, ignored);  // a folder with something in it stays
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
