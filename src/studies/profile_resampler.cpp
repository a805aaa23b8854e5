#include "isogloss/statistics/bootstrap.hpp"
#include "studies/authors.hpp"

namespace isogloss::studies {

profile_resampler::profile_resampler(const material& m, const std::vector<std::string>& terms)
    : segments_(m.segments(term_choice::all, terms)),
      n_documents_(static_cast<Eigen::Index>(m.n_documents())),
      seed_(m.options().seed) {}

bool profile_resampler::can_draw() const {
  return segments_.document_of.size() > static_cast<std::size_t>(n_documents_);
}

statistics::dense_profiles profile_resampler::draw(std::uint32_t replicate) const {
  const auto weights =
      statistics::resample_segments(segments_.document_of, seed_, statistics::random_study::attribution, replicate);
  statistics::dense_profiles profiles = statistics::dense_profiles::Zero(n_documents_, segments_.counts.cols());
  Eigen::VectorXd tokens = Eigen::VectorXd::Zero(n_documents_);
  for (std::size_t i = 0; i < weights.size(); ++i) {
    if (weights[i] == 0) continue;
    const auto row = static_cast<Eigen::Index>(segments_.document_of[i]);
    const auto segment = static_cast<Eigen::Index>(i);
    tokens[row] += weights[i] * segments_.tokens[segment];
    for (counts::sparse_matrix::InnerIterator cell(segments_.counts, segment); cell; ++cell) {
      profiles(row, cell.col()) += weights[i] * cell.value();
    }
  }
  for (Eigen::Index row = 0; row < n_documents_; ++row) profiles.row(row) /= tokens[row];
  return profiles;
}

}  // namespace isogloss::studies
