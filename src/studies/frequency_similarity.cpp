#include <algorithm>
#include <limits>

#include "isogloss/base/errors.hpp"
#include "isogloss/statistics/distances.hpp"
#include "isogloss/studies/similarity.hpp"

namespace isogloss::studies {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

// Documents x terms, as shares of 1.
Eigen::MatrixXd profiles_of(const corpus::frequency_table& t, std::size_t most_frequent) {
  const auto n_documents = static_cast<Eigen::Index>(t.documents.size());
  const auto n_terms = static_cast<Eigen::Index>(std::min(most_frequent, t.terms.size()));
  return Eigen::Map<const Eigen::MatrixXd>(t.per_cent.data(), n_documents, n_terms) / 100;
}

void require_possible(const similarity_options& options) {
  for (const layer_kind kind : options.layers) {
    if (kind == layer_kind::style) continue;
    throw data_error("--layer", std::string(name(kind)) + " needs counts, and a table of relative frequencies has none",
                     "Leave it out, or name style.");
  }
  for (const auto with : options.measures) {
    if (!statistics::needs_counts(with)) continue;
    throw data_error(
        "--measure",
        std::string(statistics::name(with)) + " needs counts, and a table of relative frequencies has none",
        "Choose another measure, or give the texts.");
  }
}

}  // namespace

table similarity(const corpus::frequency_table& t, const similarity_options& options, std::size_t most_frequent) {
  require_possible(options);
  const Eigen::MatrixXd profiles = profiles_of(t, most_frequent);
  table result = similarity_layout();
  for (const auto with : options.measures.empty() ? default_measures(layer_kind::style) : options.measures) {
    const Eigen::MatrixXd values = statistics::distances(profiles, with);
    for (Eigen::Index a = 0; a < values.rows(); ++a) {
      for (Eigen::Index b = a + 1; b < values.cols(); ++b) {
        result.add(name(layer_kind::style), statistics::name(with), t.documents[static_cast<std::size_t>(a)],
                   t.documents[static_cast<std::size_t>(b)], values(a, b), nan, nan);
      }
    }
  }
  return result;
}

}  // namespace isogloss::studies
