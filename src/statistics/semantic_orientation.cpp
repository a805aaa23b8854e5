#include "isogloss/statistics/semantic_orientation.hpp"

#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <limits>
#include <numeric>
#include <stdexcept>

#include "isogloss/base/parallel.hpp"

namespace isogloss::statistics {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double smoothing = 0.5;

double log_ratio(double positive, double negative) {
  return std::log2((positive + smoothing) / (negative + smoothing));
}

double deviation(const std::vector<double>& values) {
  const auto n = static_cast<double>(values.size());
  const double mean = std::accumulate(values.begin(), values.end(), 0.0) / n;
  double squares = 0;
  for (const double value : values) squares += (value - mean) * (value - mean);
  return std::sqrt(squares / n);
}

// n segments drawn again have (n - 1) / n of their variance, and few of them have Student's distribution.
double p_value(double z, Eigen::Index segments) {
  if (segments < 2) return nan;
  const auto n = static_cast<double>(segments);
  const boost::math::students_t student(n - 1);
  return 2 * boost::math::cdf(boost::math::complement(student, std::abs(z) * std::sqrt((n - 1) / n)));
}

// The seeds of each segment as every resample has them. Sums of whole numbers below 2^24 are exact in single precision.
class resampled_seeds {
 public:
  resampled_seeds(const seed_counts& seeds, const resample_weights& weights)
      : positive_(weights), negative_(weights), all_(static_cast<std::size_t>(weights.rows())) {
    for (Eigen::Index s = 0; s < weights.cols(); ++s) {
      positive_.col(s) *= static_cast<float>(seeds.positive[static_cast<std::size_t>(s)]);
      negative_.col(s) *= static_cast<float>(seeds.negative[static_cast<std::size_t>(s)]);
    }
    const Eigen::VectorXd positive = positive_.cast<double>().rowwise().sum();
    const Eigen::VectorXd negative = negative_.cast<double>().rowwise().sum();
    for (Eigen::Index r = 0; r < weights.rows(); ++r)
      all_[static_cast<std::size_t>(r)] = log_ratio(positive[r], negative[r]);
  }

  // The orientation of a term in every resample.
  [[nodiscard]] std::vector<double> of_term(const Eigen::SparseMatrix<double>& presence, Eigen::Index term) const {
    Eigen::VectorXf positive = Eigen::VectorXf::Zero(positive_.rows());
    Eigen::VectorXf negative = positive;
    for (Eigen::SparseMatrix<double>::InnerIterator cell(presence, term); cell; ++cell) {
      if (cell.value() == 0) continue;
      positive += positive_.col(cell.row());
      negative += negative_.col(cell.row());
    }
    std::vector<double> values(all_.size());
    for (std::size_t r = 0; r < values.size(); ++r)
      values[r] = log_ratio(positive[static_cast<Eigen::Index>(r)], negative[static_cast<Eigen::Index>(r)]) - all_[r];
    return values;
  }

 private:
  resample_weights positive_, negative_;
  std::vector<double> all_;
};

double value_of(const Eigen::SparseMatrix<double>& presence, Eigen::Index term, const seed_counts& seeds, double all) {
  double positive = 0;
  double negative = 0;
  for (Eigen::SparseMatrix<double>::InnerIterator cell(presence, term); cell; ++cell) {
    if (cell.value() == 0) continue;
    positive += seeds.positive[static_cast<std::size_t>(cell.row())];
    negative += seeds.negative[static_cast<std::size_t>(cell.row())];
  }
  return log_ratio(positive, negative) - all;
}

}  // namespace

std::vector<orientation> semantic_orientation(const Eigen::SparseMatrix<double>& presence, const seed_counts& seeds,
                                              const resample_weights& weights) {
  const auto n_segments = static_cast<std::size_t>(presence.rows());
  if (seeds.positive.size() != n_segments || seeds.negative.size() != n_segments ||
      (weights.rows() > 0 && weights.cols() != presence.rows()))
    throw std::invalid_argument("semantic_orientation: segments of terms, seeds and weights do not agree");
  const double positive = std::accumulate(seeds.positive.begin(), seeds.positive.end(), 0.0);
  const double negative = std::accumulate(seeds.negative.begin(), seeds.negative.end(), 0.0);
  std::vector<orientation> result(static_cast<std::size_t>(presence.cols()), {nan, {nan, nan}, nan});
  if (positive == 0 || negative == 0) return result;
  const double all = log_ratio(positive, negative);
  const resampled_seeds resampled(seeds, weights);
  parallel_for(result.size(), {"inducing orientation", "terms"}, [&](std::size_t term) {
    const auto column = static_cast<Eigen::Index>(term);
    auto& of = result[term];
    of.value = value_of(presence, column, seeds, all);
    auto values = resampled.of_term(presence, column);
    if (values.empty()) return;
    const double spread = deviation(values);
    of.ends = percentile_interval(std::move(values));
    if (std::isnan(of.ends.low) || spread < 1e-9) {
      of.ends = {nan, nan};
      return;
    }
    of.p_value = p_value(of.value / spread, presence.innerVector(column).nonZeros());
  });
  return result;
}

}  // namespace isogloss::statistics
