#pragma once

#include <string_view>
#include <vector>

#include "isogloss/corpus/study.hpp"
#include "isogloss/corpus/zones.hpp"
#include "isogloss/text/words.hpp"

namespace isogloss::corpus {

struct detection_options {
  zone_set kinds = zone_set("all", "kinds");  ///< which zones to report; the others stay body
  bool everywhere = false;                    ///< also between the zones of documents that have some
};

/// What the marks and the layout of a text say of its zones.
struct detection {
  std::vector<zone_span> zones;           ///< ascending, not overlapping; quotations with their marks
  std::vector<text::range> scare_quotes;  ///< up to four words between quote marks: the author's own voice, not zoned
};

/// Finds quotations, notes, references, headings, captions and page furniture by rules of typography and citation
/// practice (docs/zones.md); nothing is learnt and nothing is random.
///
/// @param text  valid UTF-8
/// @return      offsets in bytes, never inside a character
[[nodiscard]] detection detect_zones(std::string_view text, const detection_options& options = {});

/// Gives the documents of `s` their detected zones: those without any and those of markup, or all of them if
/// `options.everywhere`. Zones that a document has already stay as they are, and detected ones fill what they leave.
/// @throws data_error  the study has features only; a text that cannot be read (all of them)
void add_detected_zones(study& s, const detection_options& options);

}  // namespace isogloss::corpus
