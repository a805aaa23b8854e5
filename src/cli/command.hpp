#pragma once

#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "cli/arguments.hpp"
#include "isogloss/base/table.hpp"

namespace isogloss::cli {

/// A subcommand: what help says of it and what it does.
struct command {
  std::string name;
  std::string summary;  ///< one sentence
  std::string usage;    ///< after "isogloss"
  std::function<boost::program_options::options_description()> options;
  std::function<std::vector<table>()> layouts;  ///< the tables it writes
  std::string example;
  std::string caution;  ///< what counts too small for the measure do to it; may be empty
  std::function<void(const arguments&)> run;
  std::string also = {};       ///< files it writes beside those tables; may be empty
  bool takes_pattern = false;  ///< after the study
};

/// All subcommands, in the order help lists them.
[[nodiscard]] const std::vector<command>& commands();
/// The options of all commands together, as configuration files may set them.
[[nodiscard]] boost::program_options::options_description all_options();

[[nodiscard]] std::string help(const command& c);
[[nodiscard]] std::string general_help();

/// Writes a table as --format says, to standard output or --output.
void write_table(const arguments& a, const table& t);
/// The same for a table that comes in parts.
void write_parts(const arguments& a, const table& layout,
                 const std::function<void(const std::function<void(const table& part)>&)>& make);
/// Writes text to standard output; a closed pipe throws closed_pipe.
void write_output(std::string_view text);
struct closed_pipe {};
/// @throws data_error  --format names none
void require_format(const arguments& a);
/// @throws data_error  --output would write over what the study is read from
void require_other_output(const arguments& a, const studies::material& m);
/// @throws data_error  `output`, which `option` names, is a file that the study is read from
void require_no_input(const std::string& option, const std::filesystem::path& output, const studies::material& m);
/// A message on standard error, unless --quiet.
void tell(const arguments& a, const std::string& message);

void write_frequencies(const arguments& a);
void write_tfidf(const arguments& a);
void write_tokens(const arguments& a);
void write_stance(const arguments& a);
void write_targets(const arguments& a);
void write_reuse(const arguments& a);
/// @throws data_error  the study has none
void require_lexicons(const studies::material& m);
void run_study(const arguments& a);
void check_study(const arguments& a);
[[nodiscard]] boost::program_options::options_description check_flags();
[[nodiscard]] table check_layout();
void extract_features(const arguments& a);
void export_study(const arguments& a);
[[nodiscard]] boost::program_options::options_description export_flags();
[[nodiscard]] std::vector<table> export_layouts();

}  // namespace isogloss::cli
