#include "studies/group_intervals.hpp"

#include <limits>
#include <map>

#include "isogloss/statistics/nested_bootstrap.hpp"
#include "isogloss/statistics/rate_intervals.hpp"

namespace isogloss::studies {
namespace {

// The segments of one group, its documents and authors numbered anew: all one side.
struct group_segments {
  std::vector<Eigen::Index> rows;
  statistics::nesting nesting;
};

group_segments segments_of(const material& m, std::size_t group, const std::vector<std::size_t>& document_of,
                           const std::vector<std::size_t>& author_of) {
  group_segments s;
  std::map<std::size_t, std::size_t> documents, authors;
  for (std::size_t i = 0; i < document_of.size(); ++i) {
    const std::size_t d = document_of[i];
    if (m.groups().group_of[d] != group) continue;
    const auto [author, new_author] = authors.emplace(author_of[d], authors.size());
    const auto [document, new_document] = documents.emplace(d, documents.size());
    if (new_author) s.nesting.side_of.push_back(0);
    if (new_document) s.nesting.author_of.push_back(author->second);
    s.nesting.document_of.push_back(document->second);
    s.rows.push_back(static_cast<Eigen::Index>(i));
  }
  return s;
}

}  // namespace

group_intervals intervals_of_group(const material& m, std::size_t group, const Eigen::MatrixXd& numerators,
                                   const Eigen::MatrixXd& denominators, const std::vector<std::size_t>& document_of,
                                   const std::vector<std::size_t>& author_of, statistics::random_study random) {
  using statistics::resampled_unit;
  const auto s = segments_of(m, group, document_of, author_of);
  const Eigen::MatrixXd y = numerators(s.rows, Eigen::all);
  const Eigen::MatrixXd n = denominators(s.rows, Eigen::all);
  const auto& o = m.options();
  group_intervals result;
  result.within =
      statistics::rate_intervals(y, n, statistics::resample_within(s.nesting, o.seed, random, o.replicates));
  const auto unit = statistics::highest_unit(s.nesting);
  result.unit = name(unit);
  if (unit == resampled_unit::none || unit == resampled_unit::segment) {
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    result.beyond.assign(result.within.size(), {nan, nan});
    return result;
  }
  const double expansion = statistics::small_sample_expansion(statistics::count_units(s.nesting, unit));
  result.beyond =
      statistics::rate_intervals(y, n, statistics::resample_beyond(s.nesting, o.seed, random, o.replicates), expansion);
  return result;
}

}  // namespace isogloss::studies
