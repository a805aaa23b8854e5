#include <fmt/format.h>

#include <algorithm>

#include "isogloss/base/errors.hpp"
#include "isogloss/base/numeric.hpp"
#include "isogloss/studies/attribution.hpp"
#include "studies/authors.hpp"
#include "studies/window_counts.hpp"

namespace isogloss::studies {
namespace {

using Eigen::Index;

std::vector<std::size_t> chosen_documents(const material& m, const author_profiles& p, const rolling_options& more) {
  const auto names = m.document_names();
  std::vector<std::size_t> chosen;
  for (const auto& wanted : more.documents) {
    const auto found = std::ranges::find(names, wanted);
    if (found == names.end()) {
      throw data_error("--document", fmt::format("\"{}\" is not a document", wanted),
                       "isogloss check lists the documents.");
    }
    chosen.push_back(static_cast<std::size_t>(found - names.begin()));
  }
  if (!chosen.empty()) return chosen;
  for (std::size_t i = 0; i < p.author_of.size(); ++i) {
    if (p.authorship.author_of[i] == statistics::unknown_author) chosen.push_back(i);
  }
  if (chosen.empty()) {
    throw data_error(m.study().name, "has no document of unknown author to roll through",
                     "Name one with --document, or say with --unknown which value of the column is no author.");
  }
  return chosen;
}

struct roll {
  const material& m;
  const attribution_options& options;
  const rolling_options& more;
  const author_profiles& p;
  table result = rolling_layout();

  void document(std::size_t i, const counted_units& units) {
    const auto row = static_cast<Index>(i);
    const auto others = statistics::profiles_without(p.profiles, p.authorship, row);
    const auto placed = p.scales->of(row).placed(others.rows);
    std::size_t number = 0;
    for (const auto& w : windows(units, more.window, more.step)) {
      const statistics::dense_profiles profile = profile_of(units, w, static_cast<Index>(p.terms.size()));
      const Eigen::VectorXd d = p.scales->of(row).distances(p.scales->of(row).placed(profile), placed).row(0);
      Eigen::VectorXd distances = Eigen::VectorXd::Constant(p.authorship.n_authors, not_a_number);
      for (std::size_t a = 0; a < others.authors.size(); ++a) distances[others.authors[a]] = d[static_cast<Index>(a)];
      rows(i, ++number, w, units.unit, distances);
    }
  }

  void rows(std::size_t i, std::size_t number, const unit_window& w, const char* unit, const Eigen::VectorXd& d) {
    int rank = 0;
    for (const int author : statistics::ranked(d)) {
      result.add(name(options.measure), p.n_terms, m.study().documents[i].name, p.author_of[i], number, w.first_token,
                 w.last_token, unit, ++rank, p.authors[static_cast<std::size_t>(author)], d[author],
                 statistics::margin(d, author));
    }
  }
};

}  // namespace

table rolling(const material& m, const attribution_options& options, const rolling_options& more) {
  const author_profiles p = make_author_profiles(m, options);
  const auto chosen = chosen_documents(m, p, more);
  roll r{m, options, more, p};
  const auto units = units_of(m, p.terms, chosen);
  for (std::size_t i = 0; i < chosen.size(); ++i) r.document(chosen[i], units[i]);
  return std::move(r.result);
}

}  // namespace isogloss::studies
