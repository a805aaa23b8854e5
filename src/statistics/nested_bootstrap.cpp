#include "isogloss/statistics/nested_bootstrap.hpp"

#include <algorithm>
#include <array>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>

#include "isogloss/base/parallel.hpp"
#include "isogloss/base/philox.hpp"

namespace isogloss::statistics {
namespace {

using members = std::vector<std::vector<std::size_t>>;

// The children of each parent.
members children(const std::vector<std::size_t>& parent_of) {
  members result;
  for (std::size_t child = 0; child < parent_of.size(); ++child) {
    if (parent_of[child] >= result.size()) result.resize(parent_of[child] + 1);
    result[parent_of[child]].push_back(child);
  }
  return result;
}

bool any_has_two(const std::vector<std::size_t>& parent_of) {
  const members all = children(parent_of);
  return std::any_of(all.begin(), all.end(), [](const auto& m) { return m.size() > 1; });
}

// Draws with replacement as many of `from` as there are; a single one is kept without a draw.
template <class Use>
void draw(const std::vector<std::size_t>& from, philox& random, const Use& use) {
  if (from.size() == 1) return use(from.front());
  for (std::size_t i = 0; i < from.size(); ++i) use(from[random.below(from.size())]);
}

template <class Resample>
resample_weights resampled(std::size_t n_segments, std::uint32_t replicates, const Resample& resample) {
  resample_weights weights = resample_weights::Zero(replicates, static_cast<Eigen::Index>(n_segments));
  parallel_for(replicates, {"drawing resamples", "resamples"}, [&](std::size_t r) {
    resample(static_cast<std::uint32_t>(r), [&](std::size_t segment) {
      weights(static_cast<Eigen::Index>(r), static_cast<Eigen::Index>(segment)) += 1;
    });
  });
  return weights;
}

// Streams of the two questions, so that they share no numbers.
constexpr std::uint32_t within = 0;
constexpr std::uint32_t beyond = 1;

}  // namespace

std::string_view name(resampled_unit unit) {
  switch (unit) {
    case resampled_unit::none:
      return "none";
    case resampled_unit::segment:
      return "segment";
    case resampled_unit::document:
      return "document";
    case resampled_unit::author:
      return "author";
  }
  return "";
}

resampled_unit highest_unit(const nesting& n) {
  if (any_has_two(n.side_of)) return resampled_unit::author;
  if (any_has_two(n.author_of)) return resampled_unit::document;
  return any_has_two(n.document_of) ? resampled_unit::segment : resampled_unit::none;
}

side_units count_units(const nesting& n, resampled_unit unit) {
  std::array<std::size_t, 2> units{};
  const auto side_of_document = [&](std::size_t document) { return n.side_of[n.author_of[document]]; };
  switch (unit) {
    case resampled_unit::none:
      break;
    case resampled_unit::author:
      for (const std::size_t side : n.side_of) ++units.at(side);
      break;
    case resampled_unit::document:
      for (std::size_t d = 0; d < n.author_of.size(); ++d) ++units.at(side_of_document(d));
      break;
    case resampled_unit::segment:
      for (const std::size_t d : n.document_of) ++units.at(side_of_document(d));
      break;
  }
  return {units[0], units[1]};
}

double small_sample_expansion(const side_units& units) {
  double n = 0;
  double sides = 0;
  for (const std::size_t of_side : {units.target, units.reference}) {
    if (of_side < 2) continue;
    n += static_cast<double>(of_side);
    sides += 1;
  }
  if (sides == 0) return 1;
  const double t = boost::math::quantile(boost::math::students_t(n - sides), 0.975);
  const double z = boost::math::quantile(boost::math::normal(), 0.975);
  return t / z * std::sqrt(n / (n - sides));
}

resample_weights resample_within(const nesting& n, std::uint64_t seed, random_study study, std::uint32_t replicates) {
  const members segments = children(n.document_of);
  return resampled(n.document_of.size(), replicates, [&](std::uint32_t replicate, const auto& take) {
    philox random(seed, static_cast<std::uint32_t>(study), replicate, within);
    for (const auto& of_document : segments) draw(of_document, random, take);
  });
}

resample_weights resample_beyond(const nesting& n, std::uint64_t seed, random_study study, std::uint32_t replicates) {
  const members segments = children(n.document_of);
  const members documents = children(n.author_of);
  const members authors = children(n.side_of);
  return resampled(n.document_of.size(), replicates, [&](std::uint32_t replicate, const auto& take) {
    philox random(seed, static_cast<std::uint32_t>(study), replicate, beyond);
    for (const auto& of_side : authors) {
      draw(of_side, random, [&](std::size_t author) {
        draw(documents[author], random, [&](std::size_t document) { draw(segments[document], random, take); });
      });
    }
  });
}

}  // namespace isogloss::statistics
