#include "isogloss/statistics/log_ratio_intervals.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <stdexcept>

#include "isogloss/base/numeric.hpp"
#include "isogloss/base/parallel.hpp"

namespace isogloss::statistics {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double smoothing = 0.5;
constexpr Eigen::Index fewest_replicates = 40;
const double unseen = -std::log(0.025);  // 3.69

// The p-quantile (type 7) of log2 of positive values: only two order statistics need their logarithm.
double log2_quantile(std::vector<double>& values, double p) {
  const double place = p * static_cast<double>(values.size() - 1);
  const auto below = static_cast<std::ptrdiff_t>(std::floor(place));
  std::nth_element(values.begin(), values.begin() + below, values.end());
  const double low = std::log2(values[static_cast<std::size_t>(below)]);
  const double rest = place - static_cast<double>(below);
  if (rest == 0) return low;
  const double high = std::log2(*std::min_element(values.begin() + below + 1, values.end()));
  return low + rest * (high - low);
}

// A term's counts in each resample, by side, as whole numbers: less to fetch than floating point, more at a time, and
// as exact.
class whole_sums {
 public:
  whole_sums(const segment_counts& s, const resample_weights& weights) : segments_(s) {
    const float most = weights.size() > 0 ? weights.maxCoeff() : 0;
    if (most > 255) return;
    largest_weight_ = most;
    weights_ = weights.cast<std::uint8_t>();
  }

  // False where whole numbers cannot hold them: `target` and `reference` are as they were.
  bool add(Eigen::Index term, Eigen::VectorXd& target, Eigen::VectorXd& reference) const {
    double most = 0;
    for (cells cell(segments_.counts, term); cell; ++cell) {
      if (!is_whole(cell.value()) || cell.value() < 0) return false;
      most += cell.value() * largest_weight_;
    }
    if (weights_.size() == 0 || most > std::numeric_limits<std::uint32_t>::max()) return false;
    if (most > std::numeric_limits<std::uint16_t>::max()) {
      add_up<std::uint32_t>(term, target, reference);
    } else {
      add_up<std::uint16_t>(term, target, reference);
    }
    return true;
  }

 private:
  using cells = Eigen::SparseMatrix<double>::InnerIterator;

  template <class Whole>
  void add_up(Eigen::Index term, Eigen::VectorXd& target, Eigen::VectorXd& reference) const {
    using sums = Eigen::Matrix<Whole, Eigen::Dynamic, 1>;
    sums of_target = sums::Zero(target.size());
    sums of_reference = of_target;
    for (cells cell(segments_.counts, term); cell; ++cell) {
      const bool in_target = segments_.is_target[static_cast<std::size_t>(cell.row())];
      add_weighted(static_cast<Whole>(cell.value()), weights_.col(cell.row()).data(),
                   in_target ? of_target : of_reference);
    }
    target += of_target.template cast<double>();
    reference += of_reference.template cast<double>();
  }

  template <class Sums>
  static void add_weighted(typename Sums::Scalar count, const std::uint8_t* weights, Sums& sums) {
    using whole = typename Sums::Scalar;
    whole* const to = sums.data();
    for (Eigen::Index i = 0; i < sums.size(); ++i) to[i] = static_cast<whole>(to[i] + count * weights[i]);
  }

  const segment_counts& segments_;
  Eigen::Matrix<std::uint8_t, Eigen::Dynamic, Eigen::Dynamic> weights_;  // empty where one is too large
  double largest_weight_ = 0;
};

class resampler {
 public:
  resampler(const segment_counts& s, const resample_weights& weights, double expansion)
      : segments_(s),
        weights_(weights),
        whole_(s, weights),
        expansion_(expansion),
        target_tokens_(Eigen::VectorXd::Zero(weights.rows())),
        reference_tokens_(target_tokens_) {
    for (Eigen::Index i = 0; i < weights.cols(); ++i) {
      const bool in_target = s.is_target[static_cast<std::size_t>(i)];
      auto& tokens = in_target ? target_tokens_ : reference_tokens_;
      (in_target ? all_target_tokens_ : all_reference_tokens_) += s.tokens[i];
      tokens += s.tokens[i] * weights.col(i).cast<double>();
    }
  }

  [[nodiscard]] interval of_term(Eigen::Index term) const {
    Eigen::VectorXd target = Eigen::VectorXd::Zero(weights_.rows());
    Eigen::VectorXd reference = target;
    double target_count = 0;
    double reference_count = 0;
    const bool added = whole_.add(term, target, reference);
    for (Eigen::SparseMatrix<double>::InnerIterator cell(segments_.counts, term); cell; ++cell) {
      const bool in_target = segments_.is_target[static_cast<std::size_t>(cell.row())];
      if (!added) (in_target ? target : reference) += cell.value() * weights_.col(cell.row()).cast<double>();
      (in_target ? target_count : reference_count) += cell.value();
    }
    if (target_count + reference_count == 0) return {nan, nan};
    const bool target_absent = target_count == 0;
    const bool reference_absent = reference_count == 0;
    if (target_absent) target.setConstant(target_count = unseen - smoothing);
    if (reference_absent) reference.setConstant(reference_count = unseen - smoothing);

    std::vector<double> ratios(static_cast<std::size_t>(weights_.rows()));
    Eigen::Map<Eigen::VectorXd>(ratios.data(), weights_.rows()) =
        ((target.array() + smoothing) / target_tokens_.array()) /
        ((reference.array() + smoothing) / reference_tokens_.array());
    const double value = std::log2(((target_count + smoothing) / all_target_tokens_) /
                                   ((reference_count + smoothing) / all_reference_tokens_));
    const double low = target_absent ? nan : value + expansion_ * (log2_quantile(ratios, 0.025) - value);
    const double high = reference_absent ? nan : value + expansion_ * (log2_quantile(ratios, 0.975) - value);
    return {low, high};
  }

 private:
  const segment_counts& segments_;
  const resample_weights& weights_;
  whole_sums whole_;
  double expansion_;
  Eigen::VectorXd target_tokens_, reference_tokens_;
  double all_target_tokens_ = 0, all_reference_tokens_ = 0;
};

// Is there anything to draw?
bool varies(const resample_weights& weights) {
  for (Eigen::Index r = 1; r < weights.rows(); ++r) {
    if (weights.row(r) != weights.row(0)) return true;
  }
  return false;
}

}  // namespace

std::vector<interval> log_ratio_intervals(const segment_counts& segments, const resample_weights& weights,
                                          double expansion) {
  if (segments.counts.rows() != weights.cols() || segments.tokens.size() != weights.cols() ||
      segments.is_target.size() != static_cast<std::size_t>(weights.cols())) {
    throw std::invalid_argument(
        "log_ratio_intervals: counts, tokens, is_target and weights must have one entry a segment");
  }
  std::vector<interval> result(static_cast<std::size_t>(segments.counts.cols()), {nan, nan});
  if (weights.rows() < fewest_replicates || !varies(weights)) return result;
  const resampler terms(segments, weights, expansion);
  parallel_for(result.size(), {"resampling log ratios", "terms"},
               [&](std::size_t term) { result[term] = terms.of_term(static_cast<Eigen::Index>(term)); });
  return result;
}

}  // namespace isogloss::statistics
