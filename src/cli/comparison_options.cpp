#include <fmt/format.h>

#include <charconv>

#include "cli/study_options.hpp"
#include "isogloss/base/errors.hpp"
#include "isogloss/corpus/csv_file.hpp"

// The options of similarity and clusters.
namespace isogloss::cli {
namespace {

namespace po = boost::program_options;

std::string names_of_measures() {
  std::vector<std::string> names;
  for (const auto measure : statistics::all_measures()) names.emplace_back(name(measure));
  return corpus::join(names);
}

constexpr std::size_t most_words_swept = 1'000'000;
constexpr std::size_t most_steps = 1000;

// FROM,TO,STEP, or one number.
std::vector<std::size_t> sweep(const arguments& a, const std::string& option, std::size_t highest) {
  const auto fail = [&](const std::string& what) {
    throw data_error("--" + option, fmt::format("\"{}\" {}", a.text(option), what),
                     fmt::format("Write FROM,TO,STEP, whole numbers up to {}, such as 100,1000,100.", highest));
  };
  std::vector<std::size_t> ends;
  for (const auto& item : a.list(option)) {
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(item.data(), item.data() + item.size(), number);
    if (error != std::errc() || end != item.data() + item.size() || number > highest) fail("is no sweep");
    ends.push_back(number);
  }
  if (ends.size() == 1) return ends;
  if (ends.size() != 3) fail("is no sweep");
  if (ends[1] < ends[0] || ends[2] == 0) fail("goes nowhere");
  if ((ends[1] - ends[0]) / ends[2] >= most_steps) fail("has too many steps");
  std::vector<std::size_t> values;
  for (std::size_t value = ends[0]; value <= ends[1]; value += ends[2]) values.push_back(value);
  return values;
}

}  // namespace

po::options_description comparison_flags() {
  po::options_description options("Options");
  options.add_options()("layer", po::value<std::string>()->value_name("LIST"),
                        "vocabulary (TF-IDF of content terms), style (most frequent words), stance (rates of the "
                        "lexicons' categories); with commas; all otherwise")(
      "measure", po::value<std::string>()->value_name("LIST"),
      fmt::format("{}; with commas (similarity, run). Otherwise vocabulary: cosine; style: cosine_delta, "
                  "burrows_delta; stance: burrows_delta",
                  names_of_measures())
          .c_str());
  return options;
}

po::options_description similarity_flags() {
  po::options_description options = comparison_flags();
  options.add_options()("explain", po::value<std::int64_t>()->value_name("TERMS")->default_value(0),
                        "list so many terms of each pair that make it differ, and that make it alike: the table "
                        "contributions; 0: none");
  return options;
}

po::options_description clustering_flags() {
  po::options_description options = comparison_flags();
  options.add_options()("method",
                        po::value<std::string>()->value_name("LIST")->default_value("average,ward.D2,k-means"),
                        fmt::format("{}; with commas", corpus::join(studies::clustering_methods())).c_str())(
      "clusters", po::value<std::int64_t>()->value_name("K")->default_value(0),
      "how many; 0: as many as there are groups, or two")(
      "agree-with", po::value<std::string>()->value_name("COLUMN"),
      "hold clusters against this column of documents.csv; otherwise that of --group-by")(
      "sensitivity-words", po::value<std::string>()->value_name("FROM,TO,STEP")->default_value("100,1000,100"),
      "numbers of most frequent words under which trees are built again, for the sensitivity of branches; none: not at "
      "all")("sensitivity-culling", po::value<std::string>()->value_name("FROM,TO,STEP")->default_value("0,100,20"),
             "per cent of the documents that a word must be in to be one of them")(
      "table", po::value<std::string>()->value_name("NAME")->default_value("clusters"),
      "which table to write: clusters, merges or agreement");
  return options;
}

studies::similarity_options similarity_choice(const arguments& a, const studies::material& m) {
  studies::similarity_options chosen{layers(a, m), measures(a), true};
  chosen.intervals = m.n_documents() <= studies::most_documents_with_intervals || a.on_command_line("replicates");
  return chosen;
}

studies::clusters_options clusters_choice(const arguments& a, const studies::material& m) {
  studies::clusters_options chosen;
  chosen.layers = layers(a, m);
  const auto measured = measures(a);
  if (!measured.empty()) chosen.measure = measured.front();
  if (a.has("method")) chosen.methods = a.list("method");
  if (a.has("clusters")) chosen.clusters = a.number("clusters");
  if (a.has("agree-with")) chosen.agree_with = a.text("agree-with");
  const bool few = m.n_documents() <= studies::most_documents_with_support;
  chosen.support = few || a.on_command_line("replicates");
  chosen.sensitivity = few || a.on_command_line("sensitivity-words") || a.on_command_line("sensitivity-culling");
  chosen.sweep.most_frequent.clear();
  if (a.text("sensitivity-words") != "none") {
    for (const std::size_t n : sweep(a, "sensitivity-words", most_words_swept)) chosen.sweep.most_frequent.push_back(n);
  }
  chosen.sweep.culling.clear();
  for (const std::size_t n : sweep(a, "sensitivity-culling", 100))
    chosen.sweep.culling.push_back(static_cast<double>(n));
  return chosen;
}

}  // namespace isogloss::cli
