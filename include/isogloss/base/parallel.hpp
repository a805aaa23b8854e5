#pragma once

#include <cstddef>
#include <functional>
#include <memory>

#include "isogloss/base/progress.hpp"

namespace isogloss {

/// Limits the threads of every parallel loop while it lives; 0 means as many as the machine has cores.
class thread_limit {
 public:
  explicit thread_limit(std::size_t threads);
  ~thread_limit();
  thread_limit(const thread_limit&) = delete;
  thread_limit& operator=(const thread_limit&) = delete;

 private:
  struct control;
  std::unique_ptr<control> control_;
};

/// Calls body(i) for i = 0 ... n - 1, on several threads, in no order. A body writes to its own place only, so that the
/// result does not depend on the threads. The first exception reaches the caller.
void parallel_for(std::size_t n, const std::function<void(std::size_t)>& body);

/// The same as a stage of progress, in which every i is one unit.
void parallel_for(std::size_t n, const work_name& name, const std::function<void(std::size_t)>& body);

/// Calls body(i, worker) with the number of a worker, below `most_workers()`: no two bodies that run at a time have the
/// same. For what is costly to make for every i; which worker meets which i is left to chance.
void parallel_for_workers(std::size_t n, const std::function<void(std::size_t i, std::size_t worker)>& body);
[[nodiscard]] std::size_t most_workers();

}  // namespace isogloss
