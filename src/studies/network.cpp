#include <algorithm>
#include <cmath>
#include <vector>

#include "isogloss/statistics/distances.hpp"
#include "isogloss/studies/exchange.hpp"
#include "isogloss/studies/layouts.hpp"

namespace isogloss::studies {
namespace {

using enum column_type;
using statistics::measure;

double weight_of(double value, measure with) {
  return statistics::is_similarity(with) ? value : 1 / (1 + value);
}

// The edges that are among the heaviest of one of their ends; of equally heavy ones the first.
std::vector<network::edge> heaviest(const std::vector<network::edge>& edges, std::size_t n_documents,
                                    std::size_t nearest) {
  std::vector<std::vector<std::size_t>> of_document(n_documents);
  for (std::size_t i = 0; i < edges.size(); ++i) {
    of_document[edges[i].source].push_back(i);
    of_document[edges[i].target].push_back(i);
  }
  std::vector<bool> kept(edges.size(), false);
  for (auto& own : of_document) {
    const auto end = own.begin() + static_cast<std::ptrdiff_t>(std::min(nearest, own.size()));
    std::partial_sort(own.begin(), end, own.end(), [&](std::size_t a, std::size_t b) {
      return edges[a].weight != edges[b].weight ? edges[a].weight > edges[b].weight : a < b;
    });
    for (auto at = own.begin(); at != end; ++at) kept[*at] = true;
  }
  std::vector<network::edge> result;
  for (std::size_t i = 0; i < edges.size(); ++i) {
    if (kept[i]) result.push_back(edges[i]);
  }
  return result;
}

}  // namespace

network network_of(const material& m, layer_kind kind, const network_options& options) {
  network n{kind, options.measure.value_or(default_measures(kind).front()), m.document_names(), {}, {}};
  if (!m.groups().empty()) {
    for (std::size_t d = 0; d < m.n_documents(); ++d) n.groups.push_back(m.group_of(d));
  }
  const Eigen::MatrixXd values = layer(m, kind).compare(n.measure);
  for (Eigen::Index a = 0; a < values.rows(); ++a) {
    for (Eigen::Index b = a + 1; b < values.cols(); ++b) {
      const double weight = weight_of(values(a, b), n.measure);
      // NaN is no edge either.
      if (!(weight > 0) || weight < options.threshold) continue;
      n.edges.push_back({static_cast<std::size_t>(a), static_cast<std::size_t>(b), weight, values(a, b)});
    }
  }
  if (options.nearest > 0) n.edges = heaviest(n.edges, n.documents.size(), options.nearest);
  return n;
}

table nodes_layout() {
  return {"nodes",
          "The documents as nodes, for Gephi.",
          "the order of documents",
          {{"Id", integer, "", "the document's place among documents, from 1"},
           {"Label", string, "", "the document"},
           {"group", string, "", "its group; empty where documents are not grouped"}}};
}

table nodes(const network& n) {
  table result = nodes_layout();
  for (std::size_t i = 0; i < n.documents.size(); ++i) {
    result.add(i + 1, n.documents[i], n.groups.empty() ? std::string() : n.groups[i]);
  }
  return result;
}

table edges_layout() {
  return {"edges-LAYER",
          "How alike documents are, as edges, for Gephi.",
          "Source, Target",
          {{"Source", integer, "", "Id of one document"},
           {"Target", integer, "", "Id of another, further down"},
           {"Type", string, "", "Undirected"},
           {"Weight", number, "", "a similarity itself, 1 / (1 + d) of a distance d"},
           columns::measure(),
           {"value", number, "", "of the measure, as in similarity.csv"}}};
}

table edges(const network& n) {
  const table layout = edges_layout();
  table result("edges-" + std::string(name(n.layer)), layout.description(), layout.sorted_by(),
               {layout.columns().begin(), layout.columns().end()});
  for (const auto& e : n.edges) {
    result.add(e.source + 1, e.target + 1, "Undirected", e.weight, statistics::name(n.measure), e.value);
  }
  return result;
}

}  // namespace isogloss::studies
