#include "corpus/tei.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "corpus/markup_reader.hpp"
#include "isogloss/base/errors.hpp"

namespace isogloss::corpus {
namespace {

using name_set = std::set<std::string_view>;

// Names are those of TEI P5; TEI.2 and div1 to div7 those of P4 too.
const name_set roots = {"TEI", "TEI.2", "teiCorpus", "teiCorpus.2"};
const name_set containers = {"TEI",       "TEI.2",       "text",         "front",     "body",     "back",  "group",
                             "div",       "div0",        "div1",         "div2",      "div3",     "div4",  "div5",
                             "div6",      "div7",        "floatingText", "epigraph",  "argument", "sp",    "lg",
                             "figure",    "list",        "listBibl",     "opener",    "closer",   "table", "castList",
                             "teiCorpus", "teiCorpus.2", "postscript",   "titlePage", "docTitle"};
const name_set paragraphs = {"p",         "ab",        "head",    "u",          "byline",  "dateline",
                             "trailer",   "docAuthor", "docDate", "docImprint", "salute",  "signed",
                             "titlePart", "l",         "item",    "cell",       "speaker", "note"};
const name_set lines = {"l",        "item",   "row",    "cell",     "speaker",   "addrLine", "titlePart", "byline",
                        "dateline", "salute", "signed", "castItem", "docAuthor", "docDate",  "docImprint"};
const name_set blank = {"lb", "pb", "cb", "gb", "milestone", "space"};
const name_set dropped = {"teiHeader", "fsdDecl", "facsimile", "sourceDoc", "standOff", "xenoData",
                          "del",       "surplus", "interp",    "interpGrp", "spanGrp",  "linkGrp",
                          "index",     "divGen",  "graphic",   "media",     "rt",       "listPerson",
                          "certainty", "alt",     "altGrp",    "join",      "joinGrp",  "fs"};
const name_set quoting = {"q", "quote", "said", "cit", "epigraph"};
const name_set references = {"bibl", "listBibl", "biblFull", "biblStruct"};
const name_set notes = {"note", "noteGrp", "stage", "kinesic", "incident", "vocal"};
const name_set headings = {"head", "titlePage", "docTitle", "titlePart", "trailer", "speaker"};
const name_set furniture = {"fw",      "figDesc",    "byline",     "dateline",  "docAuthor",
                            "docDate", "docImprint", "imprimatur", "docEdition"};
const name_set apart = {"note", "noteGrp", "fw", "figure", "table"};

bool is_in(const name_set& names, std::string_view name) {
  return names.contains(name);
}

// A kind of its own for lists of notes and of references, and for tables of contents, which TEI marks by type alone.
std::optional<zone> kind_of_division(const xmlNode* node) {
  static const name_set note_types = {"note", "notes", "footnotes", "endnotes"};
  static const name_set reference_types = {"bibliography", "references", "bibliogr"};
  static const name_set content_types = {"contents", "toc", "index"};
  const std::string type = attribute(node, "type");
  if (is_in(note_types, type)) return zone::note;
  if (is_in(reference_types, type)) return zone::reference;
  if (is_in(content_types, type)) return zone::furniture;
  return std::nullopt;
}

// Does a pointer hold a note's number or sign, such as <ref target="#n1">1</ref>?
bool is_marker(const xmlNode* node) {
  if (attribute(node, "type") == "noteAnchor") return true;
  if (attribute(node, "target").empty()) return false;
  const std::string text = plain_text(node);
  return !text.empty() && text.find_first_not_of("0123456789[]()*. ") == std::string::npos;
}

std::optional<zone> kind_of(const xmlNode* node, std::string_view name, std::string_view parent) {
  if (is_in(quoting, name)) return zone::quotation;
  if (is_in(references, name)) return zone::reference;
  if (is_in(notes, name)) return zone::note;
  if (name == "figure" || (name == "head" && parent == "table")) return zone::caption;
  if (is_in(headings, name)) return zone::heading;
  if (is_in(furniture, name)) return zone::furniture;
  if (name.starts_with("div")) return kind_of_division(node);
  if ((name == "ref" || name == "ptr") && is_marker(node)) return zone::reference;
  return std::nullopt;
}

bool has_child(const xmlNode* node, std::string_view name) {
  for (const xmlNode* child = node->children; child != nullptr; child = child->next) {
    if (name_of(child) == name) return true;
  }
  return false;
}

// Does an element, or one of this name, stand before `node` in its parent?
bool follows_element(const xmlNode* node, std::string_view name = {}) {
  for (const xmlNode* before = node->prev; before != nullptr; before = before->prev) {
    if (is_element(before) && (name.empty() || name_of(before) == name)) return true;
  }
  return false;
}

// Of several readings one is the text's: what an editor has made of it, else the first.
bool is_other_reading(const xmlNode* node, std::string_view name, std::string_view parent) {
  if (parent == "app") return name != "lem" && (has_child(node->parent, "lem") || follows_element(node));
  if (parent != "choice") return false;
  if (name == "sic") return has_child(node->parent, "corr");
  if (name == "orig") return has_child(node->parent, "reg");
  if (name == "abbr" || name == "am") return has_child(node->parent, "expan") || has_child(node->parent, "ex");
  return follows_element(node, name);
}

class tei_reader {
 public:
  tei_reader(const xmlNode* root, const std::filesystem::path& file) : names_(tei_names(root)), file_(file) {}

  element_use operator()(const xmlNode* node) const {
    const std::string_view name = name_of(node);
    const std::string_view parent = name_of(node->parent);
    element_use use;
    if (name == "include") refuse_include(node);
    use.dropped = is_in(dropped, name) || is_other_reading(node, name, parent) || is_weak_hyphen(node, name);
    if (use.dropped) return use;
    use.kind = kind_of(node, name, parent);
    if (use.kind == zone::quotation) use.speaker = speaker_of(node);
    use.around = gap_around(name, parent);
    use.paragraph = is_in(paragraphs, name);
    use.apart = is_in(apart, name);
    use.joins = is_in(blank, name) && attribute(node, "break") == "no";
    const std::string space = attribute(node, "space");
    if (space == "preserve" || space == "default") use.preserved = space == "preserve";
    return use;
  }

 private:
  static gap gap_around(std::string_view name, std::string_view parent) {
    if (is_in(blank, name)) return gap::space;
    if (is_in(lines, name)) return gap::line;
    if (is_in(containers, name) || is_in(paragraphs, name)) return gap::paragraph;
    // A quotation, a citation, a stage direction in a paragraph is part of it; between paragraphs it is one.
    const bool between = is_in(containers, parent) || parent == "cit";
    if (!between) return gap::none;
    if (parent == "cit") return gap::space;
    return is_in(references, name) ? gap::line : gap::paragraph;
  }

  // The sign of a hyphenated line's end is no part of the word.
  static bool is_weak_hyphen(const xmlNode* node, std::string_view name) {
    return name == "pc" && attribute(node, "force") == "weak";
  }

  [[nodiscard]] std::string speaker_of(const xmlNode* node) const {
    for (const xmlNode* n = node; n != nullptr; n = name_of(n->parent) == "cit" ? n->parent : nullptr) {
      const std::string who = tei_speaker(attribute(n, "who"), names_);
      if (!who.empty()) return who;
      const xmlNode* source = find_element(n, [](const xmlNode* e) { return is_in(references, name_of(e)); });
      const std::string author = plain_text(find_element(source, "author"));
      if (!author.empty()) return author;
    }
    return {};
  }

  [[noreturn]] void refuse_include(const xmlNode* node) const {
    throw data_error(fmt::format("{}:{}", file_.string(), xmlGetLineNo(node)),
                     "is put together from other files (xi:include), which are not read",
                     "Put them together with \"xmllint --xinclude\".");
  }

  std::map<std::string, std::string> names_;
  const std::filesystem::path& file_;
};

}  // namespace

marked_up_text read_tei(const std::string& text, const std::filesystem::path& file) {
  const markup_tree tree = parse_xml(text, file);
  const xmlNode* root = xmlDocGetRootElement(tree.get());
  if (!is_in(roots, name_of(root))) {
    throw data_error(file.string(), fmt::format("is not TEI: its outermost element is <{}>", name_of(root)),
                     "Convert it to TEI (outermost <TEI> or <teiCorpus>), HTML or plain text.");
  }
  marked_up_text result = read_tree(root, tei_reader(root, file), text.size(), file);
  read_tei_header(root, result);
  return result;
}

}  // namespace isogloss::corpus
