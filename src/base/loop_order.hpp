#pragma once

#ifdef ISOGLOSS_THREAD_SANITIZER
#include <sanitizer/tsan_interface.h>
#endif

namespace isogloss {

/// What a parallel loop orders, told to the thread sanitizer, which sees nothing of oneTBB: a body comes after what the
/// caller did before the loop, and before what it does next. Of one body and another nothing is told, so that their
/// races are found. Without the sanitizer it does nothing. The file that includes this is itself not instrumented.
class loop_order {
 public:
#ifdef ISOGLOSS_THREAD_SANITIZER
  loop_order() {
    __tsan_release(&begun_);
  }
  ~loop_order() {
    __tsan_acquire(&ended_);
  }
#else
  loop_order() = default;
  ~loop_order() = default;
#endif
  loop_order(const loop_order&) = delete;
  loop_order& operator=(const loop_order&) = delete;

  template <class Body>
  void run(const Body& body) {
    [[maybe_unused]] const in_body here(*this);
    body();
  }

 private:
#ifdef ISOGLOSS_THREAD_SANITIZER
  struct in_body {
    explicit in_body(loop_order& o) : order(o) { __tsan_acquire(&order.begun_); }
    ~in_body() { __tsan_release(&order.ended_); }
    loop_order& order;
  };

  char begun_ = 0, ended_ = 0;  // places that stand for the two moments
#else
  struct in_body {
    explicit in_body(loop_order& /*order*/) {}
  };
#endif
};

}  // namespace isogloss
