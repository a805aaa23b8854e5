#pragma once

#include <libxml/parser.h>
#include <libxml/xpath.h>

#include <memory>
#include <string>
#include <vector>

namespace isogloss::testing {

/// An XML document, if the text is one.
class xml_document {
 public:
  explicit xml_document(const std::string& text)
      : tree_(::xmlReadMemory(text.data(), static_cast<int>(text.size()), nullptr, "UTF-8",
                              XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_HUGE),
              &::xmlFreeDoc) {}

  [[nodiscard]] bool is_well_formed() const { return tree_ != nullptr; }

  /// The texts of the elements that an XPath expression finds.
  [[nodiscard]] std::vector<std::string> texts(const char* path) const {
    const std::unique_ptr<xmlXPathContext, decltype(&::xmlXPathFreeContext)> context(::xmlXPathNewContext(tree_.get()),
                                                                                     &::xmlXPathFreeContext);
    const std::unique_ptr<xmlXPathObject, decltype(&::xmlXPathFreeObject)> found(
        ::xmlXPathEvalExpression(reinterpret_cast<const xmlChar*>(path), context.get()), &::xmlXPathFreeObject);
    std::vector<std::string> result;
    for (int i = 0; found->nodesetval != nullptr && i < found->nodesetval->nodeNr; ++i) {
      xmlChar* const content = ::xmlNodeGetContent(found->nodesetval->nodeTab[i]);
      result.emplace_back(reinterpret_cast<const char*>(content));
      ::xmlFree(content);
    }
    return result;
  }

 private:
  std::unique_ptr<xmlDoc, decltype(&::xmlFreeDoc)> tree_;
};

}  // namespace isogloss::testing
