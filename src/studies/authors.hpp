#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "isogloss/counts/dfm.hpp"
#include "isogloss/statistics/attribution.hpp"
#include "isogloss/studies/attribution.hpp"

namespace isogloss::studies {

/// Documents, authors and words, made ready for attribution.
struct author_profiles {
  std::vector<std::string> authors;    ///< those known, by code point
  std::vector<std::string> author_of;  ///< of every document as the column says it
  statistics::authorship authorship;
  std::size_t n_terms = 0;              ///< compared at a time
  std::vector<std::string> terms;       ///< columns of the profiles: all that are compared with any document
  statistics::dense_profiles profiles;  ///< relative frequencies
  std::optional<statistics::held_out_scales> scales;
  std::vector<std::string> notes;

  /// "known", "alone" (its author has no other document) or "unknown".
  [[nodiscard]] const char* status(std::size_t document) const;
  [[nodiscard]] std::size_t documents_of(int author) const;
};

/// The authors alone; terms and profiles empty.
/// @throws data_error  no such column
[[nodiscard]] author_profiles read_authors(const material& m, const attribution_options& options);

/// @throws data_error  see attribute()
[[nodiscard]] author_profiles make_author_profiles(const material& m, const attribution_options& options);

/// Segments of the documents in the terms of the profiles, to draw from.
class profile_resampler {
 public:
  profile_resampler(const material& m, const std::vector<std::string>& terms);
  /// Is there a document with more than one segment?
  [[nodiscard]] bool can_draw() const;
  [[nodiscard]] statistics::dense_profiles draw(std::uint32_t replicate) const;

 private:
  counts::segment_matrix segments_;
  Eigen::Index n_documents_;
  std::uint64_t seed_;
};

}  // namespace isogloss::studies
