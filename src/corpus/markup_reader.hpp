#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "corpus/markup_text.hpp"
#include "corpus/markup_tree.hpp"
#include "isogloss/corpus/markup.hpp"

namespace isogloss::corpus {

/// What an element means for the text in it.
struct element_use {
  bool dropped = false;                ///< it and all below is not text
  gap around = gap::none;              ///< what parts it from what stands before and after
  std::optional<zone> kind = {};       ///< the zone of its text
  std::string speaker = {};            ///< of a quotation
  bool frames_heading = false;         ///< see passage
  bool paragraph = false;              ///< it holds running text, which nothing read apart interrupts
  bool apart = false;                  ///< read after the paragraph in which it stands: a footnote, a page header
  bool joins = false;                  ///< a line break inside a word
  bool breaks_line = false;            ///< an empty element that is a line break
  std::optional<bool> preserved = {};  ///< is white space in it kept?
};

using element_reader = std::function<element_use(const xmlNode*)>;

/// The text below `root`, with its zones, as `reader` sees each element.
/// @param max_expanded  bytes that entities may expand to
/// @throws data_error  entities that lie in other files, are not declared, or expand to more
[[nodiscard]] marked_up_text read_tree(const xmlNode* root, const element_reader& reader, std::size_t max_expanded,
                                       const std::filesystem::path& file);

}  // namespace isogloss::corpus
