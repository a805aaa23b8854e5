#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <string_view>

#include "cli/command.hpp"
#include "cli/progress_bar.hpp"
#include "isogloss/base/errors.hpp"
#include "isogloss/base/progress.hpp"
#include "isogloss/reports/output.hpp"
#include "isogloss/reports/table_writer.hpp"

namespace isogloss::cli {
namespace {

reports::format format_of(const arguments& a) {
  if (const auto format = reports::format_from(a.text("format"))) return *format;
  throw data_error("--format", "\"" + a.text("format") + "\" is not a format", "There are: csv, tsv, json, jsonl.");
}

// What is written now may be shown where the progress is, at once or by the next program.
bool goes_to_a_file() {
  struct stat output {};
  return ::fstat(STDOUT_FILENO, &output) == 0 && S_ISREG(output.st_mode);
}

}  // namespace

void write_output(std::string_view text) {
  if (!goes_to_a_file()) end_progress();
  while (!text.empty()) {
    const ssize_t written = ::write(STDOUT_FILENO, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0 && errno == EPIPE) throw closed_pipe{};
    if (written < 0) throw output_error(std::string("standard output: cannot be written: ") + std::strerror(errno));
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

void require_format(const arguments& a) {
  static_cast<void>(format_of(a));
}

void write_table(const arguments& a, const table& t) {
  write_parts(a, t, [&](const auto& sink) { sink(t); });
}

void write_parts(const arguments& a, const table& layout,
                 const std::function<void(const std::function<void(const table& part)>&)>& make) {
  const auto write = [&](const reports::byte_sink& sink) {
    const progress_stage writing({"writing", "bytes"});
    reports::table_writer writer(layout, format_of(a), [&](std::string_view bytes) {
      sink(bytes);
      writing.advance(bytes.size());
    });
    make([&](const table& part) { writer.add(part); });
    writer.end();
  };
  if (!a.has("output")) {
    write(write_output);
    return;
  }
  reports::output_file file(a.text("output"));
  write([&](std::string_view bytes) { file.write(bytes); });
  file.commit();
}

void tell(const arguments& a, const std::string& message) {
  if (!a.flag("quiet")) print_message("isogloss: " + message + '\n');
}

}  // namespace isogloss::cli
