#include <fcntl.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/progress_bar.hpp"
#include "isogloss/base/errors.hpp"
#include "isogloss/base/parallel.hpp"
#include "isogloss/base/version.hpp"

namespace isogloss::cli {
namespace {

enum exit_code { done = 0, failed = 1, wrong_input = 2 };

const command& find_command(const std::string& name) {
  for (const auto& c : commands()) {
    if (c.name == name) return c;
  }
  std::string names;
  for (const auto& c : commands()) names += (names.empty() ? "" : ", ") + c.name;
  throw data_error("", "there is no command \"" + name + "\"", "There are: " + names + ".");
}

void dispatch(const std::vector<std::string>& argv) {
  if (argv.empty() || argv[0] == "--help" || argv[0] == "-h" || (argv[0] == "help" && argv.size() == 1)) {
    write_output(general_help());
  } else if (argv[0] == "--version") {
    write_output(std::string("isogloss ") + version + "\n");
  } else if (argv[0] == "help") {
    write_output(help(find_command(argv[1])));
  } else {
    const command& c = find_command(argv[0]);
    const arguments a(c.options(), all_options(), {argv.begin() + 1, argv.end()}, c.takes_pattern);
    if (a.wants_help()) return write_output(help(c));
    const thread_limit threads(a.number("threads"));
    const progress_bar bar(c.name, !a.flag("quiet"));
    c.run(a);
  }
}

int report(const std::string& name, const char* message, exit_code code) {
  std::fprintf(stderr, "isogloss%s%s: %s\n", name.empty() ? "" : " ", name.c_str(), message);
  return code;
}

// Where a standard stream is closed, the next file that is opened would take its place, and messages would go into it.
// Its place is taken by what cannot be read or written, so that using it stays an error.
void fill_closed_streams() {
  for (int stream = STDIN_FILENO; stream <= STDERR_FILENO; ++stream) {
    if (::fcntl(stream, F_GETFD) >= 0) continue;
    if (::open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY) != stream) std::abort();
  }
}

int main(const std::vector<std::string>& argv) {
  fill_closed_streams();
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is an error of write()
  std::signal(SIGXFSZ, SIG_IGN);  // and so is a file larger than the user may make
  std::string name;
  if (!argv.empty() && argv[0].find('-') != 0) name = argv[0];
  try {
    dispatch(argv);
    return done;
  } catch (const closed_pipe&) {
    return done;
  } catch (const data_error& error) {
    for (const auto& p : error.problems()) report(name, to_string(p).c_str(), wrong_input);
    return wrong_input;
  } catch (const std::bad_alloc&) {
    return report(name, "there is not enough memory.", failed);
  } catch (const std::exception& error) {
    return report(name, error.what(), failed);
  }
}

}  // namespace
}  // namespace isogloss::cli

int main(int argc, char** argv) {
  return isogloss::cli::main({argv + 1, argv + argc});
}
