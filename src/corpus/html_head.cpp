#include <algorithm>
#include <string_view>

#include "corpus/html.hpp"
#include "isogloss/text/pattern.hpp"

namespace isogloss::corpus {
namespace {

std::string lowered(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
  return text;
}

std::string meta(const xmlNode* head, std::initializer_list<std::string_view> names) {
  for (const auto wanted : names) {
    const xmlNode* found = find_element(head, [&](const xmlNode* node) {
      if (name_of(node) != "meta") return false;
      return lowered(attribute(node, "name")) == wanted || lowered(attribute(node, "property")) == wanted;
    });
    if (found != nullptr) return attribute(found, "content");
  }
  return {};
}

// A name: up to six words, each with a capital, titles and particles aside. "The Winter Harbour" is a book.
std::string plain_name(const std::string& text) {
  static const text::pattern name(
      R"(^[\s,;:(\x{2014}\x{2013}\x{2015}~-]*(?!(?:The|A|An|In|On|From)\s)((?:\p{Lu}[\p{L}\p{M}.’'-]*)(?:\s+(?:(?:de|da|di|del|van|von|der|den|la|le|al|ibn|bin|of|y)\s+)*\p{Lu}[\p{L}\p{M}.’'-]*){0,5})[\s,;:)]*$)");
  const auto found = name.find(text);
  if (!found) return {};
  const auto place = found->groups.at(0);
  return text.substr(place.begin, place.end - place.begin);
}

}  // namespace

std::string html_speaker(const xmlNode* blockquote) {
  const xmlNode* footer = find_element(blockquote, "footer");
  if (footer == nullptr) return plain_name(plain_text(find_element(blockquote, "cite")));
  const xmlNode* cite = find_element(footer, "cite");
  const std::string whole = plain_text(footer);
  if (cite == nullptr) return plain_name(whole);
  const std::string work = plain_text(cite);
  std::string before = whole.substr(0, whole.find(work));
  return before.find_first_of("abcdefghijklmnopqrstuvwxyz") == std::string::npos ? plain_name(work)
                                                                                 : plain_name(before);
}

void read_html_head(const xmlNode* root, marked_up_text& result) {
  const xmlNode* head = find_element(root, "head");
  result.title = plain_text(find_element(head, "title"));
  result.author = meta(head, {"author", "article:author", "dc.creator", "citation_author"});
  result.date = meta(head, {"date", "dc.date", "article:published_time", "citation_publication_date"});
  result.language = attribute(root, "lang");
}

}  // namespace isogloss::corpus
