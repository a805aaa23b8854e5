#include "tokens/word_alignment.hpp"

#include <cstdint>
#include <limits>

namespace isogloss::tokens {
namespace {

constexpr std::int64_t dead = std::numeric_limits<std::int64_t>::min() / 2;

enum class step : std::uint8_t { none, match, replace, leave_out, add };

// The living cells [first, first + scores.size()) of one row: j words of b against so many of a.
struct row {
  std::size_t first = 0;
  std::vector<std::int64_t> scores;
  [[nodiscard]] std::int64_t score(std::size_t j) const {
    return j < first || j >= first + scores.size() ? dead : scores[j - first];
  }
  [[nodiscard]] std::size_t end() const { return first + scores.size(); }
};

class extension {
 public:
  extension(std::size_t n_a, std::size_t n_b, std::size_t max_drop,
            const std::function<bool(std::size_t, std::size_t)>& equal)
      : n_b_(n_b), max_drop_(static_cast<std::int64_t>(max_drop)), equal_(equal) {
    row last = first_row();
    for (std::size_t i = 1; i <= n_a && !last.scores.empty(); ++i) last = next_row(i, last);
  }

  [[nodiscard]] std::vector<word_run> runs() const {
    std::vector<word_run> found;
    std::size_t i = best_i_, j = best_j_;
    while (i > 0 || j > 0) {
      const step s = steps_[begin_of_row_[i] + j - first_of_row_[i]];
      if (s != step::add) --i;
      if (s != step::leave_out) --j;
      if (s != step::match) continue;
      if (!found.empty() && found.back().a == i + 1 && found.back().b == j + 1) {
        found.back() = {i, j, found.back().length + 1};
      } else {
        found.push_back({i, j, 1});
      }
    }
    std::reverse(found.begin(), found.end());
    return found;
  }

 private:
  row first_row() {
    row r;
    begin(0);
    for (std::size_t j = 0; j <= n_b_ && static_cast<std::int64_t>(j) <= max_drop_; ++j)
      put(r, -static_cast<std::int64_t>(j), j == 0 ? step::none : step::add);
    return r;
  }

  row next_row(std::size_t i, const row& above) {
    row r{above.first, {}};
    begin(above.first);
    for (std::size_t j = above.first; j <= n_b_; ++j) {
      if (j > above.end() && r.scores.back() == dead) break;
      const auto [score, s] = best_step(i, j, above, r);
      if (score > best_) {
        best_ = score;
        best_i_ = i;
        best_j_ = j;
      }
      put(r, score < best_ - max_drop_ ? dead : score, s);
    }
    trim(r);
    return r;
  }

  [[nodiscard]] std::pair<std::int64_t, step> best_step(std::size_t i, std::size_t j, const row& above,
                                                        const row& r) const {
    std::pair<std::int64_t, step> best{dead, step::none};
    if (j > 0 && above.score(j - 1) != dead) {
      const bool same = equal_(i - 1, j - 1);
      best = {above.score(j - 1) + (same ? 1 : -1), same ? step::match : step::replace};
    }
    if (above.score(j) - 1 > best.first) best = {above.score(j) - 1, step::leave_out};
    if (j > r.first && r.scores.back() - 1 > best.first) best = {r.scores.back() - 1, step::add};
    return best;
  }

  void begin(std::size_t first) {
    begin_of_row_.push_back(steps_.size());
    first_of_row_.push_back(first);
  }

  void put(row& r, std::int64_t score, step s) {
    r.scores.push_back(score);
    steps_.push_back(s);
  }

  static void trim(row& r) {
    while (!r.scores.empty() && r.scores.back() == dead) r.scores.pop_back();
    const auto alive = std::find_if(r.scores.begin(), r.scores.end(), [](auto s) { return s != dead; });
    r.first += static_cast<std::size_t>(alive - r.scores.begin());
    r.scores.erase(r.scores.begin(), alive);
  }

  std::size_t n_b_;
  std::int64_t max_drop_;
  const std::function<bool(std::size_t, std::size_t)>& equal_;
  std::int64_t best_ = 0;
  std::size_t best_i_ = 0, best_j_ = 0;
  std::vector<step> steps_;
  std::vector<std::size_t> begin_of_row_, first_of_row_;
};

}  // namespace

std::size_t word_alignment::matched() const {
  std::size_t n = 0;
  for (const auto& run : runs) n += run.length;
  return n;
}

std::size_t word_alignment::columns() const {
  std::size_t n = matched();
  for (std::size_t i = 1; i < runs.size(); ++i) {
    const auto& last = runs[i - 1];
    n += std::max(runs[i].a - last.a - last.length, runs[i].b - last.b - last.length);
  }
  return n;
}

std::vector<word_run> extend(std::size_t n_a, std::size_t n_b, std::size_t max_drop,
                             const std::function<bool(std::size_t, std::size_t)>& equal) {
  return extension(n_a, n_b, max_drop, equal).runs();
}

}  // namespace isogloss::tokens
