#include <algorithm>

#include "corpus/quote_marks.hpp"
#include "corpus/zone_rules.hpp"
#include "isogloss/text/characters.hpp"
#include "isogloss/text/pattern.hpp"

namespace isogloss::corpus {
namespace {

using text::pattern;

constexpr std::size_t scare_words = 4;
constexpr std::size_t lines_ahead = 8;  // a quotation in lines, as verse is, closes within so many

bool is_ideographic(std::string_view text) {
  static const pattern ideograph(R"([\p{Han}\p{Hiragana}\p{Katakana}])");
  return ideograph.is_in(text);
}

// Up to four words; in Chinese and Japanese a word has two characters.
bool is_short(std::string_view inside) {
  return n_words(inside) <= (is_ideographic(inside) ? 2 * scare_words : scare_words);
}

// “The Road to the Harbour”: all longer words with capitals, no sentence end. A title, neither quoted nor scare.
// German, French and Russian marks hold no titles in capitals; there nouns may have them.
bool is_title(char32_t mark, std::string_view inside) {
  if (std::u32string_view(U"„‚«»‹›「『").find(mark) != std::u32string_view::npos) return false;
  static const pattern word(R"([\p{L}\p{M}]{4,})");
  static const pattern sentence(R"([!?…]["'’”]?\s*$|[.!?]\s)");
  if (n_words(inside) > 16 || sentence.is_in(inside)) return false;
  std::size_t capitals = 0;
  const auto words = word.find_all(inside);
  for (const auto& w : words) {
    capitals += text::is_uppercase(text::character_at(inside, w.whole.begin).code) ? 1U : 0U;
  }
  return capitals >= 2 && 5 * capitals >= 4 * words.size();
}

class quotation_finder {
 public:
  quotation_finder(const layout& l, const std::vector<text::range>& citations) : l_(l), citations_(citations) {
    for (std::size_t i = 0; i < l.paragraphs.size(); ++i) {
      if (l.paragraphs[i].kind == zone::body) body_.push_back(i);
    }
  }

  marked_quotations find() {
    for (at_ = 0; at_ < body_.size(); ++at_) read_paragraph();
    return std::move(result_);
  }

 private:
  [[nodiscard]] const paragraph& body(std::size_t at) const { return l_.paragraphs[body_[at]]; }

  // Marks within a citation belong to a title.
  [[nodiscard]] std::vector<quote_mark> marks_of(const paragraph& p) const {
    auto marks = quote_marks(l_.text, p.content, p.end);
    std::erase_if(marks, [&](const quote_mark& m) {
      const auto next = std::upper_bound(citations_.begin(), citations_.end(), m.begin,
                                         [](std::size_t b, const text::range& r) { return b < r.begin; });
      return next != citations_.begin() && m.begin < std::prev(next)->end;
    });
    return marks;
  }

  void read_paragraph() {
    const std::size_t here = at_;
    const paragraph& p = body(here);
    const auto marks = marks_of(p);
    std::size_t done = std::max(p.content, carried_to_);
    for (const auto& pair : outer_pairs(marks)) {
      const quote_mark& opening = marks[pair.opening];
      if (opening.begin < done) continue;
      if (pair.closing) {
        done = marks[*pair.closing].end;
        add({opening.begin, done}, opening.end, marks[*pair.closing].begin, here);
      } else {
        done = add_broken(marks, pair.opening, here);
      }
    }
  }

  // No mark closes it: to the end of the paragraph if the next one opens again, else to a mark that was meant.
  std::size_t add_broken(const std::vector<quote_mark>& marks, std::size_t opening, std::size_t here) {
    const quote_mark& m = marks[opening];
    const paragraph& p = body(here);
    if (reopens(here + 1, m.code)) return add_whole({m.begin, p.end}, here);
    if (const auto meant = meant_closing(marks, opening, p)) {
      add({m.begin, marks[*meant].end}, m.end, marks[*meant].begin, here);
      return marks[*meant].end;
    }
    if (const auto last = line_that_closes(here, m.code)) return add_lines(m, here, *last);
    const bool whole = m.begin == p.content || text::trimmed(head_of(p, m.begin)).ends_with(':');
    const std::size_t end = whole ? p.end : sentence_end(marks, opening, p);
    const std::string_view inside = l_.text.substr(m.end, end - m.end);
    if (!is_short(inside) && !is_title(m.code, inside)) result_.quotations.push_back({{m.begin, end}, body_[here]});
    return end;
  }

  std::size_t add_whole(text::range place, std::size_t here) {
    result_.quotations.push_back({place, body_[here]});
    return place.end;
  }

  [[nodiscard]] std::string_view head_of(const paragraph& p, std::size_t end) const {
    return l_.text.substr(p.begin, end - p.begin);
  }

  [[nodiscard]] bool reopens(std::size_t at, char32_t code) const {
    if (at >= body_.size()) return false;
    const auto first = quote_marks(l_.text, body(at).content, body(at).end);
    const bool same = !first.empty() && first.front().begin == body(at).content && first.front().code == code;
    return same && first.front().opens;
  }

  // The last mark that a slip of the hand may have put there: after a sentence or comma, or before a citation.
  [[nodiscard]] std::optional<std::size_t> meant_closing(const std::vector<quote_mark>& marks, std::size_t opening,
                                                         const paragraph& p) const {
    static const pattern stop(R"([.!?,…)\]]$)");
    static const pattern aside(R"(^\s*(?:$|[(\[]))");
    std::optional<std::size_t> found;
    for (std::size_t i = opening + 1; i < marks.size(); ++i) {
      const quote_mark& m = marks[i];
      if (m.opens && m.code == marks[opening].code) break;
      if (!m.closes || !is_near_pair(marks[opening].code, m.code)) continue;
      const bool follows_stop = stop.is_in(tail(head_of(p, m.begin), 8));
      if (follows_stop || aside.is_in(head(l_.text.substr(m.end, p.end - m.end), 16))) found = i;
    }
    return found;
  }

  // Lines of one block, as of verse: does one of the next close it before anything opens?
  [[nodiscard]] std::optional<std::size_t> line_that_closes(std::size_t here, char32_t code) const {
    for (std::size_t at = here + 1; at < body_.size() && at <= here + lines_ahead; ++at) {
      if (body(at).after_blank || body_[at] != body_[at - 1] + 1) return std::nullopt;
      for (const auto& m : quote_marks(l_.text, body(at).content, body(at).end)) {
        if (m.closes && is_pair(code, m.code)) return at;
        if (m.opens && m.code == code) return std::nullopt;
      }
    }
    return std::nullopt;
  }

  std::size_t add_lines(const quote_mark& opening, std::size_t here, std::size_t last) {
    result_.quotations.push_back({{opening.begin, body(here).end}, body_[here]});
    for (std::size_t at = here + 1; at < last; ++at) {
      result_.quotations.push_back({{body(at).begin, body(at).end}, body_[at]});
    }
    for (const auto& m : quote_marks(l_.text, body(last).content, body(last).end)) {
      if (!m.closes || !is_pair(opening.code, m.code)) continue;
      result_.quotations.push_back({{body(last).begin, m.end}, body_[last]});
      carried_to_ = m.end;
      break;
    }
    at_ = last - 1;
    return body(here).end;
  }

  [[nodiscard]] std::size_t sentence_end(const std::vector<quote_mark>& marks, std::size_t opening,
                                         const paragraph& p) const {
    static const pattern end(R"([.!?](?=\s|$)|[。！？])");
    const std::size_t begin = marks[opening].end;
    std::size_t limit = p.end;
    for (std::size_t i = opening + 1; i < marks.size() && limit == p.end; ++i) {
      if (marks[i].opens && marks[i].code == marks[opening].code) limit = marks[i].begin;
    }
    const auto found = end.find(l_.text.substr(begin, limit - begin));
    const std::size_t stop = found ? begin + found->whole.end : limit;
    return begin + text::trimmed(l_.text.substr(begin, stop - begin)).size() +
           static_cast<std::size_t>(text::trimmed(l_.text.substr(begin, stop - begin)).data() - l_.text.data() -
                                    static_cast<std::ptrdiff_t>(begin));
  }

  void add(text::range place, std::size_t inside_begin, std::size_t inside_end, std::size_t here) {
    const std::string_view inside = l_.text.substr(inside_begin, inside_end - inside_begin);
    const paragraph& p = body(here);
    const bool alone = place.begin == p.content && place.end == p.end;
    if (n_words(inside) == 0) return;
    if (is_short(inside) && !alone && !is_spoken(place, p, inside)) {
      result_.scare_quotes.push_back(place);
    } else if (alone || !is_title(text::character_at(l_.text, place.begin).code, inside)) {
      result_.quotations.push_back({place, body_[here]});
    }
  }

  // Short, but said by somebody, or cited.
  [[nodiscard]] bool is_spoken(text::range place, const paragraph& p, std::string_view inside) const {
    static const pattern stop(R"([,?!—–]$)");
    const std::string_view after = l_.text.substr(place.end, p.end - place.end);
    if (stop.is_in(inside) && verb_follows(after)) return true;
    if (speaks_before(head_of(p, place.begin)) || speaks_after(after)) return true;
    if (stop.is_in(inside) && somebody_speaks_after(after)) return true;
    if (goes_on(place, p, inside)) return true;
    const auto cited = std::lower_bound(citations_.begin(), citations_.end(), place.end,
                                        [](const text::range& r, std::size_t b) { return r.begin < b; });
    return cited != citations_.end() && cited->begin < p.end && l_.text[cited->begin] == '(' &&
           text::trimmed(l_.text.substr(place.end, cited->begin - place.end)).empty();
  }

  // “..., ” said the mayor. “We know.”: a whole sentence in a paragraph that has a quotation.
  [[nodiscard]] bool goes_on(text::range place, const paragraph& p, std::string_view inside) const {
    static const pattern whole(R"(^\p{Lu}.*[.!?]$)");
    static const pattern end(R"([.!?]["”’»]?\s+$)");
    const bool quoted = !result_.quotations.empty() && result_.quotations.back().place.begin >= p.begin;
    return quoted && whole.is_in(inside) && end.is_in(tail(head_of(p, place.begin), 16));
  }

  const layout& l_;
  const std::vector<text::range>& citations_;
  std::vector<std::size_t> body_;
  std::size_t at_ = 0;
  std::size_t carried_to_ = 0;
  marked_quotations result_;
};

}  // namespace

marked_quotations find_quotations(const layout& l, const std::vector<text::range>& citations) {
  return quotation_finder(l, citations).find();
}

}  // namespace isogloss::corpus
