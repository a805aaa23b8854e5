#include "isogloss/base/progress.hpp"

#include <atomic>
#include <chrono>
#include <mutex>

namespace isogloss {
namespace {

using clock = std::chrono::steady_clock;

struct shared_state {
  std::atomic<bool> watched = false;
  std::atomic<std::uint64_t> done = 0;
  std::mutex changing;  // guards what follows
  std::uint64_t n_stages = 0;
  progress current;
  clock::time_point began;
  std::uint64_t round = 0;
  std::uint64_t rounds = 0;
};

shared_state& shared() {
  static shared_state state;
  return state;
}

}  // namespace

progress_stage::progress_stage(const work_name& name, std::uint64_t total) {
  auto& s = shared();
  if (!s.watched) return;
  const std::scoped_lock lock(s.changing);
  if (s.current.stage != 0) return;
  s.current = {++s.n_stages, name, 0, total};
  s.began = clock::now();
  s.done = 0;
  told_ = true;
}

progress_stage::~progress_stage() {
  if (!told_) return;
  auto& s = shared();
  const std::scoped_lock lock(s.changing);
  s.current = {};
}

void progress_stage::advance(std::uint64_t units) const {
  if (told_) shared().done.fetch_add(units, std::memory_order_relaxed);
}

progress_rounds::progress_rounds(std::uint64_t rounds) {
  auto& s = shared();
  if (!s.watched) return;
  const std::scoped_lock lock(s.changing);
  if (s.rounds != 0 || s.current.stage != 0) return;
  s.rounds = rounds;
  told_ = true;
}

progress_rounds::~progress_rounds() {
  if (!told_) return;
  auto& s = shared();
  const std::scoped_lock lock(s.changing);
  s.round = s.rounds = 0;
}

void progress_rounds::next() const {
  if (!told_) return;
  auto& s = shared();
  const std::scoped_lock lock(s.changing);
  ++s.round;
}

progress_watch::progress_watch() {
  shared().watched = true;
}

progress_watch::~progress_watch() {
  shared().watched = false;
}

progress progress_watch::now() {
  auto& s = shared();
  const std::scoped_lock lock(s.changing);
  progress seen = s.current;
  seen.round = s.round;
  seen.rounds = s.rounds;
  if (seen.stage == 0) return seen;
  seen.done = s.done;
  seen.seconds = std::chrono::duration<double>(clock::now() - s.began).count();
  return seen;
}

}  // namespace isogloss
