#include "corpus/markup_tree.hpp"

#include <fmt/format.h>
#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include <algorithm>
#include <climits>
#include <mutex>

#include "corpus/markup_text.hpp"
#include "isogloss/base/errors.hpp"

namespace isogloss::corpus {
namespace {

// The first error that ends parsing, as libxml2 puts it.
struct fault {
  std::string message;
  int line = 0;
};

void keep_first_fault(void* user_data, xmlErrorPtr error) {
  auto& first = *static_cast<fault*>(static_cast<xmlParserCtxt*>(user_data)->_private);
  if (error == nullptr || error->level != XML_ERR_FATAL || !first.message.empty()) return;
  first.message = error->message == nullptr ? "unknown" : error->message;
  while (!first.message.empty() && first.message.back() == '\n') first.message.pop_back();
  first.line = error->line;
}

void watch(xmlParserCtxt* context, fault& first) {
  context->_private = &first;
  context->sax->initialized = XML_SAX2_MAGIC;
  context->sax->serror = keep_first_fault;
}

void prepare_library() {
  static std::once_flag once;
  std::call_once(once, xmlInitParser);
}

void require_size(const std::string& text, const std::filesystem::path& file) {
  if (text.size() < INT_MAX) return;
  throw data_error(file.string(), "is larger than 2 GB", "Split it into several documents.");
}

[[noreturn]] void report(const fault& first, const std::filesystem::path& file) {
  const std::string where = fmt::format("{}:{}", file.string(), first.line);
  if (first.message.find("Excessive depth") != std::string::npos) {
    throw data_error(where, fmt::format("nests elements more than {} deep", xmlParserMaxDepth),
                     "No text needs that; is an end tag missing again and again?");
  }
  if (first.message.find("entity") != std::string::npos && first.message.find("loop") != std::string::npos) {
    throw data_error(where, "its entities refer to one another without end, or grow too large",
                     "Replace them by what they stand for.");
  }
  throw data_error(where, fmt::format("is not well-formed XML: {}", first.message),
                   "Mend it there; \"xmllint --noout\" lists all faults of a file.");
}

markup_tree owned(xmlDoc* tree) {
  return {tree, [](xmlDoc* d) {
            if (d != nullptr) xmlFreeDoc(d);
          }};
}

std::string_view view(const xmlChar* characters) {
  return characters == nullptr ? std::string_view() : reinterpret_cast<const char*>(characters);
}

void add_characters(const xmlNode* node, markup_text& text) {
  if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) text.add(view(node->content), false);
  if (!is_element(node)) return;
  for (const xmlNode* child = node->children; child != nullptr; child = child->next) add_characters(child, text);
}

}  // namespace

markup_tree parse_xml(const std::string& text, const std::filesystem::path& file) {
  prepare_library();
  require_size(text, file);
  const std::unique_ptr<xmlParserCtxt, decltype(&xmlFreeParserCtxt)> context(xmlNewParserCtxt(), &xmlFreeParserCtxt);
  fault first;
  watch(context.get(), first);
  // Neither XML_PARSE_NOENT nor _DTDLOAD: both would read other files.
  auto tree = owned(xmlCtxtReadMemory(context.get(), text.data(), static_cast<int>(text.size()), nullptr, "UTF-8",
                                      XML_PARSE_NONET | XML_PARSE_IGNORE_ENC | XML_PARSE_COMPACT));
  if (tree == nullptr || !first.message.empty()) report(first, file);
  return tree;
}

markup_tree parse_html(std::string text, const std::filesystem::path& file) {
  prepare_library();
  require_size(text, file);
  // A null byte would end the text for libxml2.
  for (std::size_t i = text.find('\0'); i != std::string::npos; i = text.find('\0', i)) text.replace(i, 1, "\uFFFD");
  const std::unique_ptr<xmlParserCtxt, decltype(&xmlFreeParserCtxt)> context(htmlNewParserCtxt(), &xmlFreeParserCtxt);
  fault first;
  watch(context.get(), first);
  auto tree = owned(htmlCtxtReadMemory(context.get(), text.data(), static_cast<int>(text.size()), nullptr, "UTF-8",
                                       HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC));
  if (first.message.find("Excessive depth") != std::string::npos) report(first, file);
  return tree;
}

bool is_element(const xmlNode* node) {
  return node != nullptr && node->type == XML_ELEMENT_NODE;
}

std::string_view name_of(const xmlNode* node) {
  return is_element(node) ? view(node->name) : std::string_view();
}

std::string attribute(const xmlNode* node, std::string_view name) {
  if (!is_element(node)) return {};
  std::string value;
  for (const xmlAttr* a = node->properties; a != nullptr; a = a->next) {
    if (view(a->name) != name) continue;
    for (const xmlNode* child = a->children; child != nullptr; child = child->next) {
      if (child->type == XML_TEXT_NODE) value += view(child->content);
    }
    break;
  }
  return value;
}

std::string plain_text(const xmlNode* node) {
  markup_text text;
  if (node != nullptr) add_characters(node, text);
  return text.take_text();
}

const xmlNode* find_element(const xmlNode* node, const std::function<bool(const xmlNode*)>& wanted) {
  if (node == nullptr) return nullptr;
  for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
    if (!is_element(child)) continue;
    if (wanted(child)) return child;
    if (const xmlNode* found = find_element(child, wanted)) return found;
  }
  return nullptr;
}

const xmlNode* find_element(const xmlNode* node, std::string_view name) {
  return find_element(node, [&](const xmlNode* n) { return name_of(n) == name; });
}

}  // namespace isogloss::corpus
