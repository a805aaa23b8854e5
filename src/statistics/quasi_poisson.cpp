#include "isogloss/statistics/quasi_poisson.hpp"

#include <algorithm>
#include <boost/math/distributions/fisher_f.hpp>
#include <vector>

#include "checks.hpp"
#include "isogloss/base/numeric.hpp"

namespace isogloss::statistics {
namespace {

struct sample {
  double count = 0.0;
  double tokens = 0.0;

  void add(double y, double n) {
    count += y;
    tokens += n;
  }
};

// A document (or group) as the rate of its group (or of all) expects it.
struct fitted {
  double observed;
  double expected;
  double difference;

  [[nodiscard]] double half_deviance() const { return deviance_term(observed, expected, difference); }
  [[nodiscard]] double pearson() const { return expected == 0.0 ? 0.0 : square(difference) / expected; }
};

fitted fit(const sample& part, const sample& whole) {
  const double difference = difference_of_products(part.count, whole.tokens, whole.count, part.tokens);
  return {part.count, whole.count / whole.tokens * part.tokens, difference / whole.tokens};
}

std::vector<std::size_t> distinct(std::span<const std::size_t> labels) {
  std::vector<std::size_t> result(labels.begin(), labels.end());
  std::sort(result.begin(), result.end());
  result.erase(std::unique(result.begin(), result.end()), result.end());
  return result;
}

struct grouped {
  sample all;
  std::vector<sample> groups;
  std::vector<std::size_t> group_of;  // place of each document's group in `groups`
};

grouped sums(std::span<const double> counts, std::span<const double> tokens, std::span<const std::size_t> labels) {
  const std::vector<std::size_t> names = distinct(labels);
  grouped result{{}, std::vector<sample>(names.size()), {}};
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const auto place = std::lower_bound(names.begin(), names.end(), labels[i]) - names.begin();
    result.group_of.push_back(static_cast<std::size_t>(place));
    result.groups[result.group_of.back()].add(counts[i], tokens[i]);
    result.all.add(counts[i], tokens[i]);
  }
  return result;
}

double upper_tail(double f, double df1, double df2) {
  return boost::math::cdf(boost::math::complement(boost::math::fisher_f(df1, df2), f));
}

}  // namespace

quasi_poisson_test quasi_poisson(std::span<const double> counts, std::span<const double> tokens,
                                 std::span<const std::size_t> groups) {
  checks::counts_and_sizes("quasi_poisson", counts, tokens);
  checks::same_length("quasi_poisson", "groups", groups.size(), "counts", counts.size());
  const grouped s = sums(counts, tokens, groups);
  const double df1 = std::max(0.0, static_cast<double>(s.groups.size()) - 1.0);
  const double df2 = static_cast<double>(counts.size()) - static_cast<double>(s.groups.size());
  constexpr double nan = not_a_number;
  if (s.all.count == 0.0) return {nan, nan, nan, nan, nan, df1, df2, nan};

  double within = 0.0;
  double pearson = 0.0;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const fitted document = fit({counts[i], tokens[i]}, s.groups[s.group_of[i]]);
    within += document.half_deviance();
    pearson += document.pearson();
  }
  double between = 0.0;
  for (const sample& group : s.groups) between += fit(group, s.all).half_deviance();

  quasi_poisson_test result{nan, nan, 2.0 * (between + within), 2.0 * within, nan, df1, df2, nan};
  if (df2 > 0.0) {
    result.pearson_dispersion = pearson / df2;
    result.dispersion = std::max(1.0, result.pearson_dispersion);
  }
  if (df1 == 0.0 || df2 == 0.0) return result;  // so too with fewer than three documents
  result.f = 2.0 * between / df1 / result.dispersion;
  result.p_value = upper_tail(result.f, df1, df2);
  return result;
}

}  // namespace isogloss::statistics
