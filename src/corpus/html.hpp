#pragma once

#include <filesystem>
#include <string>

#include "corpus/markup_tree.hpp"
#include "isogloss/corpus/markup.hpp"

namespace isogloss::corpus {

/// The text of an HTML document of UTF-8.
[[nodiscard]] marked_up_text read_html(const std::string& text, const std::filesystem::path& file);

/// Whom a <blockquote> names as its source: the text of its footer, or of its only <cite>, where that is plainly a
/// name.
[[nodiscard]] std::string html_speaker(const xmlNode* blockquote);

/// Adds author, title, date and language from the head to `result`.
void read_html_head(const xmlNode* root, marked_up_text& result);

}  // namespace isogloss::corpus
