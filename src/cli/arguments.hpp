#pragma once

#include <boost/program_options.hpp>
#include <filesystem>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "isogloss/base/table.hpp"
#include "isogloss/corpus/study.hpp"
#include "isogloss/studies/material.hpp"

namespace isogloss::cli {

/// The options of one invocation: the command line's, then those of --config, then the study's analysis.ini.
class arguments {
 public:
  /// @param own   the command's options
  /// @param all   the options of every command: what a configuration file may set
  /// @param argv  what follows the command's name
  /// @param takes_pattern  is a pattern named after the study?
  /// @throws data_error  an unknown option, a bad value, no study, no pattern
  arguments(const boost::program_options::options_description& own,
            const boost::program_options::options_description& all, const std::vector<std::string>& argv,
            bool takes_pattern = false);

  [[nodiscard]] bool wants_help() const { return help_; }
  [[nodiscard]] const std::filesystem::path& study() const { return study_; }
  /// Was the option given on the command line itself?
  [[nodiscard]] bool on_command_line(const std::string& option) const { return typed_.contains(option); }

  [[nodiscard]] bool has(const std::string& option) const { return values_.count(option) > 0; }
  /// Was it given anywhere, so that it is not the default?
  [[nodiscard]] bool is_chosen(const std::string& option) const { return has(option) && !values_[option].defaulted(); }
  [[nodiscard]] bool flag(const std::string& option) const;
  [[nodiscard]] std::string text(const std::string& option) const;
  /// A list written with commas.
  [[nodiscard]] std::vector<std::string> list(const std::string& option) const;
  [[nodiscard]] std::vector<std::string> texts(const std::string& option) const;
  /// @throws data_error  less than `lowest` or more than `highest`
  [[nodiscard]] std::size_t number(const std::string& option, std::size_t lowest = 0,
                                   std::size_t highest = std::numeric_limits<std::int64_t>::max()) const;

  /// Every option that has a value and decides the result, for run.json.
  [[nodiscard]] std::map<std::string, std::string> settings() const;

 private:
  void parse(const boost::program_options::options_description& known, const std::vector<std::string>& argv,
             bool takes_pattern);
  void require_operands(bool takes_pattern) const;
  void read_file(const std::filesystem::path& file, const boost::program_options::options_description& all);

  bool help_ = false;
  std::filesystem::path study_;
  std::set<std::string> typed_;
  boost::program_options::variables_map values_;
};

/// The options that every command takes.
[[nodiscard]] boost::program_options::options_description shared_options();

/// The documents that the arguments choose.
[[nodiscard]] corpus::study open_study(const arguments& a);
/// What the arguments say of counting. The files of the study stand in for options that are not given.
[[nodiscard]] studies::material_options counting_options(const arguments& a, const corpus::study& s);
/// Both, made ready; a grouping asked for on the command line must part the documents.
[[nodiscard]] studies::material open_material(const arguments& a);
/// The same for what reads the token stream; see material::of_stream.
[[nodiscard]] studies::material open_stream(const arguments& a);
/// The same for counts by document alone; see material::of_counts.
[[nodiscard]] studies::material open_counts(const arguments& a, studies::term_choice wanted);

}  // namespace isogloss::cli
