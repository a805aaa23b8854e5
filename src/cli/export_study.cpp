#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "cli/command.hpp"
#include "cli/study_options.hpp"
#include "isogloss/base/errors.hpp"
#include "isogloss/corpus/csv_file.hpp"
#include "isogloss/reports/exchange.hpp"
#include "isogloss/reports/output.hpp"
#include "isogloss/reports/table_writer.hpp"

namespace isogloss::cli {
namespace {

namespace po = boost::program_options;
using studies::material;

const std::vector<std::string> targets = {"matrix-market", "long", "stylo", "liwc", "gexf", "edges"};

std::vector<std::string> chosen_targets(const arguments& a) {
  auto chosen = a.list("to");
  if (chosen.empty()) {
    throw data_error("--to", "is missing", fmt::format("Name one or more of: {}.", corpus::join(targets)));
  }
  for (const auto& target : chosen) {
    if (std::find(targets.begin(), targets.end(), target) != targets.end()) continue;
    throw data_error("--to", fmt::format("\"{}\" is nothing to export to", target),
                     fmt::format("There are: {}.", corpus::join(targets)));
  }
  return chosen;
}

double threshold_of(const arguments& a) {
  const std::string text = a.text("threshold");
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error == std::errc() && end == text.data() + text.size() && std::isfinite(value) && value >= 0) return value;
  throw data_error("--threshold", fmt::format("\"{}\" is not a weight", text), "Weights are 0 or more, such as 0.3.");
}

// Files by name, each once.
class files {
 public:
  void add(const std::string& name, std::string content) {
    if (std::none_of(all_.begin(), all_.end(), [&](const auto& f) { return f.first == name; })) {
      all_.emplace_back(name, std::move(content));
    }
  }
  void add(const table& t) {
    std::string content;
    reports::write(t, reports::format::csv, [&](std::string_view bytes) { content += bytes; });
    add(t.name() + ".csv", std::move(content));
  }
  [[nodiscard]] std::size_t size() const { return all_.size(); }
  void write(const std::filesystem::path& folder) const {
    reports::output_folder out(folder);
    for (const auto& [name, content] : all_) {
      reports::output_file file(out.place(name));
      file.write(content);
      file.commit();
    }
    out.commit();
  }

 private:
  std::vector<std::pair<std::string, std::string>> all_;
};

void add_networks(const arguments& a, const material& m, const std::string& target, files& f) {
  require_one_measure(a);
  studies::network_options options;
  const auto measured = measures(a);
  if (!measured.empty()) options.measure = measured.front();
  options.threshold = threshold_of(a);
  options.nearest = a.number("nearest");
  for (const auto kind : layers(a, m)) {
    const auto n = studies::network_of(m, kind, options);
    if (target == "gexf") {
      f.add(fmt::format("similarity-{}.gexf", name(kind)), reports::gexf(n));
    } else {
      f.add(studies::nodes(n));
      f.add(studies::edges(n));
    }
  }
}

void add_target(const arguments& a, const material& m, const std::string& target, files& f) {
  if (target == "gexf" || target == "edges") return add_networks(a, m, target, f);
  if (target == "liwc") return f.add(studies::liwc(m));
  const counts::dfm dfm = m.trimmed(studies::term_choice::all);
  if (target == "long") return f.add(studies::long_form(dfm));
  if (target == "stylo") return f.add("table_with_frequencies.txt", reports::stylo_table(dfm));
  f.add("matrix.mtx", reports::matrix_market(dfm));
  f.add(studies::matrix_documents(dfm));
  f.add(studies::matrix_terms(dfm));
}

}  // namespace

po::options_description export_flags() {
  po::options_description options = comparison_flags();
  options.add_options()("to", po::value<std::string>()->value_name("LIST"),
                        "matrix-market (matrix.mtx, with its documents and terms), long (doc_id, term, n), stylo "
                        "(table_with_frequencies.txt), liwc (per cent by category), gexf and edges (networks of "
                        "likeness for Gephi, one a layer); with commas")(
      "threshold", po::value<std::string>()->value_name("WEIGHT")->default_value("0"),
      "of networks: leave out edges of less weight (a similarity itself, 1 / (1 + d) of a distance)")(
      "nearest", po::value<std::int64_t>()->value_name("N")->default_value(0),
      "of networks: keep edges that are among the N heaviest of either document; 0: all");
  return options;
}

std::vector<table> export_layouts() {
  std::vector<table> result;
  result.push_back(studies::matrix_documents_layout());
  result.push_back(studies::matrix_terms_layout());
  result.push_back(studies::long_form_layout());
  result.push_back(studies::nodes_layout());
  result.push_back(studies::edges_layout());
  return result;
}

void export_study(const arguments& a) {
  if (!a.has("output")) throw data_error("--output", "is missing", "Name the folder to export to.");
  const auto chosen = chosen_targets(a);
  const material m = open_material(a);
  require_other_output(a, m);
  files f;
  for (const auto& target : chosen) add_target(a, m, target, f);
  f.write(a.text("output"));
  for (const auto& note : m.notes()) tell(a, note);
  tell(a, fmt::format("{} {} in {}", f.size(), f.size() == 1 ? "file" : "files", a.text("output")));
}

}  // namespace isogloss::cli
