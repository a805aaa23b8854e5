#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>
#include <filesystem>

#include "cli/study_options.hpp"
#include "isogloss/base/errors.hpp"

// The options of the commands that look for a pattern. Their --window and --sort-by stand on the command line only: in
// a file of options the names mean those of diversity and keyness.
namespace isogloss::cli {
namespace {

namespace po = boost::program_options;

constexpr std::int64_t most_words = 1000000;

po::typed_value<std::int64_t>* number(std::int64_t standard, const char* unit) {
  return po::value<std::int64_t>()->default_value(standard)->value_name(unit);
}

po::typed_value<std::string>* text(const char* standard, const char* name) {
  return po::value<std::string>()->default_value(standard)->value_name(name);
}

constexpr const char* about_regex =
    "PATTERN's words are ICU regular expressions, each of which a whole word must fit, instead of words with "
    "wildcards: * any characters, ? one";

std::string names_of_orders() {
  std::vector<std::string_view> names;
  for (const auto order : studies::all_kwic_orders()) names.push_back(name(order));
  return fmt::format("{}", fmt::join(names, ", "));
}

}  // namespace

po::options_description kwic_flags() {
  po::options_description options("Options");
  options.add_options()("window", number(5, "WORDS"), "words to show on either side, of whatever zone")(
      "sort-by", text("position", "ORDER"),
      fmt::format("{}: by document and place, the words before (nearest first), those after, or those found",
                  names_of_orders())
          .c_str())("regex", po::bool_switch(), about_regex);
  return options;
}

studies::kwic_options kwic_choice(const arguments& a) {
  studies::kwic_options chosen{a.text("pattern"), a.flag("regex")};
  if (a.on_command_line("window")) chosen.window = a.number("window", 0, most_words);
  if (!a.on_command_line("sort-by")) return chosen;
  const auto order = studies::kwic_order_from(a.text("sort-by"));
  if (!order) {
    throw data_error("--sort-by", fmt::format("\"{}\" is not an order", a.text("sort-by")),
                     fmt::format("There are: {}.", names_of_orders()));
  }
  chosen.order = *order;
  return chosen;
}

po::options_description collocates_flags() {
  po::options_description options("Options");
  options.add_options()("left", number(5, "WORDS"),
                        "width of the window before the node, in running words of its voice")(
      "right", number(5, "WORDS"), "width of the window after the node")(
      "across-sentences", po::bool_switch(),
      "windows go on beyond the sentence, up to where another voice comes between")(
      "min-observed", number(5, "TOKENS"), "leave out collocates seen less often near the node (in both groups)")(
      "sort-by", text("log_dice", "MEASURE"),
      fmt::format("what rank goes by: {}", fmt::join(studies::collocates_sort_columns(), ", ")).c_str())(
      "top", number(0, "TERMS"), "collocates (of each pair of groups); 0: all")(
      "compare-groups", po::bool_switch(),
      "every pair of the groups of --group-by instead: the table collocate_groups")("regex", po::bool_switch(),
                                                                                    about_regex);
  return options;
}

studies::collocates_options collocates_choice(const arguments& a) {
  studies::collocates_options chosen;
  chosen.pattern = a.text("pattern");
  chosen.regex = a.flag("regex");
  chosen.span = {a.number("left", 0, most_words), a.number("right", 0, most_words)};
  chosen.across_sentences = a.flag("across-sentences");
  chosen.min_observed = static_cast<double>(a.number("min-observed"));
  if (a.on_command_line("sort-by")) chosen.sort_by = a.text("sort-by");
  chosen.top = a.number("top");
  return chosen;
}

po::options_description page_flags() {
  po::options_description options("Options");
  options.add_options()("concordance", text("yes", "CHOICE"),
                        "yes: report.html holds passages of the texts, the lines that a click on a term shows; no: it "
                        "holds none, for texts that are not to be passed on");
  return options;
}

bool shows_concordances(const arguments& a) {
  const std::string choice = a.text("concordance");
  if (choice == "yes" || choice == "no") return choice == "yes";
  throw data_error("--concordance", fmt::format("\"{}\" is no choice", choice), "There are: yes, no.");
}

std::vector<std::pair<std::string, std::string>> search_choices(const arguments& a) {
  constexpr std::array shared = {"config",     "zones",         "detect-zones",  "detect-everywhere", "encoding",
                                 "keep-case",  "token-pattern", "normalisation", "strip-possessive",  "variants",
                                 "spelling",   "phrases",       "reuse",         "seed-words",        "min-words",
                                 "reuse-zones"};
  std::vector<std::pair<std::string, std::string>> chosen;
  for (const auto& condition : a.texts("where")) chosen.emplace_back("where", condition);
  const auto settings = a.settings();
  for (const std::string option : shared) {
    if (!a.on_command_line(option)) continue;
    const auto setting = settings.find(option);  // all but --config, which is no setting
    chosen.emplace_back(option, setting == settings.end() ? std::filesystem::path(a.text(option)).filename().string()
                                                          : setting->second);
  }
  return chosen;
}

po::options_description contested_flags() {
  po::options_description options("Options");
  options.add_options()("left", number(5, "WORDS"),
                        "width of the window before the node, in running words of its voice")(
      "right", number(5, "WORDS"), "width of the window after the node")(
      "min-shared", number(10, "TOKENS"), "leave out terms that one of the two groups uses less often")(
      "top", number(0, "TERMS"), "terms a comparison; 0: all");
  return options;
}

studies::contested_options contested_choice(const arguments& a) {
  studies::contested_options chosen;
  chosen.span = {a.number("left", 0, most_words), a.number("right", 0, most_words)};
  chosen.min_shared = static_cast<double>(a.number("min-shared"));
  chosen.top = a.number("top");
  return chosen;
}

}  // namespace isogloss::cli
