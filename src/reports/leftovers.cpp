#include "reports/leftovers.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <string_view>
#include <system_error>
#include <vector>

namespace isogloss::reports {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view mark = ".partial-";

// The process that a name of a leftover tells; 0 where it tells none.
pid_t process_of(std::string_view name, const std::string& beginning) {
  if (!name.starts_with(beginning)) return 0;
  name.remove_prefix(beginning.size());
  pid_t process = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), process);
  return error == std::errc{} && end == name.data() + name.size() && process > 0 ? process : 0;
}

bool is_alive(pid_t process) {
  return ::kill(process, 0) == 0 || errno != ESRCH;
}

}  // namespace

fs::path partial_of(const fs::path& path) {
  return path.string() + std::string(mark) + std::to_string(::getpid());
}

descriptor hold(const fs::path& partial) {
  descriptor held(::open(partial.c_str(), O_RDONLY | O_CLOEXEC));
  if (held.is_open() && ::flock(held.get(), LOCK_EX | LOCK_NB) != 0) held.close();
  return held;
}

void remove_leftovers(const fs::path& path) {
  const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
  const std::string beginning = path.filename().string() + std::string(mark);
  std::vector<fs::path> found;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error); !error && entry != fs::directory_iterator();
       entry.increment(error)) {
    const pid_t process = process_of(entry->path().filename().string(), beginning);
    if (process != 0 && !is_alive(process)) found.push_back(entry->path());
  }
  for (const auto& leftover : found) {
    // A process of another machine or container may still write it, and holds it then.
    if (const descriptor free = hold(leftover); free.is_open()) fs::remove_all(leftover, error);
  }
}

}  // namespace isogloss::reports
