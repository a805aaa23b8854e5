#include "isogloss/studies/similarity.hpp"

#include <algorithm>
#include <limits>
#include <string>

#include "isogloss/base/parallel.hpp"
#include "isogloss/base/progress.hpp"
#include "isogloss/statistics/bootstrap.hpp"
#include "isogloss/statistics/distances.hpp"
#include "isogloss/studies/layouts.hpp"
#include "studies/document_rows.hpp"

namespace isogloss::studies {
namespace {

using statistics::measure;

std::vector<measure> measures_of(layer_kind kind, const similarity_options& options) {
  return options.measures.empty() ? default_measures(kind) : options.measures;
}

// Resampled values: one matrix a replicate and measure.
std::vector<std::vector<Eigen::MatrixXd>> resample(const material& m, const layer& l,
                                                   const std::vector<measure>& measures) {
  std::vector<std::vector<Eigen::MatrixXd>> values(measures.size());
  for (auto& replicates : values) replicates.resize(m.options().replicates);
  parallel_for(m.options().replicates, {"resampling similarities", "resamples"}, [&](std::size_t replicate) {
    const auto weights = statistics::resample_segments(
        l.document_of(), m.options().seed, statistics::random_study::similarity, static_cast<std::uint32_t>(replicate));
    for (std::size_t i = 0; i < measures.size(); ++i) values[i][replicate] = l.compare_resampled(measures[i], weights);
  });
  return values;
}

// What a value of the measure can be; an interval moved onto the value must not leave it.
statistics::interval within_range(statistics::interval ends, measure with) {
  const double lowest = with == measure::correlation || with == measure::spearman ? -1.0 : 0.0;
  const bool bounded = statistics::is_similarity(with) || with == measure::jensen_shannon ||
                       with == measure::hellinger || with == measure::bray_curtis;
  const double highest = bounded ? 1.0 : std::numeric_limits<double>::infinity();
  // Comparisons with NaN are false, and std::max and std::min then give their first argument.
  return {std::max(ends.low, lowest), std::min(ends.high, highest)};
}

statistics::interval interval_of(const std::vector<Eigen::MatrixXd>& replicates, Eigen::Index a, Eigen::Index b,
                                 double value, measure with) {
  std::vector<double> resampled;
  resampled.reserve(replicates.size());
  for (const auto& replicate : replicates) resampled.push_back(replicate(a, b));
  return within_range(statistics::centred_interval(std::move(resampled), value), with);
}

// Appends all rows to `to`, and calls added() after each.
template <class Added>
void compare(const material& m, const std::vector<layer>& layers, const similarity_options& options, table& to,
             const Added& added) {
  const bool intervals = options.intervals && m.options().replicates > 0;
  const auto& documents = m.study().documents;
  const progress_rounds rounds(layers.size());
  for (const layer& l : layers) {
    rounds.next();
    const auto measures = measures_of(l.kind(), options);
    const auto resampled =
        intervals ? resample(m, l, measures) : std::vector<std::vector<Eigen::MatrixXd>>(measures.size());
    const auto segments = l.segments_of_documents();
    for (std::size_t i = 0; i < measures.size(); ++i) {
      const Eigen::MatrixXd values = l.compare(measures[i]);
      const progress_stage stage({"finding intervals", "documents"}, m.n_documents());
      for (Eigen::Index a = 0; a < values.rows(); ++a) {
        for (Eigen::Index b = a + 1; b < values.cols(); ++b) {
          // A document of one segment cannot be resampled.
          const bool resamplable =
              segments[static_cast<std::size_t>(a)] > 1 && segments[static_cast<std::size_t>(b)] > 1;
          const auto ends = resamplable ? interval_of(resampled[i], a, b, values(a, b), measures[i])
                                        : statistics::centred_interval({}, 0);
          to.add(name(l.kind()), name(measures[i]), documents[static_cast<std::size_t>(a)].name,
                 documents[static_cast<std::size_t>(b)].name, values(a, b), ends.low, ends.high);
          added();
        }
        stage.advance();
      }
    }
  }
}

}  // namespace

table similarity_layout() {
  using enum column_type;
  return {"similarity",
          "How alike or how far apart every two documents are.",
          "layer, measure, document_a, document_b; documents in the order of documents",
          {columns::layer(),
           columns::measure(),
           {"document_a", string, "", "one document"},
           {"document_b", string, "", "another, further down the list of documents"},
           {"value", number, "",
            "cosine, correlation, spearman, jaccard, ruzicka, dice: larger is more alike, 1 the same; "
            "all others: larger is further apart, 0 the same"},
           columns::low(""),
           columns::high("")}};
}

std::vector<layer> compared_layers(const material& m, const similarity_options& options) {
  std::vector<layer> layers;
  for (const layer_kind kind : options.layers) layers.emplace_back(m, kind);
  return layers;
}

table similarity(const material& m, const similarity_options& options) {
  table result = similarity_layout();
  compare(m, compared_layers(m, options), options, result, [] {});
  return result;
}

void similarity(const material& m, const std::vector<layer>& layers, const similarity_options& options,
                const table_sink& sink) {
  table part = similarity_layout();
  compare(m, layers, options, part, [&] {
    if (part.n_rows() < rows_of_part) return;
    sink(part);
    part = similarity_layout();
  });
  if (part.n_rows() > 0) sink(part);
}

table similarity_matrix(const material& m, layer_kind kind, const similarity_options& options) {
  const measure with = measures_of(kind, options).front();
  std::vector<column_description> described = {columns::document()};
  for (const auto& d : m.study().documents) {
    described.push_back({d.name, column_type::number, "", std::string(name(with)) + " with " + d.name});
  }
  table result(
      "similarity-" + std::string(name(kind)),
      "The " + std::string(name(with)) + " of every two documents in the layer " + std::string(name(kind)) + ".",
      "the order of documents", described);
  const Eigen::MatrixXd values = layer(m, kind).compare(with);
  for (Eigen::Index row = 0; row < values.rows(); ++row) {
    const Eigen::VectorXd cells = values.row(row);
    result.add_numbers(m.study().documents[static_cast<std::size_t>(row)].name,
                       {cells.data(), static_cast<std::size_t>(cells.size())});
  }
  return result;
}

}  // namespace isogloss::studies
