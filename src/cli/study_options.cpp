#include "cli/study_options.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "isogloss/base/errors.hpp"
#include "isogloss/corpus/csv_file.hpp"

namespace isogloss::cli {
namespace {

namespace po = boost::program_options;

template <class Values>
std::string names_of(const Values& values) {
  std::vector<std::string> names;
  for (const auto value : values) names.emplace_back(name(value));
  return corpus::join(names);
}

}  // namespace

std::vector<studies::layer_kind> layers_named(const arguments& a) {
  std::vector<studies::layer_kind> chosen;
  for (const auto& item : a.list("layer")) {
    const auto layer = studies::layer_from(item);
    if (!layer) {
      throw data_error("--layer", fmt::format("\"{}\" is not a layer", item),
                       fmt::format("There are: {}.", names_of(studies::all_layers())));
    }
    if (std::find(chosen.begin(), chosen.end(), *layer) != chosen.end()) {
      throw data_error("--layer", fmt::format("\"{}\" stands twice", item), "Name each layer once.");
    }
    chosen.push_back(*layer);
  }
  return chosen;
}

std::vector<studies::layer_kind> layers(const arguments& a, const studies::material& m) {
  auto chosen = layers_named(a);
  if (!chosen.empty()) return chosen;
  for (const auto layer : studies::all_layers()) {
    if (layer != studies::layer_kind::stance || !m.lexicons().empty()) chosen.push_back(layer);
  }
  return chosen;
}

std::vector<statistics::measure> measures(const arguments& a) {
  std::vector<statistics::measure> chosen;
  for (const auto& item : a.list("measure")) {
    const auto measure = statistics::measure_from(item);
    if (!measure) {
      throw data_error("--measure", fmt::format("\"{}\" is not a measure", item),
                       fmt::format("There are: {}.", names_of(statistics::all_measures())));
    }
    chosen.push_back(*measure);
  }
  return chosen;
}

void require_one_measure(const arguments& a) {
  if (!a.on_command_line("measure") || a.list("measure").size() == 1) return;
  throw data_error("--measure", fmt::format("\"{}\" is not one measure", a.text("measure")), "Name one.");
}

po::options_description tfidf_flags() {
  po::options_description options("Options");
  options.add_options()("scheme", po::value<std::string>()->value_name("NAME")->default_value("sklearn"),
                        "sklearn: count * (ln((1+N)/(1+df)) + 1), rows of length 1; textbook, tidytext: count/tokens * "
                        "ln(N/df); quanteda: count * log10(N/df); bm25: k1 = 1.2, b = 0.75")(
      "idf-unit", po::value<std::string>()->value_name("UNIT")->default_value("document"),
      "N and df count documents, or segments")("top", po::value<std::int64_t>()->value_name("TERMS")->default_value(0),
                                               "terms a document; 0: all");
  return options;
}

studies::tfidf_options tfidf_choice(const arguments& a) {
  studies::tfidf_options chosen;
  const auto scheme = statistics::tfidf_scheme_from(a.text("scheme"));
  if (!scheme) {
    throw data_error("--scheme", fmt::format("\"{}\" is not a scheme", a.text("scheme")),
                     fmt::format("There are: {}.", names_of(statistics::all_tfidf_schemes())));
  }
  chosen.scheme = *scheme;
  const std::string unit = a.text("idf-unit");
  if (unit != "document" && unit != "segment") {
    throw data_error("--idf-unit", fmt::format("\"{}\" is not a unit", unit), "There are: document, segment.");
  }
  chosen.unit = unit == "segment" ? studies::idf_unit::segment : studies::idf_unit::document;
  chosen.top = a.number("top");
  return chosen;
}

po::options_description keyness_flags() {
  po::options_description options("Options");
  const auto sort_columns = studies::keyness_sort_columns();
  options.add_options()("target", po::value<std::string>()->value_name("GROUP"),
                        "the group of interest; otherwise each group in turn, against the rest and in pairs")(
      "reference", po::value<std::string>()->value_name("GROUP"),
      "what to compare the target with; otherwise the rest")(
      "by", po::value<std::string>()->value_name("UNIT")->default_value("group"),
      "what is compared: group (see --group-by), author or document")(
      "author-by", po::value<std::string>()->value_name("COLUMN")->default_value("author"),
      "whose documents belong together: intervals beyond the texts resample authors before documents")(
      "sort-by", po::value<std::string>()->value_name("MEASURE")->default_value("log_odds_z"),
      fmt::format("what rank goes by: {}", fmt::join(sort_columns, ", ")).c_str())(
      "top", po::value<std::int64_t>()->value_name("TERMS")->default_value(0),
      "terms a comparison (tfidf: a document); 0: all")(
      "table", po::value<std::string>()->value_name("NAME")->default_value("keyness"),
      "which table to write: keyness or omnibus");
  return options;
}

studies::keyness_options keyness_choice(const arguments& a) {
  studies::keyness_options chosen;
  const std::string by = a.has("by") ? a.text("by") : "group";
  if (by == "author") {
    chosen.by = studies::keyness_by::author;
  } else if (by == "document") {
    chosen.by = studies::keyness_by::document;
  } else if (by != "group") {
    throw data_error("--by", fmt::format("\"{}\" is nothing to compare by", by), "There are: group, author, document.");
  }
  chosen.target = a.text("target");
  chosen.reference = a.text("reference");
  if (a.has("author-by")) chosen.author_column = a.text("author-by");
  if (a.has("sort-by")) chosen.sort_by = a.text("sort-by");
  if (a.has("top")) chosen.top = a.number("top");
  if (a.is_chosen("min-count")) chosen.min_count = static_cast<double>(a.number("min-count"));
  chosen.min_documents = a.number("min-documents");
  return chosen;
}

std::string describe(const studies::keyness_summary& s) {
  return fmt::format(
      "{} of {} differences hold in these texts (interval without 0, every document of one side above every one of the "
      "other); "
      "{} survive q < 0.05 beyond them; the smallest p attainable with these documents is {:.2g}",
      s.within, s.n_differences, s.beyond, s.smallest_p);
}

po::options_description dispersion_flags() {
  po::options_description options("Options");
  options.add_options()("over", po::value<std::string>()->value_name("PARTS")->default_value("segment"),
                        "the parts a term is spread over: segment or document")(
      "top", po::value<std::int64_t>()->value_name("TERMS")->default_value(0), "the most frequent terms; 0: all");
  return options;
}

studies::dispersion_options dispersion_choice(const arguments& a) {
  const std::string over = a.has("over") ? a.text("over") : "segment";
  if (over != "segment" && over != "document") {
    throw data_error("--over", fmt::format("\"{}\" are no parts", over), "There are: segment, document.");
  }
  return {over == "segment" ? studies::dispersion_parts::segment : studies::dispersion_parts::document,
          a.has("top") ? a.number("top") : 0};
}

po::options_description diversity_flags() {
  po::options_description options("Options");
  options.add_options()("window", po::value<std::int64_t>()->value_name("TOKENS")->default_value(100),
                        "window of the moving average and segment of the mean segmental type-token ratio");
  return options;
}

studies::diversity_options diversity_choice(const arguments& a) {
  studies::diversity_options chosen;
  if (a.has("window")) chosen.window = a.number("window", 2);
  return chosen;
}

}  // namespace isogloss::cli
