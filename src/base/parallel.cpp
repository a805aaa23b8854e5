#include "isogloss/base/parallel.hpp"

#include <tbb/blocked_range.h>
#include <tbb/global_control.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <algorithm>

#include "base/loop_order.hpp"

namespace isogloss {

struct thread_limit::control {
  explicit control(std::size_t threads) : limit(tbb::global_control::max_allowed_parallelism, threads) {}
  tbb::global_control limit;  // made where it stays: a copy's end lifts the limit
};

thread_limit::thread_limit(std::size_t threads) {
  if (threads > 0) control_ = std::make_unique<control>(threads);
}

thread_limit::~thread_limit() = default;

void parallel_for(std::size_t n, const std::function<void(std::size_t)>& body) {
  loop_order order;
  tbb::parallel_for(std::size_t{0}, n, [&](std::size_t i) { order.run([&] { body(i); }); });
}

std::size_t most_workers() {
  const auto allowed = tbb::global_control::active_value(tbb::global_control::max_allowed_parallelism);
  return std::max(allowed, static_cast<std::size_t>(tbb::this_task_arena::max_concurrency()));
}

void parallel_for_workers(std::size_t n, const std::function<void(std::size_t, std::size_t)>& body) {
  loop_order order;
  tbb::parallel_for(tbb::blocked_range<std::size_t>(0, n, 1), [&](const tbb::blocked_range<std::size_t>& some) {
    const auto worker = static_cast<std::size_t>(tbb::this_task_arena::current_thread_index());
    order.run([&] {
      for (std::size_t i = some.begin(); i < some.end(); ++i) body(i, worker);
    });
  });
}

void parallel_for(std::size_t n, const work_name& name, const std::function<void(std::size_t)>& body) {
  const progress_stage stage(name, n);
  if (!stage.is_told()) return parallel_for(n, body);
  parallel_for(n, [&](std::size_t i) {
    body(i);
    stage.advance();
  });
}

}  // namespace isogloss
