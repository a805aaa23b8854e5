#include "isogloss/statistics/imposters.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "isogloss/base/numeric.hpp"
#include "isogloss/base/parallel.hpp"
#include "isogloss/statistics/verification.hpp"
#include "isogloss/studies/attribution.hpp"
#include "studies/authors.hpp"

namespace isogloss::studies {
namespace {

using Eigen::Index;

// Scores of documents of known author, left out, with their author and with the others.
struct known_pairs {
  std::vector<double> same, different;
};

struct calibrated {
  std::optional<statistics::grey_zone> zone;
  std::optional<statistics::score_calibration> logistic;

  [[nodiscard]] const char* answer(double score) const {
    if (!zone || std::isnan(score)) return "NA";
    if (score > zone->high) return "same";
    return score < zone->low ? "different" : "unclear";
  }
  [[nodiscard]] double probability(double score) const {
    return logistic && !std::isnan(score) ? logistic->probability(score) : not_a_number;
  }
};

std::vector<statistics::imposter_scores> all_scores(const material& m, const author_profiles& p,
                                                    const verification_options& more) {
  statistics::imposters_options how;
  how.iterations = static_cast<int>(more.iterations);
  how.seed = m.options().seed;
  std::vector<statistics::imposter_scores> scores(p.author_of.size());
  parallel_for(scores.size(), {"asking imposters", "documents"}, [&](std::size_t i) {
    const auto document = static_cast<Index>(i);
    scores[i] = statistics::score_imposters(p.profiles, p.authorship, p.scales->of(document), document, how);
  });
  return scores;
}

known_pairs pairs_of(const author_profiles& p, const std::vector<statistics::imposter_scores>& scores, bool open) {
  known_pairs pairs;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    const int author = p.authorship.author_of[i];
    if (author == statistics::unknown_author) continue;
    const Eigen::VectorXd& values = open ? scores[i].open : scores[i].closed;
    for (Index candidate = 0; candidate < values.size(); ++candidate) {
      if (std::isnan(values[candidate])) continue;
      (candidate == author ? pairs.same : pairs.different).push_back(values[candidate]);
    }
  }
  return pairs;
}

std::size_t documents_without(const author_profiles& p, int author, std::size_t document) {
  return p.documents_of(author) - (p.authorship.author_of[document] == author ? 1 : 0);
}

void add_document(table& t, const material& m, const author_profiles& p, const attribution_options& options,
                  std::size_t i, const Eigen::VectorXd& scores, const calibrated& c) {
  const std::size_t known = p.authorship.known_without(static_cast<Index>(i)).size();
  const Eigen::VectorXd distances = 1 - scores.array();
  for (const int author : statistics::ranked(distances)) {
    const std::size_t documents = documents_without(p, author, i);
    t.add(name(options.measure), p.n_terms, m.study().documents[i].name, p.author_of[i], p.status(i),
          p.authors[static_cast<std::size_t>(author)], documents, known - documents, scores[author],
          c.answer(scores[author]), c.probability(scores[author]));
  }
}

void add_calibration(table& t, const author_profiles& p, const attribution_options& options, bool open,
                     const known_pairs& pairs, const calibrated& c) {
  const statistics::grey_zone zone =
      c.zone.value_or(statistics::grey_zone{not_a_number, not_a_number, not_a_number, not_a_number});
  const statistics::score_calibration line =
      c.logistic.value_or(statistics::score_calibration{not_a_number, not_a_number});
  t.add(name(options.measure), p.n_terms, open ? "open" : "closed", pairs.same.size(), pairs.different.size(),
        statistics::area_under_curve(pairs.same, pairs.different), zone.low, zone.high, zone.c_at_1, zone.unanswered,
        line.intercept, line.slope);
}

}  // namespace

verifications verify(const material& m, const attribution_options& options, const verification_options& more) {
  const author_profiles p = make_author_profiles(m, options);
  const auto scores = all_scores(m, p, more);
  const known_pairs pairs = pairs_of(p, scores, more.open_set);
  const calibrated c{statistics::best_grey_zone(pairs.same, pairs.different),
                     statistics::calibrate(pairs.same, pairs.different)};
  verifications result{imposters_layout(), calibration_layout(), p.notes};
  for (std::size_t i = 0; i < scores.size(); ++i) {
    add_document(result.imposters, m, p, options, i, more.open_set ? scores[i].open : scores[i].closed, c);
  }
  add_calibration(result.calibration, p, options, more.open_set, pairs, c);
  if (!c.zone) {
    result.notes.emplace_back("no answers: no document of known author can be left out, so scores are not calibrated");
  } else if (!c.logistic) {
    result.notes.push_back(
        fmt::format("no probabilities: {} pairs of one author and {} of two; they take {} of each, the ones scoring "
                    "higher than the others",
                    pairs.same.size(), pairs.different.size(), statistics::fewest_calibration_scores));
  }
  return result;
}

}  // namespace isogloss::studies
