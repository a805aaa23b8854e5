#include "isogloss/studies/ordination.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "isogloss/base/errors.hpp"
#include "isogloss/base/numeric.hpp"
#include "isogloss/statistics/classical_mds.hpp"
#include "isogloss/statistics/correspondence_analysis.hpp"
#include "isogloss/statistics/distances.hpp"
#include "isogloss/statistics/principal_components.hpp"
#include "isogloss/studies/clusters.hpp"
#include "isogloss/studies/layouts.hpp"
#include "studies/ordination_ellipses.hpp"

namespace isogloss::studies {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;
using statistics::component_scale;

std::vector<std::string> chosen(const std::vector<std::string>& names, const std::vector<Index>& columns) {
  std::vector<std::string> result;
  for (const Index column : columns) result.push_back(names[static_cast<std::size_t>(column)]);
  return result;
}

std::vector<Index> frequent(const counts::sparse_matrix& counts, double min_count) {
  const VectorXd sums = counts.transpose() * VectorXd::Ones(counts.rows());
  std::vector<Index> columns;
  for (Index column = 0; column < sums.size(); ++column) {
    if (sums[column] > 0 && sums[column] >= min_count) columns.push_back(column);
  }
  return columns;
}

counts::sparse_matrix select(const counts::sparse_matrix& counts, const std::vector<Index>& columns) {
  counts::sparse_matrix choice(counts.cols(), static_cast<Index>(columns.size()));
  for (std::size_t column = 0; column < columns.size(); ++column) {
    choice.insert(columns[column], static_cast<Index>(column)) = 1;
  }
  return counts * choice;
}

// The terms of an axis from the greatest loading to the least, by size; of those that differ by rounding only, in their
// own order.
std::vector<Index> by_size(const VectorXd& loadings, std::size_t top) {
  const double scale = 1e9 / loadings.cwiseAbs().maxCoeff();
  const auto size = [&](Index term) { return std::llround(std::abs(loadings[term]) * scale); };
  std::vector<Index> order(static_cast<std::size_t>(loadings.size()));
  std::iota(order.begin(), order.end(), Index{0});
  std::stable_sort(order.begin(), order.end(), [&](Index a, Index b) { return size(a) > size(b); });
  if (top > 0 && order.size() > top) order.resize(top);
  return order;
}

struct run {
  const material& m;
  const ordination_options& options;
  ordinations result;

  [[nodiscard]] Index axes() const { return static_cast<Index>(options.axes); }
  [[nodiscard]] statistics::measure measure_of(layer_kind kind) const {
    return options.measure.value_or(default_measures(kind).front());
  }

  void require_comparable(layer_kind kind) const;
  void layer_of(layer_kind kind);
  void components(const layer& l);
  void correspondences(const layer& l);
  void scaling(const layer& l);
  void places(layer_kind kind, const char* method, const MatrixXd& coordinates, const VectorXd& shares, double stress);
  void terms(layer_kind kind, const char* method, const std::vector<std::string>& names, const MatrixXd& loadings);
};

void run::require_comparable(layer_kind kind) const {
  clusters_options as;
  as.measure = options.measure;
  const std::string reason = why_not_comparable(m, kind, as);
  if (reason.empty()) return;
  throw data_error("--layer", reason, "Leave a document out with --where, or name the other layers with --layer.");
}

void run::places(layer_kind kind, const char* method, const MatrixXd& coordinates, const VectorXd& shares,
                 double stress) {
  for (std::size_t d = 0; d < m.n_documents(); ++d) {
    for (Index axis = 0; axis < std::min(axes(), coordinates.cols()); ++axis) {
      result.ordination.add(name(kind), method, m.study().documents[d].name, axis + 1,
                            coordinates(static_cast<Index>(d), axis), shares[axis], stress);
    }
  }
}

void run::terms(layer_kind kind, const char* method, const std::vector<std::string>& names, const MatrixXd& loadings) {
  for (Index axis = 0; axis < std::min(axes(), loadings.cols()); ++axis) {
    for (const Index term : by_size(loadings.col(axis), options.top)) {
      result.loadings.add(name(kind), method, names[static_cast<std::size_t>(term)], axis + 1, loadings(term, axis));
    }
  }
}

void run::components(const layer& l) {
  const auto found =
      l.kind() == layer_kind::vocabulary
          ? statistics::principal_components(l.profiles(), component_scale::covariance, axes())
          : statistics::principal_components(MatrixXd(l.profiles()), component_scale::correlation, axes());
  if (found.n_constant > 0) {
    result.notes.push_back(
        fmt::format("pca of the layer {}: {} of {} features are the same in every document and left out",
                    name(l.kind()), found.n_constant, l.features().size()));
  }
  places(l.kind(), "pca", found.scores, found.shares, not_a_number);
  add_ellipses(m, l, found, options.ellipses, result.ellipses);
  terms(l.kind(), "pca", chosen(l.features(), found.kept), found.loadings);
}

void run::correspondences(const layer& l) {
  const auto columns = frequent(l.feature_counts(), options.min_count);
  const auto found = statistics::correspondence_analysis(select(l.feature_counts(), columns), axes());
  if (found.singular_values.size() == 0) {
    result.notes.push_back(
        fmt::format("no ca of the layer {}: nothing tells documents apart in its {} terms of {} tokens "
                    "or more; see --min-count",
                    name(l.kind()), columns.size(), options.min_count));
  }
  places(l.kind(), "ca", found.rows_principal, found.shares, not_a_number);
  terms(l.kind(), "ca", chosen(l.features(), columns), found.column_loadings);
}

void run::scaling(const layer& l) {
  if (m.n_documents() > most_documents_in_mds) {
    result.notes.push_back(fmt::format("no mds: more than {} documents", most_documents_in_mds));
    return;
  }
  const auto with = measure_of(l.kind());
  const auto found = statistics::classical_mds(statistics::as_distances(l.compare(with), with), axes());
  const VectorXd shares = found.eigenvalues / found.eigenvalues.cwiseAbs().sum();
  places(l.kind(), "mds", found.coordinates, shares, found.stress_1);
}

void run::layer_of(layer_kind kind) {
  require_comparable(kind);
  const layer l(m, kind);
  components(l);
  if (kind == layer_kind::vocabulary) correspondences(l);
  scaling(l);
}

column_description method() {
  return {"method", column_type::string, "",
          "pca: principal components; ca: correspondence analysis (vocabulary); mds: of distances"};
}

column_description axis() {
  return {"axis", column_type::integer, "", "1 is the axis along which documents differ most"};
}

}  // namespace

table ordination_layout() {
  using enum column_type;
  return {"ordination",
          "Where documents lie on the axes along which they differ most.",
          "layer, method, the order of documents, axis",
          {columns::layer(),
           method(),
           columns::document(),
           axis(),
           {"coordinate", number, "", "its place on the axis, 0 in the middle of the documents"},
           {"variance_share", number, "share", "of all that differs, what the axis shows"},
           {"stress_1", number, "",
            "of mds: how far distances on the axes are from the true ones; 0 fits, above 0.2 misleads; NA else"}}};
}

table loadings_layout() {
  using enum column_type;
  return {"loadings",
          "Which terms make the axes.",
          "layer, method, axis, the size of the loading",
          {columns::layer(),
           method(),
           columns::term(),
           axis(),
           {"loading", number, "",
            "its square is the term's share in the axis; documents on the positive side have more of a term above 0"}}};
}

ordinations ordination(const material& m, const ordination_options& options) {
  if (m.n_documents() < 2) {
    throw data_error(m.study().name, "has one document, and axes take two or more", "Name a folder of several texts.");
  }
  run r{m, options, {ordination_layout(), loadings_layout(), ordination_ellipses_layout(), {}}};
  for (const layer_kind kind : options.layers) r.layer_of(kind);
  return std::move(r.result);
}

}  // namespace isogloss::studies
