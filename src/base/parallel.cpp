#include "isogloss/base/parallel.hpp"

#include <tbb/global_control.h>
#include <tbb/parallel_for.h>

namespace isogloss {

struct thread_limit::control {
  tbb::global_control limit;
};

thread_limit::thread_limit(std::size_t threads) {
  if (threads > 0) {
    control_ =
        std::make_unique<control>(control{tbb::global_control(tbb::global_control::max_allowed_parallelism, threads)});
  }
}

thread_limit::~thread_limit() = default;

void parallel_for(std::size_t n, const std::function<void(std::size_t)>& body) {
  tbb::parallel_for(std::size_t{0}, n, body);
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
