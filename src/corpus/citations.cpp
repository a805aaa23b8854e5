#include <algorithm>
#include <set>

#include "corpus/zone_rules.hpp"
#include "isogloss/text/characters.hpp"
#include "isogloss/text/pattern.hpp"

namespace isogloss::corpus {
namespace {

using text::pattern;

// Words that make a bracket a citation by themselves: a page, a volume, "quoted in", "ibid.".
bool has_locator(std::string_view inside) {
  static const pattern locator(
      R"(\b(?:pp?\.|pages?|pgs?\.|p[áa]gs?\.|vol(?:\.|umes?)|bd\.|t\.|ch(?:\.|apters?)|no\.|nr\.|№|s\.|с\.|стр\.|т\.|гл\.|f\.|ff\.|fol\.)\s*[\dIVXLC]+|第\d+[页頁]|\d+[页頁])",
      pattern::letters::any_case);
  static const pattern lead(
      R"(^(?:as )?(?:quoted|cited|reprinted|qtd\.?)\s+(?:in|by|from|after)\b|^(?:ibid|loc\.\s?cit|op\.\s?cit|idem|ebd|ebenda|там же|同上)|^(?:zit(?:iert|\.) nach|cit(?:é|ado|ato) (?:dans|par|en|in|da|por)|цит\. по|см\.\s)|\bop\.\s?cit\.|\b(?:emphasis|italics) (?:added|mine|ours|in (?:the )?original)\b|\bmy (?:emphasis|italics)\b|^hervorh)",
      pattern::letters::any_case);
  // "Harbour News, 3 May 1921": a paper and its day.
  static const pattern paper(
      R"(^[*_]?\p{Lu}[\p{L}\s*_.’']{2,50},\s+(?:no\.\s*\d+,\s+)?(?:\d{1,2}\.?\s+\p{L}{3,10}\.?|\p{Lu}\p{Ll}{2,8}\.?\s+\d{1,2},)\s+(?:1[5-9]|20)\d\d$)");
  return locator.is_in(inside) || lead.is_in(inside) || paper.is_in(inside);
}

// "Petrova 1936", "Petrova and Ling, 1936a: 12", "Petrova, *Letters* 61-63", "WHO 1999"; also after "see", "cf.".
bool is_author_and_number(std::string_view part) {
  static const pattern shape(
      R"(^(?:(?:see(?: also)?|cf\.?|e\.g\.,?|also|compare|and|but see|vgl\.|siehe|voir|véase|ver|ср\.)\s+)?(?:(?:[\p{Lu}*_]|(?:van|von|de|der|den|la|le|al|el|bin|et|du|di)\s)[\p{L}\p{M}\s.,'’&*_:«»"“”-]{0,120}?)[\s,(:]+(?:(?:1[4-9]|20)\d\d[a-z]?(?:[/–-]\d{2,4})?|n\.d\.|\d{1,4}(?:[–-]\d{1,4})?)(?:\)?[,:;\s]+(?:\d{1,4}[a-z]?(?:[–-]\d{1,4})?(?:\s?ff?\.?)?|passim))*$)");
  static const pattern other(
      R"(^(?:in|on|at|from|since|until|about|by|after|before|the|a|an|article|section|chapter|figure|fig|table|part|no|act|type|level|phase|paragraph|line|room|group|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|spring|summer|autumn|fall|winter|born|died|круг|в|im|am|in der)\b)",
      pattern::letters::any_case);
  return shape.is_in(part) && !other.is_in(part) && n_words(part) <= 16;
}

// "Petrova", "Petrova and Ling", "Petrova, Letters": no number.
bool is_name(std::string_view part) {
  static const pattern name(
      R"(^(?:[\p{Lu}][\p{L}\p{M}.'’-]*|\*[^*]{2,60}\*)(?:(?:,?\s+(?:&|and|und|et|y|e|и)\s+|,\s|\s)(?:[\p{Lu}][\p{L}\p{M}.'’-]*|\*[^*]{2,60}\*|et al\.?|of|the)){0,5}$)");
  return name.is_in(part);
}

std::string_view first_name(std::string_view part) {
  static const pattern name(R"(\p{Lu}[\p{L}\p{M}'’-]+)");
  const auto found = name.find(part);
  return found ? part.substr(found->whole.begin, found->whole.end - found->whole.begin) : std::string_view();
}

std::vector<std::string_view> parts_of(std::string_view inside) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0; begin <= inside.size();) {
    const std::size_t end = std::min(inside.find(';', begin), inside.size());
    parts.push_back(text::trimmed(inside.substr(begin, end - begin)));
    begin = end + 1;
  }
  return parts;
}

bool is_citation(std::string_view inside) {
  if (n_words(inside) > 40) return false;
  if (has_locator(inside)) return true;
  const auto parts = parts_of(inside);
  // "Petrova, 100; Ling, Letters": one number is enough.
  return std::any_of(parts.begin(), parts.end(), is_author_and_number) &&
         std::all_of(parts.begin(), parts.end(),
                     [](std::string_view part) { return is_author_and_number(part) || is_name(part); });
}

class citation_finder {
 public:
  explicit citation_finder(const layout& l) : l_(l) {
    for (const auto& p : l.paragraphs) {
      if (p.kind == zone::reference) cited_.insert(first_name(l.content(p)));
      has_notes_ = has_notes_ || p.kind == zone::note;
    }
    cited_.erase(std::string_view());
  }

  std::vector<text::range> find() {
    for (const auto& p : l_.paragraphs) {
      if (p.kind != zone::body) continue;
      find_markers(p);
      find_brackets(p);
    }
    std::sort(found_.begin(), found_.end(), [](const auto& a, const auto& b) { return a.begin < b.begin; });
    return found_;
  }

 private:
  void find_markers(const paragraph& p) {
    static const pattern marker(
        R"(\[\^[^\]\s]{1,20}\]|\[\d{1,3}(?:\s?[,–-]\s?\d{1,3})*\]|<(?:sup|u)>\[?\d{1,3}\]?</(?:sup|u)>|(?<=[\p{L}\p{M}\p{P}])(?<!\b[cdkmµn]?m)[⁰¹²³⁴-⁹]{1,3}|\$[^$\d]{0,24}\d{1,3}[^$\d]{0,6}\$)");
    // A number that has lost its height: right after a sentence end, in a text that has notes.
    static const pattern fallen(
        R"((?<=[\p{L}\p{Pf}\p{Pe}"*][.!?]["”’»]?|[\p{L}\p{N}]\))\d{1,3}(?=\s|$)|(?<=[\p{L}\p{P}])\(\d{1,2}\)(?=[\s\p{P}]|$))");
    const std::string_view text = l_.of(p);
    for (const auto& m : marker.find_all(text)) add(p, m.whole);
    if (!has_notes_) return;
    for (const auto& m : fallen.find_all(text)) add(p, m.whole);
  }

  void find_brackets(const paragraph& p) {
    static const pattern bracket(R"(\(((?:[^()]|\([^()]{0,60}\)){2,300})\)|\[([^\[\]]{2,120})\]|（([^（）]{2,120})）)");
    const std::string_view text = l_.of(p);
    for (const auto& m : bracket.find_all(text)) {
      const text::range group = m.groups[0].end > 0 ? m.groups[0] : m.groups[1].end > 0 ? m.groups[1] : m.groups[2];
      const std::string_view inside = text::trimmed(text.substr(group.begin, group.end - group.begin));
      if (is_citation(inside) || is_cited_name(inside) || is_year_of_cited(text, m.whole, inside) ||
          closes_a_quotation(p, m.whole, inside))
        add(p, m.whole);
    }
  }

  [[nodiscard]] bool is_cited_name(std::string_view inside) const {
    const auto parts = parts_of(inside);
    if (!std::all_of(parts.begin(), parts.end(), is_name)) return false;
    return parts.size() > 1 || (cited_.contains(first_name(inside)) && n_words(inside) <= 4 && inside.front() != '*');
  }

  // "as Petrova (1936) has it", where the list has Petrova.
  [[nodiscard]] bool is_year_of_cited(std::string_view text, text::range place, std::string_view inside) const {
    static const pattern year(R"(^(?:1[4-9]|20)\d\d[a-z]?(?:[,:]\s*\d{1,4}(?:[–-]\d{1,4})?)?$)");
    static const pattern word(R"((\p{Lu}[\p{L}\p{M}'’-]+?)(?:['’]s)?(?:\s+et al\.?)?\s$)");
    if (!year.is_in(inside)) return false;
    const std::string_view before = tail(text.substr(0, place.begin), 60);
    const auto name = word.find(before);
    return name && cited_.contains(before.substr(name->groups[0].begin, name->groups[0].end - name->groups[0].begin));
  }

  // A name right after a closing quote mark, or at the end of a paragraph after its last sentence.
  [[nodiscard]] bool closes_a_quotation(const paragraph& p, text::range place, std::string_view inside) const {
    static const pattern mark(R"((?:[”»’」』]|(?<=\S)["“«])\s*$)");
    static const pattern abbreviation(R"(^\p{Lu}{2,6}$)");
    static const pattern sentence(R"([.!?…]["”’»]?\s*$)");
    if (!is_name(inside) || n_words(inside) > 8 || abbreviation.is_in(inside)) return false;
    const std::string_view before = head(l_.of(p), place.begin);
    const std::string_view after = l_.of(p).substr(place.end);
    return mark.is_in(tail(before, 20)) || (sentence.is_in(tail(before, 20)) && (after.empty() || after == "."));
  }

  void add(const paragraph& p, text::range place) {
    const text::range whole{p.begin + place.begin, p.begin + place.end};
    for (auto r = found_.rbegin(); r != found_.rend() && r->begin >= p.begin; ++r) {
      if (r->begin < whole.end && whole.begin < r->end) return;
    }
    found_.push_back(whole);
  }

  const layout& l_;
  std::set<std::string_view> cited_;
  bool has_notes_ = false;
  std::vector<text::range> found_;
};

}  // namespace

std::vector<text::range> find_citations(const layout& l) {
  return citation_finder(l).find();
}

}  // namespace isogloss::corpus
