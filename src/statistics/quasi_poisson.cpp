#include "isogloss/statistics/quasi_poisson.hpp"

#include <algorithm>
#include <boost/math/distributions/fisher_f.hpp>
#include <memory>
#include <utility>
#include <vector>

#include "checks.hpp"
#include "isogloss/base/numeric.hpp"
#include "ordered_sums.hpp"

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

// @param within, pearson  sums over the documents, of which there are `n`
quasi_poisson_test test_of(const sample& all, std::span<const sample> groups, std::size_t n, double within,
                           double pearson) {
  const double df1 = std::max(0.0, static_cast<double>(groups.size()) - 1.0);
  const double df2 = static_cast<double>(n) - static_cast<double>(groups.size());
  constexpr double nan = not_a_number;
  if (all.count == 0.0) return {nan, nan, nan, nan, nan, df1, df2, nan};
  double between = 0.0;
  for (const sample& group : groups) between += fit(group, all).half_deviance();

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

}  // namespace

quasi_poisson_test quasi_poisson(std::span<const double> counts, std::span<const double> tokens,
                                 std::span<const std::size_t> groups) {
  checks::counts_and_sizes("quasi_poisson", counts, tokens);
  checks::same_length("quasi_poisson", "groups", groups.size(), "counts", counts.size());
  const grouped s = sums(counts, tokens, groups);
  double within = 0.0;
  double pearson = 0.0;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const fitted document = fit({counts[i], tokens[i]}, s.groups[s.group_of[i]]);
    within += document.half_deviance();
    pearson += document.pearson();
  }
  return test_of(s.all, s.groups, counts.size(), within, pearson);
}

// What stays the same from term to term.
struct quasi_poisson_of_terms::documents {
  std::vector<double> tokens;
  grouped without;                              // the sums of tokens; no count yet
  kinds<std::pair<std::size_t, double>> sizes;  // group and tokens
  ordered_sums sums{{}};

  documents(std::span<const double> tokens_of, std::span<const std::size_t> groups)
      : tokens(tokens_of.begin(), tokens_of.end()),
        without(statistics::sums(std::vector<double>(tokens.size()), tokens, groups)) {
    for (std::size_t i = 0; i < tokens.size(); ++i) sizes.add({without.group_of[i], tokens[i]});
    sums = ordered_sums(sizes.kind_of);
  }
};

namespace {

using of_terms = ordered_sums::of_terms;

// The addends of documents without a term, by kind: fit({0, tokens}, group), in a form that is worked out for all terms
// at once. A group without the term adds 0, not 0 / 0.
struct usual_addends {
  std::vector<of_terms> half_deviance, pearson;

  usual_addends(std::span<const std::pair<std::size_t, double>> kinds, const std::vector<of_terms>& counts,
                std::span<const sample> groups)
      : half_deviance(kinds.size()), pearson(kinds.size()) {
    std::vector<of_terms> rates(counts.size()), absent(counts.size());
    for (std::size_t g = 0; g < counts.size(); ++g) {
      for (std::size_t term = 0; term < counts[g].size(); ++term) {
        rates[g][term] = counts[g][term] / groups[g].tokens;
        absent[g][term] = counts[g][term] == 0.0 ? 1.0 : 0.0;
      }
    }
    for (std::size_t k = 0; k < kinds.size(); ++k) {
      const auto [g, tokens] = kinds[k];
      for (std::size_t term = 0; term < rates[g].size(); ++term) {
        const double expected = rates[g][term] * tokens;
        half_deviance[k][term] = expected;
        pearson[k][term] = square(counts[g][term] * tokens / groups[g].tokens) / (expected + absent[g][term]);
      }
    }
  }
};

void check(const held_counts& term, std::span<const double> tokens) {
  for (std::size_t i = 0; i < term.places.size(); ++i)
    checks::in_range("quasi_poisson", "count", term.counts[i], 0.0, tokens[term.places[i]]);
}

}  // namespace

quasi_poisson_of_terms::quasi_poisson_of_terms(std::span<const double> tokens, std::span<const std::size_t> groups) {
  checks::counts_and_sizes("quasi_poisson", std::vector<double>(tokens.size()), tokens);
  checks::same_length("quasi_poisson", "groups", groups.size(), "tokens", tokens.size());
  documents_ = std::make_unique<const documents>(tokens, groups);
}

quasi_poisson_of_terms::quasi_poisson_of_terms(quasi_poisson_of_terms&&) noexcept = default;
quasi_poisson_of_terms& quasi_poisson_of_terms::operator=(quasi_poisson_of_terms&&) noexcept = default;
quasi_poisson_of_terms::~quasi_poisson_of_terms() = default;

std::vector<quasi_poisson_test> quasi_poisson_of_terms::operator()(std::span<const held_counts> terms) const {
  const documents& d = *documents_;
  std::vector<quasi_poisson_test> tests;
  for_terms_in_step(terms.size(), [&](std::size_t first, std::size_t n) {
    std::vector<of_terms> counts(d.without.groups.size());
    for (std::size_t t = 0; t < n; ++t) {
      const held_counts& term = terms[first + t];
      check(term, d.tokens);
      for (std::size_t i = 0; i < term.places.size(); ++i)
        counts[d.without.group_of[term.places[i]]][t] += term.counts[i];
    }
    std::vector<ordered_sums::addend> half_deviances, pearsons;
    for (std::uint32_t t = 0; t < n; ++t) {
      const held_counts& term = terms[first + t];
      for (std::size_t i = 0; i < term.places.size(); ++i) {
        const std::uint32_t place = term.places[i];
        const std::size_t g = d.without.group_of[place];
        const fitted document = fit({term.counts[i], d.tokens[place]}, {counts[g][t], d.without.groups[g].tokens});
        half_deviances.push_back({place, t, document.half_deviance()});
        pearsons.push_back({place, t, document.pearson()});
      }
    }
    const usual_addends usual(d.sizes.values, counts, d.without.groups);
    const of_terms within = d.sums(usual.half_deviance, std::move(half_deviances));
    const of_terms pearson = d.sums(usual.pearson, std::move(pearsons));
    for (std::size_t t = 0; t < n; ++t) {
      sample all{0.0, d.without.all.tokens};
      for (const double count : terms[first + t].counts) all.count += count;
      std::vector<sample> groups = d.without.groups;
      for (std::size_t g = 0; g < groups.size(); ++g) groups[g].count = counts[g][t];
      tests.push_back(test_of(all, groups, d.tokens.size(), within[t], pearson[t]));
    }
  });
  return tests;
}

}  // namespace isogloss::statistics
