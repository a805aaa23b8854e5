#include "corpus/html.hpp"

#include <algorithm>
#include <set>
#include <sstream>

#include "corpus/markup_reader.hpp"

namespace isogloss::corpus {
namespace {

using name_set = std::set<std::string_view>;

const name_set paragraphs = {"p",  "h1",  "h2",         "h3",      "h4",      "h5",
                             "h6", "pre", "figcaption", "caption", "address", "summary"};
const name_set blocks = {"html",   "body",   "section",  "article",    "main",    "aside",  "nav",    "header",
                         "footer", "hgroup", "div",      "blockquote", "ul",      "ol",     "dl",     "table",
                         "figure", "form",   "fieldset", "hr",         "details", "center", "dialog", "menu"};
const name_set lines = {"li", "dt", "dd", "tr", "td", "th", "legend"};
const name_set dropped = {"head",   "script", "style", "noscript", "template", "iframe",   "object", "svg",
                          "canvas", "audio",  "video", "select",   "textarea", "datalist", "math",   "map",
                          "del",    "rt",     "rp",    "noframes", "frameset", "applet"};
const name_set headings = {"h1", "h2", "h3", "h4", "h5", "h6"};
const name_set furniture = {"nav", "header", "footer", "form", "button", "address", "menu", "dialog"};
const name_set furniture_roles = {"navigation", "banner",        "contentinfo",    "search",
                                  "doc-toc",    "doc-pagebreak", "doc-pageheader", "doc-pagefooter",
                                  "menu",       "menubar",       "toolbar",        "dialog"};
const name_set furniture_classes = {
    "breadcrumb", "breadcrumbs",    "navbar",        "navbox",       "pagination",
    "pager",      "share",          "sharing",       "social-share", "share-buttons",
    "sharedaddy", "cookie-banner",  "cookie-notice", "skip-link",    "screen-reader-text",
    "toc",        "mw-editsection", "noprint",       "pagenum",      "site-header",
    "site-footer"};
const name_set note_words = {"doc-footnote", "doc-endnote", "doc-footnotes", "doc-endnotes", "footnote", "footnotes",
                             "endnote",      "endnotes",    "sidenote",      "marginnote",   "note"};
const name_set reference_words = {"doc-bibliography", "doc-biblioentry", "references",
                                  "reflist",          "bibliography",    "works-cited"};
const name_set marker_words = {"doc-noteref", "noteref", "footnote-ref", "footnote-anchor", "reference", "fnref"};

bool has_one_of(const name_set& words, const std::string& list) {
  std::istringstream parts(list);
  for (std::string word; parts >> word;) {
    if (words.contains(word)) return true;
  }
  return false;
}

// An element, and the words of its role, epub:type and class.
struct tag {
  explicit tag(const xmlNode* n)
      : node(n),
        name(name_of(n)),
        roles(attribute(n, "role") + " " + attribute(n, "epub:type")),
        classes(attribute(n, "class")) {}

  [[nodiscard]] bool says(const name_set& words) const {
    return has_one_of(words, roles) || has_one_of(words, classes);
  }
  [[nodiscard]] bool is_block() const {
    return blocks.contains(name) || paragraphs.contains(name) || lines.contains(name);
  }

  const xmlNode* node;
  std::string_view name;
  std::string roles, classes;
};

bool is_within(const xmlNode* node, std::initializer_list<std::string_view> names) {
  for (const xmlNode* outer = node->parent; outer != nullptr; outer = outer->parent) {
    if (std::find(names.begin(), names.end(), name_of(outer)) != names.end()) return true;
  }
  return false;
}

// A note's number, letter or sign, with or without brackets.
bool is_marker_text(std::string text) {
  std::erase_if(text, [](char c) { return c == '[' || c == ']' || c == '(' || c == ')' || c == ' '; });
  const bool number = !text.empty() && text.find_first_not_of("0123456789,*") == std::string::npos;
  return number || text == "†" || text == "‡" || text == "§" || (text.size() == 1 && text[0] >= 'a' && text[0] <= 'z');
}

bool is_marker(const tag& t) {
  if (t.is_block()) return false;
  if (t.says(marker_words)) return true;
  return (t.name == "sup" || (t.name == "a" && attribute(t.node, "href").starts_with('#'))) &&
         is_marker_text(plain_text(t.node));
}

std::optional<zone> kind_of(const tag& t) {
  if (is_marker(t)) return zone::reference;
  if (t.name == "cite") return zone::reference;
  if (t.name == "blockquote" || t.name == "q") return zone::quotation;
  if ((t.is_block() || t.name == "span") && t.says(note_words)) return zone::note;
  if (t.is_block() && t.says(reference_words)) return zone::reference;
  // The footer of a quotation says where it is from.
  if (t.name == "footer" && is_within(t.node, {"blockquote"})) return zone::reference;
  if (furniture.contains(t.name) || has_one_of(furniture_roles, t.roles) || has_one_of(furniture_classes, t.classes)) {
    return zone::furniture;
  }
  if (headings.contains(t.name)) return zone::heading;
  if (t.name == "aside") return zone::note;
  if (t.name == "figcaption" || t.name == "caption") {
    const bool names_source = t.name == "figcaption" && find_element(t.node->parent, "blockquote") != nullptr;
    return names_source ? zone::reference : zone::caption;
  }
  return std::nullopt;
}

bool is_hidden(const xmlNode* node) {
  for (const xmlAttr* a = node->properties; a != nullptr; a = a->next) {
    if (reinterpret_cast<const char*>(a->name) == std::string_view("hidden")) return true;
  }
  std::string style = attribute(node, "style");
  std::erase(style, ' ');
  return style.find("display:none") != std::string::npos;
}

element_use use_of(const xmlNode* node) {
  const tag t(node);
  element_use use;
  use.dropped = dropped.contains(t.name) || is_hidden(node);
  if (use.dropped) return use;
  use.kind = kind_of(t);
  if (t.name == "blockquote") use.speaker = html_speaker(node);
  use.frames_heading = t.name == "header" && is_within(node, {"article", "main", "section"});
  use.paragraph = paragraphs.contains(t.name);
  use.breaks_line = t.name == "br";
  if (t.name == "pre") use.preserved = true;
  if (t.is_block()) use.around = lines.contains(t.name) ? gap::line : gap::paragraph;
  if (t.name == "button" || t.name == "option") use.around = gap::line;
  return use;
}

}  // namespace

marked_up_text read_html(const std::string& text, const std::filesystem::path& file) {
  const markup_tree tree = parse_html(text, file);
  const xmlNode* root = tree == nullptr ? nullptr : xmlDocGetRootElement(tree.get());
  marked_up_text result = read_tree(root, use_of, text.size(), file);
  if (root != nullptr) read_html_head(root, result);
  return result;
}

}  // namespace isogloss::corpus
