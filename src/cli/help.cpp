#include <fmt/format.h>

#include <algorithm>
#include <sstream>

#include "cli/command.hpp"
#include "isogloss/base/version.hpp"

namespace isogloss::cli {
namespace {

namespace po = boost::program_options;

constexpr std::size_t line_length = 110;

constexpr const char* about_patterns =
    "PATTERN is a word, a word with wildcards (bureaucra*; ? is one character), or a quoted phrase of such. It fits "
    "whole "
    "words, whatever their case unless --keep-case, in every spelling that --variants makes one term, before stemming; "
    "phrases.csv does not hide the words of a phrase.";

// "text" in lines of `line_length`, all but the first indented.
std::string wrapped(const std::string& text, std::size_t indent) {
  std::istringstream words(text);
  std::string result;
  std::size_t column = indent;
  for (std::string word; words >> word;) {
    if (column > indent && column + 1 + word.size() > line_length) {
      result += '\n' + std::string(indent, ' ');
      column = indent;
    } else if (column > indent) {
      result += ' ';
      ++column;
    }
    result += word;
    column += word.size();
  }
  return result;
}

std::string option_lines(const po::options_description& options) {
  constexpr std::size_t indent = 34;
  std::string result;
  for (const auto& option : options.options()) {
    std::string left = "  " + option->format_name();
    if (const auto parameter = option->format_parameter(); !parameter.empty()) left += ' ' + parameter;
    left += left.size() < indent ? std::string(indent - left.size(), ' ') : '\n' + std::string(indent, ' ');
    result += left + wrapped(option->description(), indent) + '\n';
  }
  return result;
}

std::string columns_of(const table& t) {
  constexpr std::size_t indent = 34;
  std::string result =
      wrapped(fmt::format("Columns of {}.csv ({}) Sorted by {}.", t.name(), t.description(), t.sorted_by()), 0) + '\n';
  for (const auto& column : t.columns()) {
    std::string left = "  " + column.name;
    left += left.size() < indent ? std::string(indent - left.size(), ' ') : " ";
    std::string meaning = column.description;
    if (!column.unit.empty()) meaning += " [" + column.unit + "]";
    result += left + wrapped(meaning, indent) + '\n';
  }
  return result;
}

}  // namespace

std::string help(const command& c) {
  std::string text = fmt::format("{}\n\nUsage: isogloss {}\n\n", c.summary, c.usage);
  if (c.takes_pattern) text += wrapped(about_patterns, 0) + "\n\n";
  const auto own = c.options();
  if (!own.options().empty()) text += "Options\n" + option_lines(own) + '\n';
  text += "Shared options\n" + option_lines(shared_options()) + '\n';
  for (const table& t : c.layouts()) text += columns_of(t) + '\n';
  if (!c.also.empty()) text += wrapped(c.also, 0) + "\n\n";
  text += "Example: " + c.example + '\n';
  if (!c.caution.empty()) text += "\nCaution: " + wrapped(c.caution, 0) + '\n';
  return text;
}

std::string general_help() {
  std::string text = fmt::format(
      "isogloss {}: draws the lines where the words of texts part.\n\nUsage: isogloss COMMAND STUDY [options]\n\n"
      "STUDY is a folder with documents.csv, a folder of .txt, .xml (TEI) or .html files, one such file, or a\n"
      "CSV file of counts with the columns doc_id, term and n.\n\nCommands\n",
      version);
  for (const auto& c : commands()) text += fmt::format("  {:<14}{}\n", c.name, c.summary);
  text += "\nOn a terminal, work of more than two seconds (ISOGLOSS_PROGRESS_AFTER_MS=2000) shows how far it is.\n";
  text += "isogloss COMMAND --help shows a command's options and the columns of its tables.\n";
  return text;
}

}  // namespace isogloss::cli
