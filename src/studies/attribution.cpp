#include "isogloss/studies/attribution.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string_view>

#include "isogloss/base/numeric.hpp"
#include "isogloss/base/parallel.hpp"
#include "isogloss/statistics/proportion.hpp"
#include "studies/authors.hpp"

namespace isogloss::studies {
namespace {

using Eigen::Index;
using statistics::attribution_rule;

constexpr std::string_view nobody = "NA";

struct run {
  const material& m;
  const attribution_options& options;
  const author_profiles& p;
  const statistics::held_out_scales& scales;
  const profile_resampler* resampler;  // nullptr: no support
  attributions& result;

  void rule(attribution_rule rule);
  [[nodiscard]] Eigen::MatrixXd support(attribution_rule rule) const;
  void rows(attribution_rule rule, const statistics::author_distances& d, const Eigen::MatrixXd& support);
  void summary(attribution_rule rule, const statistics::author_distances& d);
  void accuracy(attribution_rule rule, const char* scope, const std::string& author, double right, double n);
};

// The share of resamples in which each author is the nearest: n_documents x n_authors.
Eigen::MatrixXd run::support(attribution_rule rule) const {
  const auto n = static_cast<Index>(p.author_of.size());
  if (resampler == nullptr) return Eigen::MatrixXd::Constant(n, p.authorship.n_authors, not_a_number);
  std::vector<std::vector<int>> winners(m.options().replicates);
  parallel_for(winners.size(), [&](std::size_t replicate) {
    const auto d = statistics::distances_to_authors(resampler->draw(static_cast<std::uint32_t>(replicate)),
                                                    p.authorship, scales, rule);
    for (Index i = 0; i < n; ++i) winners[replicate].push_back(statistics::nearest_author(d.values.row(i)).value_or(-1));
  });
  Eigen::MatrixXd share = Eigen::MatrixXd::Zero(n, p.authorship.n_authors);
  for (const auto& replicate : winners) {
    for (Index i = 0; i < n; ++i) {
      const int winner = replicate[static_cast<std::size_t>(i)];
      if (winner >= 0) share(i, winner) += 1;
    }
  }
  return share / static_cast<double>(winners.size());
}

void run::rows(attribution_rule rule, const statistics::author_distances& d, const Eigen::MatrixXd& support) {
  for (std::size_t i = 0; i < p.author_of.size(); ++i) {
    const auto row = static_cast<Index>(i);
    const Eigen::VectorXd distances = d.values.row(row);
    int rank = 0;
    for (const int author : statistics::ranked(distances)) {
      const int nearest = d.nearest(row, author);
      result.attribution.add(name(rule), name(options.measure), p.terms.size(), m.study().documents[i].name,
                             p.author_of[i], p.status(i), ++rank, p.authors[static_cast<std::size_t>(author)],
                             distances[author], statistics::margin(distances, author),
                             nearest < 0 ? "" : m.study().documents[static_cast<std::size_t>(nearest)].name,
                             support(row, author));
    }
  }
}

void run::accuracy(attribution_rule rule, const char* scope, const std::string& author, double right, double n) {
  const auto ends = statistics::wilson_interval(right, n);
  result.accuracy.add(name(rule), name(options.measure), p.terms.size(), scope, author, static_cast<std::int64_t>(n),
                      static_cast<std::int64_t>(right), n > 0 ? right / n : not_a_number, ends.low, ends.high);
}

void run::summary(attribution_rule rule, const statistics::author_distances& d) {
  std::vector<double> right(p.authors.size(), 0), documents(p.authors.size(), 0);
  std::map<std::tuple<std::string, std::string, std::string_view>, int> cells;
  for (std::size_t i = 0; i < p.author_of.size(); ++i) {
    const auto winner = statistics::nearest_author(d.values.row(static_cast<Index>(i)));
    ++cells[{p.status(i), p.author_of[i], winner ? p.authors[static_cast<std::size_t>(*winner)] : nobody}];
    if (std::string_view(p.status(i)) != "known") continue;
    const auto author = static_cast<std::size_t>(p.authorship.author_of[i]);
    ++documents[author];
    if (winner && static_cast<std::size_t>(*winner) == author) ++right[author];
  }
  double all_right = 0, all = 0;
  for (std::size_t a = 0; a < p.authors.size(); ++a) {
    all_right += right[a];
    all += documents[a];
  }
  accuracy(rule, "all", "", all_right, all);
  for (std::size_t a = 0; a < p.authors.size(); ++a) accuracy(rule, "author", p.authors[a], right[a], documents[a]);
  for (const auto& [key, n] : cells) {
    const auto& [status, author, candidate] = key;
    result.confusion.add(name(rule), name(options.measure), p.terms.size(), status, author, candidate, n);
  }
  result.notes.push_back(fmt::format("{}, {}, {} words: {} of {} documents of known author get their author when left "
                                     "out in turn",
                                     name(rule), name(options.measure), p.terms.size(), all_right, all));
}

void run::rule(attribution_rule rule) {
  const auto d = statistics::distances_to_authors(p.profiles, p.authorship, scales, rule);
  rows(rule, d, support(rule));
  summary(rule, d);
}

}  // namespace

attributions attribute(const material& m, const attribution_options& options) {
  const author_profiles p = make_author_profiles(m, options);
  const statistics::held_out_scales scales(p.profiles, p.authorship, options.measure);
  attributions result{attribution_layout(), attribution_accuracy_layout(), confusion_layout(), p.notes};
  std::optional<profile_resampler> resampler;
  if (options.support && m.options().replicates > 0) resampler.emplace(m, p.terms);
  run r{m, options, p, scales, resampler && resampler->can_draw() ? &*resampler : nullptr, result};
  for (const auto rule : options.rules) r.rule(rule);
  return result;
}

std::string why_no_attribution(const material& m, const attribution_options& options) {
  if (!m.study().find_column(options.author_column)) {
    return fmt::format("documents.csv has no column \"{}\"", options.author_column);
  }
  const author_profiles p = read_authors(m, options);
  int n = 0;
  for (int a = 0; a < p.authorship.n_authors; ++a) n += p.documents_of(a) > 1 ? 1 : 0;
  if (n >= 2) return {};
  return fmt::format("it takes two authors of two documents or more, and column \"{}\" has {}", options.author_column,
                     n == 0 ? "none" : "one");
}

}  // namespace isogloss::studies
