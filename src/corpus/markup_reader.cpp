#include "corpus/markup_reader.hpp"

#include <fmt/format.h>
#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include <utility>
#include <vector>

#include "isogloss/base/errors.hpp"

namespace isogloss::corpus {
namespace {

std::string_view view(const xmlChar* characters) {
  return characters == nullptr ? std::string_view() : reinterpret_cast<const char*>(characters);
}

std::string utf8_of(unsigned int code) {
  std::string bytes(4, '\0');
  const int n = xmlCopyCharMultiByte(reinterpret_cast<xmlChar*>(bytes.data()), static_cast<int>(code));
  bytes.resize(static_cast<std::size_t>(n));
  return bytes;
}

class tree_reader {
 public:
  tree_reader(const element_reader& reader, std::size_t max_expanded, const std::filesystem::path& file)
      : reader_(reader), expandable_(max_expanded), file_(file) {}

  void read(const xmlNode* node) {
    switch (node->type) {
      case XML_TEXT_NODE:
      case XML_CDATA_SECTION_NODE:
        add(node, view(node->content));
        break;
      case XML_ENTITY_REF_NODE:
        read_entity(node);
        break;
      case XML_ELEMENT_NODE:
        read_element(node);
        break;
      default:
        break;
    }
  }

  marked_up_text take() { return {text_.take_text(), text_.take_zones(), {}, {}, {}, {}}; }

 private:
  struct postponed {
    const xmlNode* node;
    element_use use;
  };

  void add(const xmlNode* node, std::string_view characters) {
    if (entities_ > 0) spend(node, characters.size());
    text_.add(characters, preserved_);
  }

  void read_element(const xmlNode* node) {
    element_use use = reader_(node);
    if (use.dropped) return;
    if (use.apart && paragraphs_ > 0) {
      apart_.push_back({node, std::move(use)});
    } else {
      read_as(node, std::move(use));
    }
  }

  void read_as(const xmlNode* node, element_use use) {
    if (use.joins) text_.join();
    if (use.breaks_line) text_.break_line();
    text_.part(use.around);
    const bool outer_preserved = std::exchange(preserved_, use.preserved.value_or(preserved_));
    std::optional<passage> outer;
    if (use.kind) outer = text_.enter(*use.kind, std::move(use.speaker), use.frames_heading);
    if (use.paragraph) ++paragraphs_;
    for (const xmlNode* child = node->children; child != nullptr; child = child->next) read(child);
    if (outer) text_.leave(std::move(*outer));
    preserved_ = outer_preserved;
    text_.part(use.around);
    if (use.paragraph && --paragraphs_ == 0) read_apart();
  }

  void read_apart() {
    for (auto& [node, use] : std::exchange(apart_, {})) {
      use.around = gap::paragraph;
      read_as(node, std::move(use));
    }
  }

  // Entities are expanded here and not by the parser, which would also read those of other files.
  void read_entity(const xmlNode* node) {
    const xmlEntity* entity = xmlGetDocEntity(node->doc, node->name);
    if (entity == nullptr) {
      // Named in a DTD that is not read; TEI's and HTML's names are the same ISO ones.
      const htmlEntityDesc* known = htmlEntityLookup(node->name);
      if (known == nullptr) {
        fail(node, fmt::format("entity \"{}\" is declared in another file, which is not read", view(node->name)),
             "Write the character itself, or declare the entity in this file.");
      }
      add(node, utf8_of(known->value));
      return;
    }
    if (entity->etype != XML_INTERNAL_GENERAL_ENTITY && entity->etype != XML_INTERNAL_PREDEFINED_ENTITY) {
      fail(node, fmt::format("entity \"{}\" lies in another file, which is not read", view(node->name)),
           "Put its text in; \"xmllint --noent\" does so.");
    }
    ++entities_;
    for (const xmlNode* child = entity->children; child != nullptr; child = child->next) {
      spend(node, 1);  // an entity may hold nothing but others
      read(child);
      if (child == entity->last) break;
    }
    if (entity->children == nullptr) add(node, view(entity->content));
    --entities_;
  }

  void spend(const xmlNode* node, std::size_t bytes) {
    if (bytes > expandable_) {
      fail(node, "its entities expand to more than the file itself", "Replace them by what they stand for.");
    }
    expandable_ -= bytes;
  }

  [[noreturn]] void fail(const xmlNode* node, std::string what, std::string remedy) const {
    throw data_error(fmt::format("{}:{}", file_.string(), xmlGetLineNo(node)), std::move(what), std::move(remedy));
  }

  const element_reader& reader_;
  std::size_t expandable_;
  const std::filesystem::path& file_;
  markup_text text_;
  bool preserved_ = false;
  std::size_t paragraphs_ = 0;  // open ones
  std::size_t entities_ = 0;
  std::vector<postponed> apart_;
};

}  // namespace

marked_up_text read_tree(const xmlNode* root, const element_reader& reader, std::size_t max_expanded,
                         const std::filesystem::path& file) {
  tree_reader tree(reader, max_expanded, file);
  if (root != nullptr) tree.read(root);
  return tree.take();
}

}  // namespace isogloss::corpus
