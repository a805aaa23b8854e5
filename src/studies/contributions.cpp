#include "isogloss/statistics/contributions.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <string_view>

#include "isogloss/base/errors.hpp"
#include "isogloss/studies/layouts.hpp"
#include "isogloss/studies/similarity.hpp"

namespace isogloss::studies {
namespace {

using statistics::measure;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

// The `top` largest parts that are not 0, the largest first; equal ones in the order of the terms.
std::vector<Eigen::Index> largest(const Eigen::VectorXd& parts, std::size_t top) {
  std::vector<Eigen::Index> order;
  for (Eigen::Index i = 0; i < parts.size(); ++i) {
    if (!std::isnan(parts[i]) && parts[i] != 0) order.push_back(i);
  }
  const auto listed = order.begin() + static_cast<std::ptrdiff_t>(std::min(top, order.size()));
  std::partial_sort(order.begin(), listed, order.end(),
                    [&](Eigen::Index a, Eigen::Index b) { return parts[a] != parts[b] ? parts[a] > parts[b] : a < b; });
  order.erase(listed, order.end());
  return order;
}

// The rows of one layer and measure.
class writer {
 public:
  writer(table& result, const material& m, const layer& l, measure with, std::size_t top)
      : result_(result),
        m_(m),
        layer_(l),
        with_(with),
        top_(top),
        columns_(l.columns_for(with)),
        values_(l.compared(with)),
        terms_(values_, with) {}

  void write() {
    for (Eigen::Index a = 0; a < values_.rows(); ++a) {
      for (Eigen::Index b = a + 1; b < values_.rows(); ++b) {
        write_pair(a, b, "difference", terms_.differences(a, b));
        if (statistics::is_similarity(with_)) write_pair(a, b, "likeness", terms_.likenesses(a, b));
      }
    }
  }

 private:
  void write_pair(Eigen::Index a, Eigen::Index b, std::string_view of, Eigen::VectorXd parts) {
    const double sum = parts.sum();
    std::size_t rank = 0;
    for (const Eigen::Index term : largest(parts, top_)) {
      row(a, b, of, layer_.features()[static_cast<std::size_t>(columns_[static_cast<std::size_t>(term)])], parts[term],
          sum, values_(a, term), values_(b, term), ++rank);
      parts[term] = 0;
    }
    row(a, b, of, other_terms, parts.sum(), sum, nan, nan, ++rank);
  }

  void row(Eigen::Index a, Eigen::Index b, std::string_view of, std::string_view term, double part, double sum,
           double value_a, double value_b, std::size_t rank) {
    const auto& documents = m_.study().documents;
    result_.add(name(layer_.kind()), name(with_), documents[static_cast<std::size_t>(a)].name,
                documents[static_cast<std::size_t>(b)].name, of, term, part, sum == 0 ? nan : part / sum, value_a,
                value_b, rank);
  }

  table& result_;
  const material& m_;
  const layer& layer_;
  measure with_;
  std::size_t top_;
  std::vector<Eigen::Index> columns_;
  Eigen::MatrixXd values_;
  statistics::term_contributions terms_;
};

}  // namespace

table contributions_layout() {
  using enum column_type;
  return {
      "contributions",
      "Which terms make every two documents differ, and which make them alike.",
      "layer, measure, document_a, document_b, of, rank",
      {columns::layer(),
       columns::measure(),
       {"document_a", string, "", "one document"},
       {"document_b", string, "", "another, further down the list of documents"},
       {"of", string, "",
        "difference: parts of the distance (1 - value for a similarity); likeness: parts of a similarity"},
       {"term", string, "", "the term or category; \"(other terms)\" in the last row of a pair: all those not listed"},
       {"contribution", number, "", "what it adds; a pair's rows sum to the distance or similarity"},
       {"share", number, "share", "of that sum; NA where the sum is 0"},
       {"value_a", number, "",
        "the term in document_a: TF-IDF weight, relative frequency or rate per thousand tokens; "
        "for chi_squared its count"},
       {"value_b", number, "", "the same in document_b"},
       {"rank", integer, "", "1: the largest contribution; the other terms come last"}}};
}

table contributions(const material& m, const similarity_options& options, std::size_t top) {
  if (top == 0) throw data_error("--explain", "is 0", "Say how many terms of each pair to list.");
  table result = contributions_layout();
  for (const layer_kind kind : options.layers) {
    const layer l(m, kind);
    for (const measure with : options.measures.empty() ? default_measures(kind) : options.measures) {
      writer(result, m, l, with, top).write();
    }
  }
  return result;
}

}  // namespace isogloss::studies
