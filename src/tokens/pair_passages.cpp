#include <algorithm>
#include <tuple>

#include "tokens/shared_passages.hpp"

// The passages of two documents: runs grown, joined and chosen.
namespace isogloss::tokens {
namespace {

auto by_place(const word_alignment& x) {
  return std::tuple(x.begin_a(), x.begin_b(), x.end_a(), x.end_b());
}

void sort_by_place(std::vector<word_alignment>& all) {
  std::sort(all.begin(), all.end(), [](const auto& x, const auto& y) { return by_place(x) < by_place(y); });
}

// Alignments by where they stand in a, so that few are looked through.
class found_alignments {
 public:
  explicit found_alignments(std::size_t n_a) : cells_(n_a / cell_words + 1) {}

  [[nodiscard]] bool hold(const word_run& run) const {
    const word_alignment alone{{run}};
    const auto& cell = cells_[run.a / cell_words];
    return std::any_of(cell.begin(), cell.end(), [&](std::size_t i) { return all[i].contains(alone); });
  }

  void add(word_alignment found) {
    for (std::size_t c = found.begin_a() / cell_words; c <= (found.end_a() - 1) / cell_words; ++c)
      cells_[c].push_back(all.size());
    all.push_back(std::move(found));
  }

  std::vector<word_alignment> all;

 private:
  static constexpr std::size_t cell_words = 64;
  std::vector<std::vector<std::size_t>> cells_;
};

// How far an alignment may reach from a run: the places of one document share what lies between them.
struct room {
  std::size_t after_a, before_b;
  room(const word_run& run, std::size_t n_a, bool same_document) : after_a(n_a - run.a - run.length), before_b(run.b) {
    if (!same_document) return;
    const std::size_t between = run.b - run.a - run.length;
    after_a = between / 2;
    before_b = between - after_a;
  }
};

word_alignment grown(const word_sequence& a, const word_sequence& b, const word_run& run, std::size_t max_gap) {
  const room limits(run, a.size(), &a == &b);
  const auto before = extend(run.a, limits.before_b, max_gap,
                             [&](std::size_t i, std::size_t j) { return a[run.a - 1 - i] == b[run.b - 1 - j]; });
  const std::size_t end_a = run.a + run.length, end_b = run.b + run.length;
  const auto after = extend(limits.after_a, b.size() - end_b, max_gap,
                            [&](std::size_t i, std::size_t j) { return a[end_a + i] == b[end_b + j]; });
  word_alignment result;
  for (auto r = before.rbegin(); r != before.rend(); ++r)
    result.runs.push_back({run.a - r->a - r->length, run.b - r->b - r->length, r->length});
  const auto put = [&](const word_run& r) {
    auto& runs = result.runs;
    if (!runs.empty() && result.end_a() == r.a && result.end_b() == r.b) {
      runs.back().length += r.length;
    } else {
      runs.push_back(r);
    }
  };
  put(run);
  for (const auto& r : after) put({end_a + r.a, end_b + r.b, r.length});
  return result;
}

// The runs of `next` that come after `first` in both documents, cut where they overlap it.
std::vector<word_run> rest_after(const word_alignment& first, const word_alignment& next) {
  std::vector<word_run> rest;
  for (const auto& run : next.runs) {
    const std::size_t in_a = first.end_a() - std::min(first.end_a(), run.a);
    const std::size_t in_b = first.end_b() - std::min(first.end_b(), run.b);
    const std::size_t cut = std::max(in_a, in_b);
    if (cut < run.length) rest.push_back({run.a + cut, run.b + cut, run.length - cut});
  }
  return rest;
}

class joiner {
 public:
  joiner(std::size_t max_gap, bool same_document) : max_gap_(max_gap), same_document_(same_document) {}

  std::vector<word_alignment> joined(std::vector<word_alignment> all) {
    sort_by_place(all);
    std::vector<word_alignment> result;
    std::vector<std::size_t> open;  // of result: what may go on
    for (auto& next : all) {
      std::erase_if(open, [&](std::size_t i) { return result[i].end_a() + max_gap_ < next.begin_a(); });
      if (std::any_of(open.rbegin(), open.rend(), [&](std::size_t i) { return join(result[i], next); })) continue;
      open.push_back(result.size());
      result.push_back(std::move(next));
    }
    return result;
  }

 private:
  [[nodiscard]] bool join(word_alignment& first, const word_alignment& next) const {
    if (next.begin_b() < first.begin_b() || next.end_a() < first.end_a() || next.end_b() < first.end_b()) return false;
    if (next.begin_b() > first.end_b() + max_gap_ || (same_document_ && next.end_a() > first.begin_b())) return false;
    const auto rest = rest_after(first, next);
    if (rest.empty() || rest.back().a + rest.back().length != next.end_a() ||
        rest.back().b + rest.back().length != next.end_b() || rest.front().a > first.end_a() + max_gap_ ||
        rest.front().b > first.end_b() + max_gap_)
      return false;
    for (const auto& run : rest) {
      if (first.end_a() == run.a && first.end_b() == run.b) {
        first.runs.back().length += run.length;
      } else {
        first.runs.push_back(run);
      }
    }
    return true;
  }

  std::size_t max_gap_;
  bool same_document_;
};

// Without those that lie within another; of two in the same place the first stays.
std::vector<word_alignment> outermost(std::vector<word_alignment> all) {
  sort_by_place(all);
  std::vector<bool> within(all.size());
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < all.size(); ++i) {
    std::erase_if(open, [&](std::size_t o) { return all[o].end_a() <= all[i].begin_a(); });
    for (const std::size_t o : open) {
      if (!within[o] && all[o].contains(all[i])) {
        within[i] = true;
      } else if (all[i].contains(all[o])) {
        within[o] = true;
      }
    }
    if (!within[i]) open.push_back(i);
  }
  std::size_t i = 0;
  std::erase_if(all, [&](const word_alignment&) { return within[i++]; });
  return all;
}

}  // namespace

std::vector<word_alignment> passages_of_pair(const word_sequence& a, const word_sequence& b, std::vector<word_run> runs,
                                             const reuse_options& o) {
  std::sort(runs.begin(), runs.end(), [](const word_run& x, const word_run& y) {
    return std::tuple(y.length, x.a, x.b) < std::tuple(x.length, y.a, y.b);
  });
  found_alignments found(a.size());
  for (const auto& run : runs) {
    if (!found.hold(run)) found.add(grown(a, b, run, o.max_gap));
  }
  auto passages = joiner(o.max_gap, &a == &b).joined(std::move(found.all));
  std::erase_if(passages, [&](const word_alignment& p) { return p.matched() < o.min_words; });
  return outermost(std::move(passages));
}

}  // namespace isogloss::tokens
