#pragma once

#include <libxml/tree.h>

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace isogloss::corpus {

/// A parsed document; its nodes are read only, and live as long as it does.
using markup_tree = std::unique_ptr<xmlDoc, void (*)(xmlDoc*)>;

/// Parses UTF-8. XML must be well-formed, HTML may be broken; neither reads anything but `text`.
/// @throws data_error  not well-formed, nested too deep
[[nodiscard]] markup_tree parse_xml(const std::string& text, const std::filesystem::path& file);
[[nodiscard]] markup_tree parse_html(std::string text, const std::filesystem::path& file);

[[nodiscard]] bool is_element(const xmlNode* node);
/// An element's name without its prefix; "" of any other node, and of none.
[[nodiscard]] std::string_view name_of(const xmlNode* node);
/// The value of an attribute, whatever its prefix; "" where it is absent. References to entities in it are left out.
[[nodiscard]] std::string attribute(const xmlNode* node, std::string_view name);
/// The characters of a node, white space collapsed and trimmed; entities are left out.
[[nodiscard]] std::string plain_text(const xmlNode* node);
/// The first element below `node`, in document order, that is wanted; null if there is none.
[[nodiscard]] const xmlNode* find_element(const xmlNode* node, const std::function<bool(const xmlNode*)>& wanted);
[[nodiscard]] const xmlNode* find_element(const xmlNode* node, std::string_view name);

}  // namespace isogloss::corpus
