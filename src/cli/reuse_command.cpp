#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/study_options.hpp"
#include "isogloss/base/errors.hpp"
#include "isogloss/studies/reuse.hpp"

// Passages that documents share. --seed-words, --min-words and --reuse-zones are shared options, since --reuse drop
// goes by them in every command.
namespace isogloss::cli {

namespace po = boost::program_options;

po::options_description reuse_flags() {
  po::options_description options("Options");
  options.add_options()("within-documents", po::bool_switch(), "also passages that a document repeats")(
      "show-text", po::bool_switch(), "add the passages as they are written: columns text_a and text_b")(
      "table", po::value<std::string>()->value_name("NAME")->default_value(""),
      "which table to write: reuse or documents");
  return options;
}

void write_reuse(const arguments& a) {
  require_format(a);
  const std::string wanted = a.on_command_line("table") ? a.text("table") : "reuse";
  if (wanted != "reuse" && wanted != "documents")
    throw data_error("--table", fmt::format("\"{}\" is not a table", wanted), "There are: reuse, documents.");
  const studies::material m = open_stream(a);
  require_other_output(a, m);
  const table found = wanted == "reuse" ? studies::reuse(m, a.flag("show-text")) : studies::reuse_documents(m);
  for (const auto& note : m.notes()) tell(a, note);
  write_table(a, found);
}

}  // namespace isogloss::cli
