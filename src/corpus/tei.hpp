#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "corpus/markup_tree.hpp"
#include "isogloss/corpus/markup.hpp"

namespace isogloss::corpus {

/// The text of a TEI document of UTF-8.
[[nodiscard]] marked_up_text read_tei(const std::string& text, const std::filesystem::path& file);

/// Adds author, title, date and language from the header to `result`: of a date that of the source, where it is given.
void read_tei_header(const xmlNode* root, marked_up_text& result);

/// The names of persons, groups, organisations and roles by their xml:id.
[[nodiscard]] std::map<std::string, std::string> tei_names(const xmlNode* root);
/// Whom @who names: names of `names`, or the pointers themselves without "#"; several with "; ".
[[nodiscard]] std::string tei_speaker(const std::string& who, const std::map<std::string, std::string>& names);

}  // namespace isogloss::corpus
