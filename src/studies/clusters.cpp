#include "isogloss/studies/clusters.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "isogloss/base/errors.hpp"
#include "isogloss/base/progress.hpp"
#include "isogloss/corpus/csv_file.hpp"
#include "isogloss/statistics/dendrogram.hpp"
#include "isogloss/statistics/distances.hpp"
#include "isogloss/statistics/hierarchical_clustering.hpp"
#include "isogloss/statistics/partition_quality.hpp"
#include "studies/agreement.hpp"
#include "studies/cluster_labels.hpp"
#include "studies/sensitivity.hpp"
#include "studies/text_resamples.hpp"

namespace isogloss::studies {
namespace {

using statistics::linkage;
using statistics::measure;
using statistics::merge;

// A distance that does not exist belongs to a document without anything to compare, or to texts in which nothing
// varies.
void require_distances(const material& m, const layer& l, measure with, const Eigen::MatrixXd& distances) {
  for (Eigen::Index a = 0; a < distances.rows(); ++a) {
    for (Eigen::Index b = 0; b < a; ++b) {
      if (!std::isnan(distances(a, b))) continue;
      const auto& documents = m.study().documents;
      throw data_error("--layer",
                       "in " + std::string(name(l.kind())) + " the " + std::string(name(with)) + " of \"" +
                           documents[static_cast<std::size_t>(b)].name + "\" and \"" +
                           documents[static_cast<std::size_t>(a)].name +
                           "\" does not exist: nothing in them can be compared, or nothing varies",
                       "Leave a document out with --where, or name the other layers with --layer.");
    }
  }
}

// One layer by one measure.
struct compared_layer {
  const layer& l;
  measure with;
  Eigen::MatrixXd distances;
  text_resamples resamples;
  std::vector<Eigen::MatrixXd> swept;  // one for each choice of words
  group_test tested;
};

struct run {
  const material& m;
  const clusters_options& options;
  corpus::grouping groups;
  int k;
  clusterings result;

  [[nodiscard]] compared_layer compare(const layer& l) const;
  void layer_of(layer_kind kind);
  void tree(const compared_layer& c, linkage method);
  void partition(const compared_layer& c, const std::string& method);
  void rows(const compared_layer& c, std::string_view method, const std::vector<int>& labels,
            statistics::interval index);
};

void run::rows(const compared_layer& c, std::string_view method, const std::vector<int>& labels,
               statistics::interval index) {
  const auto kind = name(c.l.kind());
  const auto widths = statistics::silhouettes(c.distances, labels).widths;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    result.clusters.add(kind, name(c.with), method, k, m.study().documents[i].name, labels[i],
                        widths[static_cast<Eigen::Index>(i)]);
  }
  if (c.tested.groups.empty()) return;
  const auto& tested = c.tested.permanova;
  result.agreement.add(kind, name(c.with), method, k, groups.column,
                       statistics::adjusted_rand_index(labels, c.tested.groups), index.low, index.high, widths.mean(),
                       tested.f, tested.p_value, c.tested.p_attainable, static_cast<std::int64_t>(tested.permutations));
}

void run::tree(const compared_layer& c, linkage method) {
  const auto merges = statistics::hierarchical_clustering(c.distances, method);
  const auto resampled = trees_of(c.resamples.distances, method);
  const auto supported = statistics::clade_support(merges, resampled);
  const auto swept = statistics::clade_support(merges, trees_of(c.swept, method));
  const double cophenetic = statistics::cophenetic_correlation(c.distances, merges);
  for (std::size_t step = 0; step < merges.size(); ++step) {
    const merge& joined = merges[step];
    result.merges.add(name(c.l.kind()), name(c.with), name(method), step + 1, joined.left, joined.right, joined.height,
                      joined.size, supported[step], swept[step], c.swept.size(), cophenetic);
  }
  if (result.trees.empty() || result.trees.back().layer != c.l.kind()) {
    result.trees.push_back({c.l.kind(), statistics::newick(merges, m.document_names(), supported)});
  }
  const auto labels = cut_tree(merges, k);
  if (!labels) {
    result.notes.push_back(fmt::format(
        "no clusters by {} in {}: the heights of its tree go down, so it cannot be cut; average or ward.D2 can",
        name(method), name(c.l.kind())));
    return;
  }
  rows(c, name(method), *labels, index_interval(cut_trees(resampled, k), c.tested.groups));
}

void run::partition(const compared_layer& c, const std::string& method) {
  std::vector<std::vector<int>> resampled;
  if (!c.tested.groups.empty()) resampled = resampled_partitions(m, c.l, method, c.resamples, k);
  rows(c, method, partition_of(m, c.l, method, c.distances, k), index_interval(resampled, c.tested.groups));
}

compared_layer run::compare(const layer& l) const {
  const measure with = options.measure.value_or(default_measures(l.kind()).front());
  const bool any_tree = std::any_of(options.methods.begin(), options.methods.end(),
                                    [](const auto& method) { return statistics::linkage_from(method).has_value(); });
  compared_layer c{l, with, statistics::as_distances(l.compare(with), with), {}, {}, {}};
  require_distances(m, l, with, c.distances);
  if (options.support && (any_tree || !groups.empty())) c.resamples = resample_texts(m, l, with);
  if (options.sensitivity && any_tree) c.swept = swept_distances(m, l.kind(), with, options.sweep);
  c.tested = test_groups(m, groups, c.distances);
  return c;
}

void run::layer_of(layer_kind kind) {
  const layer l(m, kind);
  const compared_layer c = compare(l);
  for (const auto& method : options.methods) {
    if (const auto hierarchical = statistics::linkage_from(method)) {
      tree(c, *hierarchical);
    } else {
      partition(c, method);
    }
  }
}

int number_of_clusters(const material& m, const clusters_options& options, const corpus::grouping& groups) {
  const std::size_t n = m.n_documents();
  if (n < 2) {
    throw data_error(m.study().name, "has one document; clusters take two or more", "Add documents.");
  }
  const std::size_t k = options.clusters > 0 ? options.clusters : std::max<std::size_t>(2, groups.groups.size());
  if (k > n) {
    throw data_error("--clusters", std::to_string(k) + " clusters are wanted of " + std::to_string(n) + " documents",
                     "Choose at most as many as there are documents.");
  }
  return static_cast<int>(k);
}

}  // namespace

std::vector<std::string> clustering_methods() {
  std::vector<std::string> names;
  for (const linkage l : statistics::all_linkages()) names.emplace_back(statistics::name(l));
  names.insert(names.end(), {"k-means", "spherical-k-means", "pam"});
  return names;
}

std::string why_not_comparable(const material& m, layer_kind kind, const clusters_options& options) {
  try {
    const layer l(m, kind);
    const measure with = options.measure.value_or(default_measures(kind).front());
    require_distances(m, l, with, statistics::as_distances(l.compare(with), with));
    return {};
  } catch (const data_error& error) {
    return error.problems().front().what;
  }
}

clusterings clusters(const material& m, const clusters_options& options) {
  const auto known = clustering_methods();
  for (const auto& method : options.methods) {
    if (std::find(known.begin(), known.end(), method) == known.end()) {
      throw data_error("--method", "\"" + method + "\" is not a method", "There are: " + corpus::join(known) + ".");
    }
  }
  const auto groups = agreement_groups(m, options);
  run r{m,
        options,
        groups,
        number_of_clusters(m, options, groups),
        {clusters_layout(), merges_layout(), agreement_layout(), {}, {}}};
  const progress_rounds layers(options.layers.size());
  for (const layer_kind kind : options.layers) {
    layers.next();
    r.layer_of(kind);
  }
  return std::move(r.result);
}

}  // namespace isogloss::studies
