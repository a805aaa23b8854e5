#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "isogloss/base/table.hpp"
#include "isogloss/statistics/attribution.hpp"
#include "isogloss/statistics/measure.hpp"
#include "isogloss/studies/material.hpp"

namespace isogloss::studies {

/// Which words documents are compared by, and whose the documents are. The words are the most frequent of the documents
/// of known author without the one tested: as many as trim.most_frequent says, or default_style_terms. min_count,
/// min_documents and culling look at all documents.
struct attribution_options {
  statistics::measure measure = statistics::measure::burrows_delta;
  std::string author_column = "author";
  std::vector<std::string> unknown;  ///< values of the column that name no author; an empty one never does
  double culling = 0;                ///< per cent of the documents that a word must stand in
  std::vector<statistics::attribution_rule> rules = {statistics::attribution_rule::nearest_neighbour,
                                                     statistics::attribution_rule::nearest_profile};
  bool scale_of_all = false;  ///< words, means and deviations of all documents, the tested one among them
  bool support = true;        ///< resample the texts
  std::size_t top = 0;        ///< candidates a document; 0: all
};

/// Who is the nearest author of every document; those of known author are left out in turn.
struct attributions {
  table attribution;
  table accuracy;
  table confusion;
  std::vector<std::string> notes;  ///< a sentence each
};

[[nodiscard]] table attribution_layout();
[[nodiscard]] table attribution_accuracy_layout();
[[nodiscard]] table confusion_layout();

/// @throws data_error  no such column; fewer than two known authors; a document without tokens; a measure that cannot
///                     place documents one by one
[[nodiscard]] attributions attribute(const material& m, const attribution_options& options = {});

/// Why leaving documents out in turn says nothing about the study, in a sentence; "" where it does: two authors have
/// two documents or more.
[[nodiscard]] std::string why_no_attribution(const material& m, const attribution_options& options);

/// @throws data_error  no such column
[[nodiscard]] std::size_t n_known_authors(const material& m, const attribution_options& options);

struct verification_options {
  std::size_t iterations = 100;
  bool open_set = false;  ///< the true author may be none of the study's: imposters of a different pair are without it
};

/// General imposters: was a document written by an author, or by anyone else?
struct verifications {
  table imposters;
  table calibration;
  std::vector<std::string> notes;
};

[[nodiscard]] table imposters_layout();
[[nodiscard]] table calibration_layout();

/// @throws data_error  as attribute()
[[nodiscard]] verifications verify(const material& m, const attribution_options& options = {},
                                   const verification_options& more = {});

struct rolling_options {
  std::vector<std::string> documents;  ///< empty: those of unknown author
  std::size_t window = 1000;           ///< tokens
  std::size_t step = 200;              ///< tokens
};

[[nodiscard]] table rolling_layout();

/// Nearest author of every window of a document: rolling Delta, by nearest profile. Windows are of tokens, or of whole
/// segments where there is no word order (features only, word n-grams).
/// @throws data_error  as attribute(); an unknown document; none of unknown author and none named
[[nodiscard]] table rolling(const material& m, const attribution_options& options = {},
                            const rolling_options& more = {});

}  // namespace isogloss::studies
