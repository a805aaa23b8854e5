#include <fmt/format.h>
#include <fmt/ranges.h>

#include <filesystem>

#include "cli/command.hpp"
#include "cli/study_options.hpp"
#include "isogloss/base/errors.hpp"
#include "isogloss/corpus/csv_file.hpp"
#include "isogloss/reports/output.hpp"
#include "isogloss/reports/table_writer.hpp"
#include "isogloss/studies/stance.hpp"
#include "isogloss/studies/targets.hpp"

// The commands that show their evidence: stance and targets.
namespace isogloss::cli {
namespace {

namespace po = boost::program_options;
using studies::material;

void add_evidence_flags(po::options_description& options, const char* tables) {
  options.add_options()("evidence", po::value<std::string>()->value_name("FILE"),
                        "write there a row for every hit: the table's numbers are its sums")(
      "author-by", po::value<std::string>()->value_name("COLUMN")->default_value("author"),
      "whose documents belong together: intervals beyond the texts resample authors before documents")(
      "table", po::value<std::string>()->value_name("NAME")->default_value(""), tables);
}

// Also where standard output was sent to, whatever its name; nothing is mixed in /dev/null.
bool is_standard_output(const std::filesystem::path& path) {
  std::error_code none;
  return std::filesystem::equivalent(path, "/dev/stdout", none) &&
         !std::filesystem::equivalent(path, "/dev/null", none);
}

// Where the evidence goes: a file of its own, none that is read.
std::filesystem::path evidence_file(const arguments& a, const material& m) {
  if (!a.on_command_line("evidence")) return {};
  const std::filesystem::path path = a.text("evidence");
  require_no_input("--evidence", path, m);
  if (a.has("output") && std::filesystem::weakly_canonical(path) == std::filesystem::weakly_canonical(a.text("output")))
    throw data_error("--evidence", "names the file of --output", "Give each a file of its own.");
  if (!a.has("output") && is_standard_output(path))
    throw data_error("--evidence", "names standard output, where the table goes",
                     "Name a file, or write the evidence alone with --table evidence.");
  return path;
}

void write_evidence(const arguments& a, const std::filesystem::path& path, const table& evidence) {
  reports::output_file file(path);
  const auto format = reports::format_from(a.text("format"));
  reports::write(evidence, format.value_or(reports::format::csv), [&](std::string_view bytes) { file.write(bytes); });
  file.commit();
  tell(a, fmt::format("{} rows of evidence in {}", evidence.n_rows(), path.string()));
}

// Without the option a study need not say who wrote what.
std::string author_column(const arguments& a, const material& m) {
  const std::string column = a.text("author-by");
  if (a.on_command_line("author-by") && !m.study().find_column(column)) {
    throw data_error("--author-by", fmt::format("documents.csv has no column \"{}\"", column),
                     fmt::format("It has: {}.", corpus::join(m.study().columns)));
  }
  return column;
}

std::string chosen_table(const arguments& a, const std::vector<std::string>& tables) {
  const std::string wanted = a.on_command_line("table") ? a.text("table") : tables.front();
  if (std::find(tables.begin(), tables.end(), wanted) != tables.end()) return wanted;
  throw data_error("--table", fmt::format("\"{}\" is not a table", wanted),
                   fmt::format("There are: {}.", fmt::join(tables, ", ")));
}

}  // namespace

void require_lexicons(const material& m) {
  if (m.lexicons().empty()) {
    throw data_error(m.study().name, "has no lexicon",
                     "Put one into its folder lexicons/, or name one with --lexicon.");
  }
}

po::options_description stance_flags() {
  po::options_description options("Options");
  add_evidence_flags(options, "which table to write: stance, groups or evidence");
  return options;
}

void write_stance(const arguments& a) {
  require_format(a);
  const std::string wanted = chosen_table(a, {"stance", "groups", "evidence"});
  const material m = open_material(a);
  require_other_output(a, m);
  require_lexicons(m);
  if (wanted == "groups") corpus::require_groups(m.groups());
  const auto authors = author_column(a, m);
  const auto evidence = evidence_file(a, m);
  for (const auto& note : m.notes()) tell(a, note);
  if (!evidence.empty()) write_evidence(a, evidence, studies::stance_evidence(m));
  write_table(a, wanted == "stance"   ? studies::stance(m)
                 : wanted == "groups" ? studies::stance_groups(m, authors)
                                      : studies::stance_evidence(m));
}

po::options_description targets_flags() {
  po::options_description options("Options");
  add_evidence_flags(options, "which table to write: targets, groups or evidence");
  return options;
}

void write_targets(const arguments& a) {
  require_format(a);
  const std::string wanted = chosen_table(a, {"targets", "groups", "evidence"});
  const material m = open_material(a);
  require_other_output(a, m);
  if (wanted == "groups") corpus::require_groups(m.groups());
  const auto authors = author_column(a, m);
  const auto evidence = evidence_file(a, m);
  const auto result = studies::targets(m, authors);
  for (const auto& note : m.notes()) tell(a, note);
  for (const auto& note : result.notes) tell(a, note);
  if (!evidence.empty()) write_evidence(a, evidence, result.evidence);
  write_table(a, wanted == "targets" ? result.targets : wanted == "groups" ? result.groups : result.evidence);
}

}  // namespace isogloss::cli
