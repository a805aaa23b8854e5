#pragma once

#include <cstddef>
#include <string>
#include <vector>

/// The corpus of letters by which Gries (2020) explains dispersion: five parts of 9, 10, 10, 10 and 11 tokens.
namespace gries {

inline const std::vector<std::string> parts{"bamnibeup", "basatbewqn", "bcagabesta", "baghabeaat", "bahaabeaxat"};
inline const std::vector<double> sizes{9, 10, 10, 10, 11};

inline std::vector<double> counts_of(char letter) {
  std::vector<double> counts;
  for (const std::string& part : parts) {
    counts.push_back(0.0);
    for (const char c : part) counts.back() += c == letter ? 1.0 : 0.0;
  }
  return counts;
}

/// The one of Gries (2008), pp. 406-410: parts of 10 tokens each.
inline const std::string corpus_2008 = "bamnibeupkbasatbewqnbcagabestabaghabeaatbahaabeaxa";

inline std::vector<std::size_t> positions_2008(char letter) {
  std::vector<std::size_t> positions;
  for (std::size_t i = 0; i < corpus_2008.size(); ++i)
    if (corpus_2008[i] == letter) positions.push_back(i);
  return positions;
}

}  // namespace gries
