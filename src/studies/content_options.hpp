#pragma once

#include "isogloss/studies/material.hpp"

namespace isogloss::studies {

/// The rules of content terms: without a stop list of their own, the study's is left out.
[[nodiscard]] inline tokens::term_options content_options(const material_options& o) {
  tokens::term_options terms = o.terms;
  if (terms.stopwords.empty()) terms.stopwords = o.content_stopwords;
  return terms;
}

}  // namespace isogloss::studies
