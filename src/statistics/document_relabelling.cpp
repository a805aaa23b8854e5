#include <algorithm>
#include <limits>
#include <vector>

#include "isogloss/statistics/profile_divergence.hpp"
#include "isogloss/statistics/relabelling.hpp"
#include "repeated_collocates.hpp"

namespace isogloss::statistics {

double document_p_attainable(const context_counts& c, std::uint32_t relabellings) {
  return smallest_p(c, relabellings);
}

relabelled_documents relabel_documents(const context_counts& c, std::uint32_t relabellings, philox& random) {
  const repeated_collocates all(c);
  std::vector<bool> labels = c.in_a;
  const auto in_a = static_cast<std::size_t>(std::count(labels.begin(), labels.end(), true));
  relabelled_documents result{std::numeric_limits<double>::quiet_NaN(), smallest_p(c, relabellings)};
  if (in_a == 0 || in_a == labels.size() || relabellings == 0) return result;
  part a{std::vector<std::uint32_t>(all.totals.size())};
  const auto statistic = [&] {
    a.clear();
    a.add_labelled(all, labels);
    return all.weighted(a.counts, a.tokens);
  };
  const double observed = statistic();
  const double ways = distinct_relabellings(std::vector<std::size_t>{in_a, labels.size() - in_a});
  double looked_at = 0;
  double as_large = 0;
  const auto look = [&] {
    ++looked_at;
    if (is_as_large(statistic(), observed)) ++as_large;
  };
  if (ways <= static_cast<double>(relabellings)) {
    std::sort(labels.begin(), labels.end());
    do look();
    while (std::next_permutation(labels.begin(), labels.end()));
    result.p_value = as_large / looked_at;
    return result;
  }
  for (std::uint32_t i = 0; i < relabellings; ++i) {
    for (std::size_t left = labels.size(); left > 1; --left)
      std::vector<bool>::swap(labels[left - 1], labels[random.below(left)]);
    look();
  }
  result.p_value = (1 + as_large) / (1 + looked_at);
  return result;
}

}  // namespace isogloss::statistics
