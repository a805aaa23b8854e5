// How often does `contested` call a term contested that two groups use alike? Prints the table of docs/calibration.md:
// contested_calibration [REPLICATES] [RELABELLINGS]
#include <fmt/format.h>

#include <cstdlib>
#include <vector>

#include "isogloss/base/parallel.hpp"
#include "support/simulated_contexts.hpp"

namespace isogloss {
namespace {

std::vector<testing::context_simulation> designs() {
  std::vector<testing::context_simulation> all;
  for (const auto& [a, b] : {std::pair<std::size_t, std::size_t>{1, 1}, {1, 4}, {4, 4}, {6, 6}}) {
    for (const double of_document : {0.0, 0.2, 0.4}) {
      for (const double more : {1.0, 2.0, 4.0}) {
        testing::context_simulation s;
        s.documents_a = a;
        s.documents_b = b;
        s.segments_per_document = a + b > 2 ? 10 : 30;
        s.contexts_a = 1 + 0.5 * more;
        s.of_document = of_document;
        all.push_back(s);
      }
    }
  }
  return all;
}

}  // namespace
}  // namespace isogloss

int main(int argc, char** argv) {
  const auto replicates = static_cast<std::uint32_t>(argc > 1 ? std::atoi(argv[1]) : 2000);
  const auto deals = static_cast<std::uint32_t>(argc > 2 ? std::atoi(argv[2]) : 400);
  const auto all = isogloss::designs();
  std::vector<isogloss::testing::context_calibration> shares(all.size());
  isogloss::parallel_for(all.size(), [&](std::size_t i) { shares[i] = calibrate(all[i], replicates, deals); });
  fmt::print(
      "| documents | of the document's own | contexts a segment | p_value, unit segment | p_value, unit document | "
      "divergence_bits |\n|---|---|---|---|---|---|\n");
  for (std::size_t i = 0; i < all.size(); ++i) {
    const auto& s = all[i];
    fmt::print("| {} + {} | {} | {} and {} | {:.3f} | {:.3f} | {:.4f} |\n", s.documents_a, s.documents_b, s.of_document,
               s.contexts_a, s.contexts_b, shares[i].segment, shares[i].document, shares[i].divergence);
  }
  return 0;
}
