#include <fmt/format.h>

#include <algorithm>

#include "cli/command.hpp"
#include "cli/study_options.hpp"
#include "isogloss/base/errors.hpp"
#include "isogloss/corpus/csv_file.hpp"
#include "isogloss/studies/similarity.hpp"

namespace isogloss::cli {
namespace {

namespace po = boost::program_options;
using statistics::attribution_rule;

constexpr std::int64_t most_tokens = 1'000'000'000;

po::typed_value<std::int64_t>* number(std::int64_t standard, const char* unit) {
  return po::value<std::int64_t>()->default_value(standard)->value_name(unit);
}

std::string names_of_measures() {
  std::vector<std::string> names;
  for (const auto m : statistics::all_measures()) {
    if (statistics::can_place(m)) names.emplace_back(name(m));
  }
  return corpus::join(names);
}

// --table, or the first of those there are.
std::string chosen_table(const arguments& a, const std::vector<std::string>& tables) {
  if (!a.on_command_line("table")) return tables.front();
  const std::string wanted = a.text("table");
  if (std::ranges::find(tables, wanted) != tables.end()) return wanted;
  throw data_error("--table", fmt::format("\"{}\" is not a table of {}", wanted, a.text("method")),
                   fmt::format("There are: {}.", corpus::join(tables)));
}

template <class Result>
void tell_notes(const arguments& a, const Result& result) {
  for (const auto& note : result.notes) tell(a, note);
}

table nearest_table(const studies::material& m, const arguments& a, const studies::attribution_options& options) {
  const std::string wanted = chosen_table(a, {"attribution", "accuracy", "confusion"});
  auto chosen = options;
  chosen.support = options.support && wanted == "attribution";
  auto result = studies::attribute(m, chosen);
  tell_notes(a, result);
  if (wanted == "accuracy") return std::move(result.accuracy);
  return std::move(wanted == "confusion" ? result.confusion : result.attribution);
}

table imposters_table(const studies::material& m, const arguments& a, const studies::attribution_options& options) {
  const std::string wanted = chosen_table(a, {"imposters", "calibration"});
  auto result = studies::verify(m, options, {a.number("iterations", 1, 1'000'000), a.flag("open-set")});
  tell_notes(a, result);
  return std::move(wanted == "imposters" ? result.imposters : result.calibration);
}

table rolling_table(const studies::material& m, const arguments& a, const studies::attribution_options& options) {
  chosen_table(a, {"rolling"});
  return studies::rolling(
      m, options,
      {a.texts("document"), a.number("window-tokens", 1, most_tokens), a.number("step-tokens", 1, most_tokens)});
}

std::vector<attribution_rule> rules(const std::vector<std::string>& methods) {
  std::vector<attribution_rule> chosen;
  for (const auto& method : methods) {
    for (const auto rule : {attribution_rule::nearest_neighbour, attribution_rule::nearest_profile}) {
      if (name(rule) == method && std::ranges::find(chosen, rule) == chosen.end()) chosen.push_back(rule);
    }
  }
  return chosen;
}

}  // namespace

po::options_description attribution_settings() {
  po::options_description options("Options");
  options.add_options()("author-by", po::value<std::string>()->value_name("COLUMN")->default_value("author"),
                        "the column of documents.csv that names authors")(
      "unknown", po::value<std::vector<std::string>>()->value_name("VALUE"),
      "a value of that column that names no author, such as disputed (an empty one never does); may be repeated")(
      "culling", number(0, "PERCENT"), "leave out words that stand in less of the documents than this")(
      "scale-of-all", po::bool_switch(),
      "words, means and deviations of all documents, the tested and the unknown ones among them; otherwise of those of "
      "known author without the one tested");
  return options;
}

po::options_description attribution_flags() {
  po::options_description options = attribution_settings();
  options.add_options()(
      "method", po::value<std::string>()->value_name("LIST")->default_value("nearest-neighbour,nearest-profile"),
      "nearest-neighbour (an author is the nearest of their documents), nearest-profile (the mean of "
      "them); or imposters; or rolling")("measure",
                                         po::value<std::string>()->value_name("NAME")->default_value("burrows_delta"),
                                         names_of_measures().c_str())(
      "table", po::value<std::string>()->value_name("NAME"),
      "which table to write: attribution, accuracy or confusion; of imposters: imposters or calibration")(
      "iterations", number(100, "N"), "of imposters")(
      "open-set", po::bool_switch(),
      "imposters: the true author may be none of the study's; calibrate with pairs whose true author is missing")(
      "document", po::value<std::vector<std::string>>()->value_name("NAME"),
      "rolling: what to roll through, otherwise all documents of unknown author; may be repeated")(
      "window-tokens", number(1000, "TOKENS"), "rolling: size of a window")("step-tokens", number(200, "TOKENS"),
                                                                            "rolling: from one window to the next");
  return options;
}

studies::attribution_options attribution_choice(const arguments& a, const studies::material& m) {
  studies::attribution_options chosen;
  const auto measured = measures(a);
  // In a file of options, and of `run`, --measure is that of comparisons, some of which cannot leave a document out.
  if (!measured.empty() && (a.on_command_line("measure") || statistics::can_place(measured.front()))) {
    chosen.measure = measured.front();
  }
  if (a.has("author-by")) chosen.author_column = a.text("author-by");
  chosen.unknown = a.texts("unknown");
  if (a.has("culling")) chosen.culling = static_cast<double>(a.number("culling", 0, 100));
  chosen.scale_of_all = a.flag("scale-of-all");
  chosen.support = m.n_documents() <= studies::most_documents_with_intervals || a.on_command_line("replicates");
  return chosen;
}

table attribution_table(const studies::material& m, const arguments& a) {
  // In a file of options --method is that of clusters.
  const auto methods =
      a.on_command_line("method") ? a.list("method") : std::vector<std::string>{"nearest-neighbour", "nearest-profile"};
  require_one_measure(a);
  auto options = attribution_choice(a, m);
  options.rules = rules(methods);
  if (options.rules.size() == methods.size() && !methods.empty()) return nearest_table(m, a, options);
  if (methods == std::vector<std::string>{"imposters"}) return imposters_table(m, a, options);
  if (methods == std::vector<std::string>{"rolling"}) return rolling_table(m, a, options);
  throw data_error("--method", fmt::format("\"{}\" is not a method, or not together with others", a.text("method")),
                   "There are: nearest-neighbour, nearest-profile (or both, with a comma); imposters; rolling.");
}

}  // namespace isogloss::cli
