#include "isogloss/statistics/imposters.hpp"

#include "isogloss/base/philox.hpp"
#include "isogloss/statistics/bootstrap.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <stdexcept>
#include <string>

namespace isogloss::statistics {

namespace {

using Eigen::Index;

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double nan = std::numeric_limits<double>::quiet_NaN();

std::size_t share_of(std::size_t n, double share) {
  return std::max<std::size_t>(1, static_cast<std::size_t>(std::ceil(static_cast<double>(n) * share)));
}

// The first `wanted` of `items` become a draw without replacement.
template <class Item>
std::vector<Item> draw(std::vector<Item> items, double share, philox& random) {
  if (items.empty()) return items;
  const std::size_t wanted = share_of(items.size(), share);
  for (std::size_t i = 0; i < wanted; ++i) std::swap(items[i], items[i + random.below(items.size() - i)]);
  items.resize(wanted);
  return items;
}

// Games won and played by one candidate.
struct tally {
  double won = 0;
  int played = 0;

  void play(double own, double imposter) {
    if (!std::isfinite(own) || !std::isfinite(imposter)) return;
    ++played;
    won += own < imposter ? 1 : own == imposter ? 0.5 : 0;
  }
  [[nodiscard]] double score() const { return played == 0 ? nan : won / played; }
};

struct trial {
  const authorship& authors;
  const std::vector<Index>& known;
  Eigen::VectorXd distances;  // one a known document

  [[nodiscard]] int author_of(std::size_t i) const { return authors.author_of[static_cast<std::size_t>(known[i])]; }
  [[nodiscard]] double nearest_of(int author) const {
    double least = infinity;
    for (std::size_t i = 0; i < known.size(); ++i) {
      if (author_of(i) == author) least = std::min(least, distances[static_cast<Index>(i)]);
    }
    return least;
  }
  [[nodiscard]] double nearest_imposter(int candidate, int left_out, double share, philox& random) const {
    std::vector<std::size_t> imposters;
    for (std::size_t i = 0; i < known.size(); ++i) {
      if (author_of(i) != candidate && author_of(i) != left_out) imposters.push_back(i);
    }
    double least = infinity;
    for (const std::size_t i : draw(std::move(imposters), share, random)) {
      least = std::min(least, distances[static_cast<Index>(i)]);
    }
    return least;
  }
};

void check_share(const char* what, double share) {
  if (share > 0 && share <= 1) return;
  throw std::invalid_argument("score_imposters: " + std::string(what) + " is " + std::to_string(share) +
                              ", but must be above 0 and at most 1");
}

void check_arguments(const dense_profiles& profiles, Index document, const imposters_options& options) {
  check_share("term_share", options.term_share);
  check_share("imposter_share", options.imposter_share);
  if (options.iterations < 1) throw std::invalid_argument("score_imposters: iterations must be at least 1");
  if (document < 0 || document >= profiles.rows()) {
    throw std::invalid_argument("score_imposters: document is " + std::to_string(document) + ", but must be in [0, " +
                                std::to_string(profiles.rows() - 1) + "]");
  }
}

}  // namespace

imposter_scores score_imposters(const dense_profiles& profiles, const authorship& authors, const document_scale& scale,
                                Index document, const imposters_options& options) {
  check_arguments(profiles, document, options);
  const auto known = authors.known_without(document);
  const int own = authors.author_of[static_cast<std::size_t>(document)];
  std::vector<Index> rows = known;
  rows.push_back(document);
  const dense_profiles chosen = profiles(rows, Eigen::all);
  std::vector<Index> terms(scale.n_terms());
  std::iota(terms.begin(), terms.end(), Index{0});

  const auto n_authors = static_cast<std::size_t>(authors.n_authors);
  std::vector<tally> closed(n_authors), open(n_authors);
  for (int iteration = 0; iteration < options.iterations; ++iteration) {
    philox random(options.seed, static_cast<std::uint32_t>(random_study::imposters),
                  static_cast<std::uint32_t>(iteration), static_cast<std::uint32_t>(document));
    const dense_profiles placed = scale.placed(chosen, draw(terms, options.term_share, random));
    const auto n = static_cast<Index>(known.size());
    const trial t{authors, known, scale.distances(placed.bottomRows(1), placed.topRows(n)).row(0).transpose()};
    for (int candidate = 0; candidate < authors.n_authors; ++candidate) {
      const auto c = static_cast<std::size_t>(candidate);
      const double nearest = t.nearest_of(candidate);
      closed[c].play(nearest, t.nearest_imposter(candidate, candidate, options.imposter_share, random));
      open[c].play(nearest, t.nearest_imposter(candidate, own, options.imposter_share, random));
    }
  }
  imposter_scores scores{Eigen::VectorXd(authors.n_authors), Eigen::VectorXd(authors.n_authors)};
  for (std::size_t c = 0; c < n_authors; ++c) {
    const bool other = own != unknown_author && own != static_cast<int>(c);
    scores.closed[static_cast<Index>(c)] = closed[c].score();
    scores.open[static_cast<Index>(c)] = other ? open[c].score() : closed[c].score();
  }
  return scores;
}

}  // namespace isogloss::statistics
