#include <fmt/format.h>

#include <algorithm>

#include "cli/study_options.hpp"
#include "isogloss/base/errors.hpp"

namespace isogloss::cli {
namespace {

namespace po = boost::program_options;

// Two documents parted by a comma; names may have commas of their own.
std::pair<std::string, std::string> two_documents(const std::string& text, const std::vector<std::string>& names) {
  const auto is_name = [&](const std::string& part) {
    return std::find(names.begin(), names.end(), part) != names.end();
  };
  for (std::size_t comma = text.find(','); comma != std::string::npos; comma = text.find(',', comma + 1)) {
    const std::string left = text.substr(0, comma), right = text.substr(comma + 1);
    if (is_name(left) && is_name(right)) return {left, right};
  }
  const std::size_t comma = text.find(',');
  if (comma == std::string::npos) {
    throw data_error("--direction", fmt::format("\"{}\" is not two documents", text),
                     "Write DOCUMENT,DOCUMENT: the first is to lie below the second.");
  }
  return {text.substr(0, comma), text.substr(comma + 1)};
}

}  // namespace

po::options_description ordination_flags() {
  po::options_description options = comparison_flags();
  options.add_options()("axes", po::value<std::int64_t>()->value_name("N")->default_value(2),
                        "how many, where there are so many")(
      "top", po::value<std::int64_t>()->value_name("TERMS")->default_value(50), "terms an axis in loadings; 0: all")(
      "table", po::value<std::string>()->value_name("NAME")->default_value("ordination"),
      "which table to write: ordination, loadings or ellipses");
  return options;
}

studies::ordination_options ordination_choice(const arguments& a, const studies::material& m) {
  studies::ordination_options chosen;
  chosen.layers = layers(a, m);
  const auto measured = measures(a);
  if (!measured.empty()) chosen.measure = measured.front();
  chosen.ellipses = similarity_choice(a, m).intervals;
  if (a.has("axes")) chosen.axes = a.number("axes", 1, 100);
  if (a.is_chosen("top")) chosen.top = a.number("top");
  if (a.is_chosen("min-count")) chosen.min_count = static_cast<double>(a.number("min-count"));
  return chosen;
}

po::options_description scaling_flags() {
  po::options_description options("Options");
  options.add_options()("scores", po::value<std::string>()->value_name("COLUMN"),
                        "a column of documents.csv with the positions that are known (two or more numbers, the rest "
                        "empty): adds wordscores")(
      "direction", po::value<std::string>()->value_name("DOCUMENT,DOCUMENT"),
      "which document lies below which other on the scale of wordfish; otherwise the first below the last");
  return options;
}

studies::scaling_options scaling_choice(const arguments& a, const studies::material& m) {
  studies::scaling_options chosen;
  chosen.scores = a.text("scores");
  if (a.has("direction")) chosen.direction = two_documents(a.text("direction"), m.document_names());
  return chosen;
}

}  // namespace isogloss::cli
