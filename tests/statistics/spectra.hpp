#pragma once

#include <string>
#include <vector>

#include "golden_table.hpp"

/// Frequency spectra: how many types occur 1, 2, 3, ... times.
namespace spectra {

struct step {
  double count;
  int types;
};

inline std::vector<double> counts_of(const std::vector<step>& spectrum) {
  std::vector<double> counts;
  for (const step& s : spectrum) counts.insert(counts.end(), static_cast<std::size_t>(s.types), s.count);
  return counts;
}

/// One of the five accounts, from golden/diversity_spectra.csv.
inline std::vector<double> counts_of(const std::string& document) {
  std::vector<step> spectrum;
  for (const golden::row& row : golden::table("diversity_spectra.csv"))
    if (row.text("document") == document)
      spectrum.push_back({row.number("count"), static_cast<int>(row.number("types"))});
  return counts_of(spectrum);
}

/// John 1 in Latin, 755 tokens of 331 types: Miranda-Garcia & Calle-Martin (2005), table 3.
inline std::vector<double> john_1_latin() {
  return counts_of({{1, 212},
                    {2, 51},
                    {3, 26},
                    {4, 13},
                    {5, 6},
                    {6, 6},
                    {7, 3},
                    {8, 4},
                    {10, 1},
                    {11, 1},
                    {13, 3},
                    {16, 1},
                    {17, 1},
                    {19, 1},
                    {21, 1},
                    {59, 1}});
}

}  // namespace spectra
