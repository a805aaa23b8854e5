#include <algorithm>
#include <optional>

#include "corpus/zone_rules.hpp"
#include "isogloss/text/characters.hpp"
#include "isogloss/text/pattern.hpp"

namespace isogloss::corpus {
namespace {

using text::pattern;

constexpr std::size_t most_paragraphs = 5;  // a block quotation of more is not looked for
constexpr std::size_t most_items = 20;
constexpr std::size_t block_indent = 2;
constexpr std::size_t most_source_words = 30;

bool opens_with_mark(std::string_view content) {
  static const pattern mark(R"(^["'“”„‟‘‚«»‹›「『])");
  return mark.is_in(content);
}

bool is_list_item(std::string_view line) {
  static const pattern item(
      R"(^(?:[-*•–]\s|\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)]\s|(?:first(?:ly)?|second(?:ly)?|erstens|premièrement|во-первых)\b))",
      pattern::letters::any_case);
  return item.is_in(line);
}

// A line that says where the passage before it comes from.
bool is_source(std::string_view line) {
  static const pattern lead(
      R"(^[(\[]?(?:(?:quoted|cited|from|source|quelle|aus|zitiert|cité|source\s*:|цит)\b.{0,12}(?:in|by|from|:|nach|dans|по|\s\p{Lu})|op\.\s?cit|ibid|[—–]\s?\p{Lu}|--\s?\p{Lu}))",
      pattern::letters::any_case);
  static const pattern page(R"(\b(?:pp?\.|pages?|pg\.|s\.|с\.|стр\.)\s?\d[\d\s–-]*[.)\]]*$|(?:1[5-9]|20)\d\d[.)\]]*$)",
                            pattern::letters::any_case);
  return n_words(line) <= most_source_words && (lead.is_in(line) || (page.is_in(line) && !introduces(line)));
}

class block_finder {
 public:
  block_finder(layout& l, const std::vector<text::range>& citations) : l_(l), citations_(citations) {
    const auto& all = l.paragraphs;
    const auto n_indented = std::count_if(all.begin(), all.end(), [](const paragraph& p) { return is_indented(p); });
    indents_tell_ = 3 * static_cast<std::size_t>(n_indented) < all.size();
  }

  std::vector<quotation> find() {
    for (std::size_t i = 0; i < l_.paragraphs.size(); ++i) {
      if (l_.paragraphs[i].kind != zone::body) continue;
      if (l_.paragraphs[i].quoted || is_set_in(i)) {
        add(i);
      } else if (i > 0) {
        find_introduced(i);
      }
    }
    return std::move(found_);
  }

 private:
  static bool is_indented(const paragraph& p) { return p.indent >= block_indent; }

  // Indented as a whole, in a text that is not; a single line in the manner of a first line is not enough.
  [[nodiscard]] bool is_set_in(std::size_t i) const {
    const paragraph& p = l_.paragraphs[i];
    if (!indents_tell_ || !is_indented(p) || p.content > p.begin || opens_with_mark(l_.of(p))) return false;
    if (n_words(l_.of(p)) <= 4) return false;
    return p.n_lines >= 2 || (i > 0 && leads_up(i - 1)) || (!found_.empty() && found_.back().first + 1 == i);
  }

  [[nodiscard]] bool leads_up(std::size_t i) const {
    const paragraph& p = l_.paragraphs[i];
    return p.kind == zone::body && (introduces(l_.of(p)) || l_.of(p).ends_with(':'));
  }

  // Is a citation the last thing in the paragraph, after its last sentence? So it stands after block quotations, while
  // in running text the full stop follows it.
  [[nodiscard]] bool ends_cited(const paragraph& p) const {
    static const pattern sentence(R"([.!?…。]["'’”»)*_]*\s*$)");
    auto next = std::lower_bound(citations_.begin(), citations_.end(), p.end,
                                 [](const text::range& r, std::size_t b) { return r.begin < b; });
    const auto is_marker = [&](const text::range& r) {
      const auto first = text::character_at(l_.text, r.begin + 1).code;
      return l_.text[r.begin] != '(' && !(l_.text[r.begin] == '[' && text::is_letter(first));
    };
    std::size_t end = p.end;
    for (; next != citations_.begin() && is_marker(*std::prev(next)); --next)
      end = std::min(end, std::prev(next)->begin);
    if (next == citations_.begin()) return false;
    const text::range last = *std::prev(next);
    if (last.end > end) return false;
    if (last.begin < p.begin) return false;
    const std::string_view rest = text::trimmed(l_.text.substr(last.end, end - last.end));
    const std::string_view before = l_.text.substr(p.begin, last.begin - p.begin);
    return rest.empty() && sentence.is_in(tail(before, 24));
  }

  [[nodiscard]] std::optional<std::size_t> source_after(std::size_t i) const {
    if (i + 1 >= l_.paragraphs.size()) return std::nullopt;
    const paragraph& p = l_.paragraphs[i + 1];
    if (p.kind != zone::body && p.kind != zone::heading) return std::nullopt;
    return is_source(l_.of(p)) ? std::optional(i + 1) : std::nullopt;
  }

  // Breaks off before its sentence ends, although it is no heading or list item.
  [[nodiscard]] bool breaks_off(const paragraph& p) const {
    return !ends_sentence(l_.of(p)) && p.content == p.begin && n_words(l_.of(p)) >= 4 && !l_.of(p).ends_with(':');
  }

  void find_introduced(std::size_t i) {
    const paragraph& before = l_.paragraphs[i - 1];
    const paragraph& p = l_.paragraphs[i];
    if (opens_with_mark(l_.content(p)) || n_words(l_.of(p)) < 3) return;
    if (before.kind != zone::body || (!found_.empty() && found_.back().first == i - 1)) return;
    const bool led = introduces(l_.of(before));
    const std::size_t last = last_of(i);
    const bool sourced = source_after(last).has_value();
    const bool cited = sourced || ends_cited(l_.paragraphs[last]);
    const bool hinted = (cited && l_.of(before).ends_with(':')) || (sourced && breaks_off(before));
    const bool told =
        !sourced && cited && (begins_within(before, p) || (tells(l_.of(before)) && !ends_in_mark(l_.paragraphs[last])));
    if (is_list_item(l_.of(p)) ? !(hinted && !sourced)
                               : !led && !hinted && !told && !(sourced && begins_within(before, p)))
      return;
    for (std::size_t k = i; k <= last; ++k) add(k);
  }

  // Then its citation belongs to a quotation between marks.
  [[nodiscard]] bool ends_in_mark(const paragraph& p) const {
    static const pattern mark(R"(["”’»“«][\s\p{P}]*[(\[][^()\[\]]{1,200}[)\]]\S{0,12}$)");
    return mark.is_in(tail(l_.of(p), 300));
  }

  // A citation alone is enough where the passage begins within its sentence.
  [[nodiscard]] bool begins_within(const paragraph& before, const paragraph& p) const {
    const auto first = text::character_at(l_.text, p.begin).code;
    return first == U'…' || l_.of(p).starts_with("...") || l_.of(p).starts_with("[...") ||
           (breaks_off(before) && text::is_lowercase(first));
  }

  // The last paragraph of a block that begins at `i`: the one with the citation, or the first.
  [[nodiscard]] std::size_t last_of(std::size_t i) const {
    const bool listed = is_list_item(l_.of(l_.paragraphs[i]));
    std::size_t last = i;
    for (std::size_t k = i; k < std::min(i + (listed ? most_items : most_paragraphs), l_.paragraphs.size()); ++k) {
      const paragraph& p = l_.paragraphs[k];
      if (p.kind != zone::body || (k > i && (opens_with_mark(l_.content(p)) || is_list_item(l_.of(p)) != listed)))
        break;
      if (k > i && (leads_up(k) || (breaks_off(p) && !listed))) break;
      if (is_source(l_.of(p))) break;
      if (ends_cited(p) || source_after(k)) return k;
      if (last == k && breaks_off(p))
        last = k + 1 < l_.paragraphs.size() && l_.paragraphs[k + 1].kind == zone::body ? k + 1 : k;
    }
    return last;
  }

  void add(std::size_t i) {
    const paragraph& p = l_.paragraphs[i];
    if (!found_.empty() && found_.back().first >= i) return;
    found_.push_back({{p.begin, p.end}, i, true});
    if (const auto source = source_after(i)) l_.paragraphs[*source].kind = zone::reference;
  }

  layout& l_;
  const std::vector<text::range>& citations_;
  bool indents_tell_ = false;
  std::vector<quotation> found_;
};

}  // namespace

std::vector<quotation> find_block_quotations(layout& l, const std::vector<text::range>& citations) {
  return block_finder(l, citations).find();
}

}  // namespace isogloss::corpus
