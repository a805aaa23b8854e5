#pragma once

#include "isogloss/base/table.hpp"
#include "isogloss/studies/material.hpp"

namespace isogloss::studies {

/// Where documents share passages: see tokens::find_reuse and material_options::reuse. Quotations of the same source
/// and copies from each other look alike. By document a and b in the study's order, begin_a, begin_b.
/// @param show_text  two more columns, text_a and text_b: the passages as they are written
/// @throws data_error  the study has features only
[[nodiscard]] table reuse_layout(bool show_text = false);
[[nodiscard]] table reuse(const material& m, bool show_text = false);

/// How much every two documents share that share anything; a passage that one document repeats is not among it.
///
///   share_a = words_a / n_a,   containment = max(share_a, share_b)
///
/// Symbols    words_a: words of a that stand in passages shared with b, each once; n_a: words of a
/// Units      words of the zones that were looked through, numbers and stop words among them
/// Range      shares: above 0 to 1; containment 1: one document stands in the other but for small edits
/// @throws data_error  the study has features only
[[nodiscard]] table reuse_documents_layout();
[[nodiscard]] table reuse_documents(const material& m);

}  // namespace isogloss::studies
