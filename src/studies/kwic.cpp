#include "isogloss/studies/kwic.hpp"

#include <algorithm>
#include <array>

#include "isogloss/base/parallel.hpp"
#include "isogloss/studies/layouts.hpp"
#include "studies/kwic_lines.hpp"
#include "studies/node_search.hpp"
#include "studies/placed_words.hpp"

namespace isogloss::studies {
namespace {

using tokens::running_word;

constexpr std::array orders = {kwic_order::position, kwic_order::left, kwic_order::right, kwic_order::keyword};

struct line {
  std::size_t document;
  std::size_t first, last;  // words of the document
  const tokens::token* token;
  text::range place;
  std::string pre, keyword, post;
  std::vector<const std::string*> key;
};

class concordance {
 public:
  concordance(const material& m, const kwic_options& o)
      : material_(m), options_(o), search_(m, o.pattern, o.regex), lines_(m.n_documents()) {
    if (o.order != kwic_order::position) {
      for (std::size_t i = 0; i < search_.words.forms.size(); ++i)
        bases_.push_back(m.rules().word_base(search_.words.forms[i]));
    }
    parallel_for(m.n_documents(), {"searching", "documents"}, [&](std::size_t i) { read(i); });
  }

  [[nodiscard]] std::vector<line> sorted() {
    std::vector<line> all;
    for (auto& lines : lines_) std::move(lines.begin(), lines.end(), std::back_inserter(all));
    const auto before = [](const std::string* a, const std::string* b) { return *a < *b; };
    std::stable_sort(all.begin(), all.end(), [&](const line& a, const line& b) {
      return std::lexicographical_compare(a.key.begin(), a.key.end(), b.key.begin(), b.key.end(), before);
    });
    return all;
  }

 private:
  void read(std::size_t document) {
    const auto& tokens = material_.stream().documents[document];
    const auto words = search_.words.of_document(tokens);
    const auto found = search_.find(material_, document, words);
    if (found.empty()) return;
    const std::string text = corpus::read_text(material_.study().documents[document]);
    const auto places = places_of(words, tokens, search_.words.forms, text);
    for (const std::size_t first : found) {
      line l{document, first, first + search_.pattern.n_words() - 1, &tokens[words[first].token], {}, {}, {}, {}, {}};
      show(text, places, l);
      add_key(words, l);
      lines_[document].push_back(std::move(l));
    }
  }

  void show(std::string_view text, const std::vector<text::range>& places, line& l) const {
    const auto [keyword, around] = kwic_place_of(text, places, l.first, l.last, options_.window);
    l.place = keyword;
    l.pre = on_one_line(text.substr(around.begin, l.place.begin - around.begin));
    l.keyword = on_one_line(text.substr(l.place.begin, l.place.end - l.place.begin));
    l.post = on_one_line(text.substr(l.place.end, around.end - l.place.end));
  }

  void add_key(const std::vector<running_word>& words, line& l) const {
    if (options_.order == kwic_order::position) return;
    const std::size_t from = l.first - std::min(l.first, options_.window);
    const std::size_t to = l.last + std::min(words.size() - 1 - l.last, options_.window);
    if (options_.order == kwic_order::left) {
      for (std::size_t i = l.first; i > from; --i) l.key.push_back(&bases_[words[i - 1].form]);
      return;
    }
    const std::size_t start = options_.order == kwic_order::keyword ? l.first : l.last + 1;
    for (std::size_t i = start; i <= to; ++i) l.key.push_back(&bases_[words[i].form]);
  }

  const material& material_;
  const kwic_options& options_;
  node_search search_;
  std::vector<std::string> bases_;  // of forms, where the order needs them
  std::vector<std::vector<line>> lines_;
};

}  // namespace

std::string_view name(kwic_order order) {
  constexpr std::array<std::string_view, 4> names = {"position", "left", "right", "keyword"};
  return names[static_cast<std::size_t>(order)];
}

std::optional<kwic_order> kwic_order_from(std::string_view wanted) {
  const auto found = std::find_if(orders.begin(), orders.end(), [&](kwic_order o) { return name(o) == wanted; });
  return found == orders.end() ? std::nullopt : std::optional(*found);
}

std::span<const kwic_order> all_kwic_orders() {
  return orders;
}

table kwic_layout() {
  using enum column_type;
  return {"kwic",
          "Every place in which a pattern is found, with the text around it.",
          "document, from; or as --sort-by says, then those",
          {columns::document(),
           {"from", integer, "words",
            "position of its first word in the document, from 1; every word of every zone counts"},
           {"to", integer, "words", "position of its last word"},
           {"pre", string, "", "the text before it as written, line breaks as spaces; pre, keyword and post join"},
           {"keyword", string, "", "what was found, as written"},
           {"post", string, "", "the text after it"},
           {"pattern", string, "", "what was looked for"},
           {"zone", string, "", "whose words they are; body is the author's own voice"},
           {"speaker", string, "", "who is quoted, in a quotation"},
           {"segment", integer, "", "its segment, from 1 in each document"},
           {"sentence", integer, "", "its sentence, from 1 in each document"},
           {"begin", integer, "bytes", "where keyword begins in the document's UTF-8 text"},
           {"end", integer, "bytes", "where it ends: the byte after the last"}}};
}

table kwic(const material& m, const kwic_options& options) {
  table result = kwic_layout();
  for (const auto& l : concordance(m, options).sorted()) {
    const auto& voice = m.stream().voices[l.token->voice];
    result.add(m.study().documents[l.document].name, l.first + 1, l.last + 1, l.pre, l.keyword, l.post, options.pattern,
               corpus::name(voice.kind), voice.speaker, l.token->segment, l.token->sentence, l.place.begin,
               l.place.end);
  }
  return result;
}

}  // namespace isogloss::studies
