#pragma once

#include <Eigen/Core>
#include <cstddef>
#include <string>
#include <vector>

#include "isogloss/base/table.hpp"
#include "isogloss/counts/lexicon_counts.hpp"
#include "isogloss/studies/material.hpp"

namespace isogloss::studies {

/// Rates of the lexicons' categories in the author's own voice and in what he quotes: by document, lexicon, category,
/// voice.
[[nodiscard]] table stance_layout();
[[nodiscard]] table stance(const material& m);

/// The same of groups, with intervals in these texts and beyond them: by group, lexicon, category, voice.
/// @param author_column  whose documents belong together; each document its own where there is none
[[nodiscard]] table stance_groups_layout();
[[nodiscard]] table stance_groups(const material& m, const std::string& author_column);

/// Every hit of every lexicon in both voices, with its place; what the tables above add up. Of a study with features
/// only, by segment.
[[nodiscard]] table stance_evidence_layout();
[[nodiscard]] table stance_evidence(const material& m);

/// The stance-bearing terms of each document's chosen zones, set against the other documents: by document, then
/// |log_odds_z|, then lexicon, term, seeds before induced terms. A lexicon that has weights above and below 0 induces
/// further terms from the company they keep in the segments of all documents; see statistics/semantic_orientation.hpp.
[[nodiscard]] table stance_lexicon_layout();
[[nodiscard]] table stance_lexicon(const material& m);

/// Why no term can be induced; "" where some may be.
[[nodiscard]] std::string why_nothing_induced(const material& m);

/// A category of a lexicon.
struct stance_category {
  std::size_t lexicon;   ///< index into material::lexicons
  std::size_t category;  ///< index into lexicon::categories
};

/// Hits of every category in the chosen zones, by segment.
struct stance_segments {
  std::vector<stance_category> categories;  ///< columns
  Eigen::MatrixXd hits;                     ///< n_segments x n_categories
  Eigen::VectorXd tokens;                   ///< n_segments, running words
  std::vector<std::size_t> document_of;     ///< n_segments, ascending
  std::vector<std::uint32_t> segment_of;    ///< n_segments, its number in its document
};

/// @param zones  whose tokens and hits count
[[nodiscard]] stance_segments count_stance(const material& m, const corpus::zone_set& zones);

/// "lexicon: category"
[[nodiscard]] std::string label(const material& m, const stance_category& c);

}  // namespace isogloss::studies
