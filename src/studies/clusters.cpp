#include "isogloss/studies/clusters.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>
#include <stdexcept>

#include "isogloss/base/errors.hpp"
#include "isogloss/base/parallel.hpp"
#include "isogloss/corpus/csv_file.hpp"
#include "isogloss/statistics/bootstrap.hpp"
#include "isogloss/statistics/dendrogram.hpp"
#include "isogloss/statistics/distances.hpp"
#include "isogloss/statistics/hierarchical_clustering.hpp"
#include "isogloss/statistics/partition_clustering.hpp"
#include "isogloss/statistics/partition_quality.hpp"
#include "isogloss/statistics/permanova.hpp"
#include "isogloss/studies/layouts.hpp"

namespace isogloss::studies {
namespace {

using statistics::linkage;
using statistics::measure;
using statistics::merge;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr int k_means_restarts = 25;

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

std::vector<int> cut_tree(const std::vector<merge>& merges, int k, linkage method) {
  try {
    return statistics::cut(merges, k);
  } catch (const std::domain_error&) {
    throw data_error("--method",
                     "the heights of the tree of " + std::string(name(method)) + " go down, so it cannot be cut",
                     "Choose another method, such as average or ward.D2.");
  }
}

struct run {
  const material& m;
  const clusters_options& options;
  int k;
  clusterings result;

  [[nodiscard]] const std::string& document(std::size_t i) const { return m.study().documents[i].name; }

  void layer_of(layer_kind kind);
  void tree(const layer& l, measure with, linkage method, const Eigen::MatrixXd& distances,
            const std::vector<Eigen::MatrixXd>& resampled);
  void partition(const layer& l, measure with, const std::string& method, const Eigen::MatrixXd& distances);
  void rows(const layer& l, measure with, std::string_view method, const std::vector<int>& labels,
            const Eigen::MatrixXd& distances);
  [[nodiscard]] std::vector<Eigen::MatrixXd> resample(const layer& l, measure with) const;
  [[nodiscard]] statistics::permanova_result test(const Eigen::MatrixXd& distances) const;
};

// The distances in resamples of the text; none where they are not wanted or there is nothing to draw. A document of one
// segment stays as it is.
std::vector<Eigen::MatrixXd> run::resample(const layer& l, measure with) const {
  const auto segments = l.segments_of_documents();
  const bool fixed = std::all_of(segments.begin(), segments.end(), [](std::size_t n) { return n < 2; });
  std::vector<Eigen::MatrixXd> distances(options.support && !fixed ? m.options().replicates : 0);
  parallel_for(distances.size(), [&](std::size_t i) {
    const auto weights = statistics::resample_segments(
        l.document_of(), m.options().seed, statistics::random_study::clusters, static_cast<std::uint32_t>(i));
    distances[i] = statistics::as_distances(l.compare_resampled(with, weights), with);
  });
  return distances;
}

// The share of resamples whose tree has the branch.
std::vector<double> support(const std::vector<Eigen::MatrixXd>& resampled, linkage method,
                            std::span<const merge> merges) {
  if (resampled.empty()) return std::vector<double>(merges.size(), nan);
  std::vector<std::vector<merge>> trees(resampled.size());
  parallel_for(trees.size(),
               [&](std::size_t i) { trees[i] = statistics::hierarchical_clustering(resampled[i], method); });
  return statistics::clade_support(merges, trees);
}

statistics::permanova_result run::test(const Eigen::MatrixXd& distances) const {
  std::vector<int> groups;
  for (const std::size_t g : m.groups().group_of) groups.push_back(static_cast<int>(g) + 1);
  philox random(m.options().seed, static_cast<std::uint32_t>(statistics::random_study::permanova), 0);
  return statistics::permanova(distances, groups, random);
}

void run::rows(const layer& l, measure with, std::string_view method, const std::vector<int>& labels,
               const Eigen::MatrixXd& distances) {
  const auto widths = statistics::silhouettes(distances, labels).widths;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    result.clusters.add(name(l.kind()), name(with), method, k, document(i), labels[i],
                        widths[static_cast<Eigen::Index>(i)]);
  }
  if (m.groups().groups.size() < 2) return;
  std::vector<int> groups;
  for (const std::size_t g : m.groups().group_of) groups.push_back(static_cast<int>(g) + 1);
  const auto tested = test(distances);
  result.agreement.add(name(l.kind()), name(with), method, k, m.groups().column,
                       statistics::adjusted_rand_index(labels, groups), statistics::mean_silhouette(distances, labels),
                       tested.f, tested.p_value, static_cast<std::int64_t>(tested.permutations));
}

void run::tree(const layer& l, measure with, linkage method, const Eigen::MatrixXd& distances,
               const std::vector<Eigen::MatrixXd>& resampled) {
  const auto merges = statistics::hierarchical_clustering(distances, method);
  const auto supported = support(resampled, method, merges);
  for (std::size_t step = 0; step < merges.size(); ++step) {
    const merge& joined = merges[step];
    result.merges.add(name(l.kind()), name(with), name(method), step + 1, joined.left, joined.right, joined.height,
                      joined.size, supported[step]);
  }
  if (result.trees.empty() || result.trees.back().layer != l.kind()) {
    result.trees.push_back({l.kind(), statistics::newick(merges, m.document_names(), supported)});
  }
  rows(l, with, name(method), cut_tree(merges, k, method), distances);
}

void run::partition(const layer& l, measure with, const std::string& method, const Eigen::MatrixXd& distances) {
  philox random(m.options().seed, static_cast<std::uint32_t>(statistics::random_study::k_means),
                static_cast<std::uint32_t>(l.kind()));
  std::vector<int> labels;
  if (method == "pam") {
    labels = statistics::pam(distances, k).labels;
  } else if (method == "k-means") {
    labels = statistics::k_means(l.coordinates(), k, k_means_restarts, random).labels;
  } else {
    labels = statistics::spherical_k_means(l.coordinates(), k, k_means_restarts, random).labels;
  }
  rows(l, with, method, labels, distances);
}

void run::layer_of(layer_kind kind) {
  const layer l(m, kind);
  const measure with = options.measure.value_or(default_measures(kind).front());
  const Eigen::MatrixXd distances = statistics::as_distances(l.compare(with), with);
  const bool any_tree = std::any_of(options.methods.begin(), options.methods.end(),
                                    [](const auto& method) { return statistics::linkage_from(method).has_value(); });
  const auto resampled = any_tree ? resample(l, with) : std::vector<Eigen::MatrixXd>();
  require_distances(m, l, with, distances);
  for (const auto& method : options.methods) {
    if (const auto hierarchical = statistics::linkage_from(method)) {
      tree(l, with, *hierarchical, distances, resampled);
    } else {
      partition(l, with, method, distances);
    }
  }
}

int number_of_clusters(const material& m, const clusters_options& options) {
  const std::size_t n = m.n_documents();
  if (n < 2) {
    throw data_error(m.study().name, "has one document; clusters take two or more", "Add documents.");
  }
  const std::size_t k = options.clusters > 0 ? options.clusters : std::max<std::size_t>(2, m.groups().groups.size());
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

table clusters_layout() {
  using enum column_type;
  return {"clusters",
          "Which documents fall into one cluster.",
          "layer, method, the order of documents",
          {columns::layer(),
           columns::measure(),
           columns::method(),
           {"clusters", integer, "", "how many clusters were made"},
           columns::document(),
           {"cluster", integer, "", "its cluster, numbered in the order of documents"},
           {"silhouette", number, "",
            "how well it sits there, -1 to 1; above 0: nearer to its own cluster than to others"}}};
}

table merges_layout() {
  using enum column_type;
  return {
      "merges",
      "The steps by which documents were joined into trees, as R's hclust writes them.",
      "layer, method, step",
      {columns::layer(),
       columns::measure(),
       columns::method(),
       {"step", integer, "", "from 1, in order of height"},
       {"left", integer, "", "negative: a document, by its place among documents from 1; positive: an earlier step"},
       {"right", integer, "", "the same"},
       {"height", number, "", "the distance at which they were joined"},
       {"size", integer, "documents", "documents below the branch"},
       {"support", number, "share",
        "resamples of the texts whose tree has the branch; documents of one segment stay as they are"}}};
}

table agreement_layout() {
  using enum column_type;
  return {"agreement",
          "Do the clusters agree with the groups the documents come in?",
          "layer, method",
          {columns::layer(),
           columns::measure(),
           columns::method(),
           {"clusters", integer, "", "how many clusters were made"},
           {"grouping", string, "", "the column of documents.csv that groups the documents"},
           {"adjusted_rand_index", number, "", "1: clusters are the groups; 0: as chance would have it"},
           {"mean_silhouette", number, "", "how well the clusters are parted, -1 to 1"},
           {"permanova_f", number, "", "pseudo-F of the groups over the distances; larger: groups further apart"},
           {"p_value", number, "", "share of relabellings of the documents with an F as large"},
           {"permutations", integer, "", "relabellings looked at; the smallest p is one of them"}}};
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
  run r{m, options, number_of_clusters(m, options), {clusters_layout(), merges_layout(), agreement_layout(), {}}};
  for (const layer_kind kind : options.layers) r.layer_of(kind);
  return std::move(r.result);
}

}  // namespace isogloss::studies
