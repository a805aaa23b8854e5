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
  const profile_resampler* resampler;  // nullptr: no support
  attributions& result;

  void rules();
  [[nodiscard]] std::vector<Eigen::MatrixXd> support() const;
  void rows(attribution_rule rule, const statistics::author_distances& d, const Eigen::MatrixXd& support);
  void summary(attribution_rule rule, const statistics::author_distances& d);
  void accuracy(attribution_rule rule, const char* scope, const std::string& author, double right, double n);
};

// For every rule the share of resamples in which each author is the nearest: n_documents x n_authors.
std::vector<Eigen::MatrixXd> run::support() const {
  const auto n = static_cast<Index>(p.author_of.size());
  const std::size_t n_rules = options.rules.size();
  const Eigen::MatrixXd none = Eigen::MatrixXd::Constant(n, p.authorship.n_authors, not_a_number);
  if (resampler == nullptr) return std::vector<Eigen::MatrixXd>(n_rules, none);
  std::vector<std::vector<int>> winners(m.options().replicates);
  parallel_for(winners.size(), {"resampling distances", "resamples"}, [&](std::size_t replicate) {
    const auto profiles = resampler->draw(static_cast<std::uint32_t>(replicate));
    for (const auto rule : options.rules) {
      const auto d = statistics::distances_to_authors(profiles, p.authorship, *p.scales, rule);
      for (Index i = 0; i < n; ++i) {
        winners[replicate].push_back(statistics::nearest_author(d.values.row(i)).value_or(-1));
      }
    }
  });
  std::vector<Eigen::MatrixXd> shares(n_rules, Eigen::MatrixXd::Zero(n, p.authorship.n_authors));
  for (const auto& replicate : winners) {
    auto winner = replicate.begin();
    for (auto& share : shares) {
      for (Index i = 0; i < n; ++i, ++winner) {
        if (*winner >= 0) share(i, *winner) += 1;
      }
    }
  }
  for (auto& share : shares) share /= static_cast<double>(winners.size());
  return shares;
}

void run::rows(attribution_rule rule, const statistics::author_distances& d, const Eigen::MatrixXd& support) {
  for (std::size_t i = 0; i < p.author_of.size(); ++i) {
    const auto row = static_cast<Index>(i);
    const Eigen::VectorXd distances = d.values.row(row);
    int rank = 0;
    auto candidates = statistics::ranked(distances);
    if (options.top > 0 && candidates.size() > options.top) candidates.resize(options.top);
    for (const int author : candidates) {
      const int nearest = d.nearest(row, author);
      result.attribution.add(
          name(rule), name(options.measure), p.n_terms, m.study().documents[i].name, p.author_of[i], p.status(i),
          ++rank, p.authors[static_cast<std::size_t>(author)], distances[author], statistics::margin(distances, author),
          nearest < 0 ? "" : m.study().documents[static_cast<std::size_t>(nearest)].name, support(row, author));
    }
  }
}

void run::accuracy(attribution_rule rule, const char* scope, const std::string& author, double right, double n) {
  const auto ends = statistics::wilson_interval(right, n);
  result.accuracy.add(name(rule), name(options.measure), p.n_terms, scope, author, static_cast<std::int64_t>(n),
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
    result.confusion.add(name(rule), name(options.measure), p.n_terms, status, author, candidate, n);
  }
  result.notes.push_back(
      fmt::format("{}, {}, {} words: {} of {} documents of known author get their author when left "
                  "out in turn",
                  name(rule), name(options.measure), p.n_terms, all_right, all));
}

void run::rules() {
  const auto supported = support();
  for (std::size_t i = 0; i < options.rules.size(); ++i) {
    const auto d = statistics::distances_to_authors(p.profiles, p.authorship, *p.scales, options.rules[i]);
    if (d.values.array().isNaN().all()) {
      result.notes.push_back(fmt::format(
          "{}: no distance exists; in none of the words do documents of known author differ", name(options.rules[i])));
    }
    rows(options.rules[i], d, supported[i]);
    summary(options.rules[i], d);
  }
}

}  // namespace

attributions attribute(const material& m, const attribution_options& options) {
  const author_profiles p = make_author_profiles(m, options);
  attributions result{attribution_layout(), attribution_accuracy_layout(), confusion_layout(), p.notes};
  std::optional<profile_resampler> resampler;
  if (options.support && m.options().replicates > 0) resampler.emplace(m, p.terms);
  run r{m, options, p, resampler && resampler->can_draw() ? &*resampler : nullptr, result};
  r.rules();
  return result;
}

std::size_t n_known_authors(const material& m, const attribution_options& options) {
  return read_authors(m, options).authors.size();
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
