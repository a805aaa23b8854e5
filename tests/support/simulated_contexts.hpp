#pragma once

#include <cmath>
#include <map>

#include "isogloss/statistics/profile_divergence.hpp"
#include "support/simulated_corpus.hpp"

namespace isogloss::testing {

/// The contexts of one term in two groups that use it alike.
struct context_simulation {
  std::size_t documents_a = 1, documents_b = 1;
  std::size_t segments_per_document = 30;  ///< that hold the term
  double contexts_a = 1.5;                 ///< in a segment of group a
  double contexts_b = 1.5;
  double of_segment = 0.3;   ///< share of collocates that repeat one of their segment
  double of_document = 0.0;  ///< share that repeat one of their document: its own matter
  bool different = false;    ///< group b has half of its collocates from elsewhere
};

struct simulated_contexts {
  statistics::context_counts counts;
  std::vector<std::size_t> document_of;
};

/// Four collocates a context; Zipf's law over 300 types, repeated as the simulation says.
inline simulated_contexts simulate(const context_simulation& s, std::uint64_t seed, std::uint32_t replicate) {
  philox random(seed, 1001, replicate);
  simulated_contexts result;
  constexpr std::uint32_t n_types = 300;
  result.counts.n_collocates = 2 * n_types;
  for (std::size_t d = 0; d < s.documents_a + s.documents_b; ++d) {
    const bool in_a = d < s.documents_a;
    std::vector<std::uint32_t> document;
    for (std::size_t i = 0; i < s.segments_per_document; ++i) {
      const double contexts = 1 + poisson(random, (in_a ? s.contexts_a : s.contexts_b) - 1);
      std::vector<std::uint32_t> segment;
      for (double token = 0; token < 4 * contexts; ++token) {
        // exp of a uniform logarithm: the density falls with 1 / rank
        auto type = static_cast<std::uint32_t>(std::exp(random.uniform() * std::log(n_types + 1.0))) - 1;
        if (s.different && !in_a && random.uniform() < 0.5) type += n_types;
        const double source = random.uniform();
        const auto& repeated = source < s.of_segment ? segment : document;
        if (source < s.of_segment + s.of_document && !repeated.empty()) type = repeated[random.below(repeated.size())];
        segment.push_back(type);
      }
      document.insert(document.end(), segment.begin(), segment.end());
      std::map<std::uint32_t, std::uint32_t> cells;
      for (const std::uint32_t type : segment) ++cells[type];
      result.counts.first.push_back(result.counts.cells.size());
      result.counts.contexts.push_back(static_cast<std::uint32_t>(contexts));
      result.counts.in_a.push_back(in_a);
      result.document_of.push_back(d);
      for (const auto& [type, count] : cells) result.counts.cells.push_back({type, count});
    }
  }
  result.counts.first.push_back(result.counts.cells.size());
  return result;
}

/// Shares of simulated terms whose p_value is at most 0.05, and their mean debiased divergence.
struct context_calibration {
  double segment = 0, document = 0, divergence = 0;
};

inline context_calibration calibrate(const context_simulation& s, std::uint32_t replicates, std::uint32_t deals) {
  context_calibration sum;
  for (std::uint32_t r = 0; r < replicates; ++r) {
    const auto c = simulate(s, 1, r);
    philox random(1, 1002, r), of_documents(1, 1003, r);
    const auto dealt = statistics::deal_contexts(c.counts, deals, random);
    const auto relabelled =
        statistics::relabel_documents(statistics::merge_units(c.counts, c.document_of), deals, of_documents);
    sum.segment += dealt.p_value <= 0.05 ? 1.0 / replicates : 0;
    sum.document += relabelled.p_value <= 0.05 ? 1.0 / replicates : 0;
    sum.divergence += (dealt.divergence - dealt.expected) / replicates;
  }
  return sum;
}

}  // namespace isogloss::testing
