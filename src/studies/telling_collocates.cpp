#include "studies/telling_collocates.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "isogloss/statistics/log_odds.hpp"

namespace isogloss::studies {
namespace {

constexpr double least_z = 1.28;            // of a collocate that is named: nine tenths of the posterior on its side
constexpr std::size_t most_collocates = 5;  // of a side
constexpr double share_of_prior = 0.1;      // of the contexts' collocates, in pseudo-tokens

struct named_collocate {
  std::uint32_t term;
  double z;
};

std::string listed(std::vector<named_collocate> collocates, const std::vector<std::string>& terms) {
  std::stable_sort(collocates.begin(), collocates.end(), [](const auto& x, const auto& y) { return x.z > y.z; });
  std::string result;
  for (std::size_t i = 0; i < collocates.size() && i < most_collocates; ++i)
    result += fmt::format("{}{} ({:.1f})", i == 0 ? "" : "; ", terms[collocates[i].term], collocates[i].z);
  return result;
}

}  // namespace

telling_collocates name_collocates(const content_contexts::compared& compared, const std::vector<std::string>& terms) {
  const auto& counts = compared.counts;
  std::vector<double> a(counts.n_collocates), all(counts.n_collocates);
  double a_tokens = 0, tokens = 0;
  for (std::size_t u = 0; u < counts.n_units(); ++u) {
    for (std::size_t i = counts.first[u]; i < counts.first[u + 1]; ++i) {
      const auto& cell = counts.cells[i];
      all[cell.collocate] += cell.count;
      tokens += cell.count;
      if (!counts.in_a[u]) continue;
      a[cell.collocate] += cell.count;
      a_tokens += cell.count;
    }
  }
  std::vector<named_collocate> of_a, of_b;
  for (std::size_t v = 0; v < all.size(); ++v) {
    const double z = statistics::weighted_log_odds({a[v], all[v] - a[v], a_tokens, tokens - a_tokens},
                                                   {share_of_prior * all[v], share_of_prior * tokens})
                         .z;
    if (z >= least_z) of_a.push_back({compared.terms[v], z});
    if (-z >= least_z) of_b.push_back({compared.terms[v], -z});
  }
  return {listed(std::move(of_a), terms), listed(std::move(of_b), terms)};
}

}  // namespace isogloss::studies
