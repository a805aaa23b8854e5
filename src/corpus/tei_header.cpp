#include <algorithm>
#include <array>
#include <sstream>

#include "corpus/tei.hpp"

namespace isogloss::corpus {
namespace {

std::string date_below(const xmlNode* node) {
  const xmlNode* date = find_element(node, "date");
  const std::string when = attribute(date, "when");
  return when.empty() ? plain_text(date) : when;
}

std::string date_of(const xmlNode* header) {
  for (const char* part : {"sourceDesc", "creation", "publicationStmt"}) {
    const std::string found = date_below(find_element(header, part));
    if (!found.empty()) return found;
  }
  return {};
}

std::string authors_of(const xmlNode* title_statement) {
  std::string result;
  if (title_statement == nullptr) return result;
  for (const xmlNode* child = title_statement->children; child != nullptr; child = child->next) {
    if (name_of(child) == "author") result += (result.empty() ? "" : "; ") + plain_text(child);
  }
  return result;
}

bool is_name_bearer(const xmlNode* node) {
  static constexpr std::array<std::string_view, 6> bearers = {"person",  "personGrp", "org",
                                                              "persona", "role",      "castItem"};
  return std::find(bearers.begin(), bearers.end(), name_of(node)) != bearers.end();
}

std::string name_in(const xmlNode* bearer) {
  if (name_of(bearer) == "role") return plain_text(bearer);
  for (const char* part : {"persName", "orgName", "name", "role"}) {
    const std::string found = plain_text(find_element(bearer, part));
    if (!found.empty()) return found;
  }
  return {};
}

void collect_names(const xmlNode* node, std::map<std::string, std::string>& names) {
  for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
    if (!is_element(child)) continue;
    const std::string id = is_name_bearer(child) ? attribute(child, "id") : std::string();
    const std::string name = id.empty() ? std::string() : name_in(child);
    if (!name.empty()) names.emplace(id, name);
    collect_names(child, names);
  }
}

}  // namespace

void read_tei_header(const xmlNode* root, marked_up_text& result) {
  const xmlNode* header = find_element(root, "teiHeader");
  const xmlNode* titles = find_element(header, "titleStmt");
  result.title = plain_text(find_element(titles, "title"));
  result.author = authors_of(titles);
  result.date = date_of(header);
  result.language = attribute(root, "lang");
  if (result.language.empty()) result.language = attribute(find_element(root, "text"), "lang");
}

std::map<std::string, std::string> tei_names(const xmlNode* root) {
  std::map<std::string, std::string> names;
  if (root != nullptr) collect_names(root, names);
  return names;
}

std::string tei_speaker(const std::string& who, const std::map<std::string, std::string>& names) {
  std::string result;
  std::istringstream pointers(who);
  for (std::string pointer; pointers >> pointer;) {
    pointer.erase(0, pointer.rfind('#') + 1);  // of none: npos + 1, nothing
    const auto named = names.find(pointer);
    result += (result.empty() ? "" : "; ") + (named == names.end() ? pointer : named->second);
  }
  return result;
}

}  // namespace isogloss::corpus
