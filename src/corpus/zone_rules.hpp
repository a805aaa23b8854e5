#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corpus/paragraphs.hpp"
#include "isogloss/text/words.hpp"

namespace isogloss::corpus {

// The rules, one file a kind, in the order in which they run: each looks at what the ones before have left as body.

/// Site residue: navigation, share buttons, cookie notices, page numbers, rules, running heads, Gutenberg's frame.
void mark_furniture(layout& l);
/// Lists of references and sections of notes, with their headings.
void mark_sections(layout& l);
/// Captions and credits of pictures and tables.
void mark_captions(layout& l);
/// Short lines without a sentence end.
void mark_headings(layout& l);

/// Citations and note markers in running text: [12], superscripts, (Petrov, 1936, p. 12). Ascending.
[[nodiscard]] std::vector<text::range> find_citations(const layout& l);

/// A passage in another's words, its speaker still to be named.
struct quotation {
  text::range place;
  std::size_t first;   ///< paragraph it begins in
  bool block = false;  ///< a paragraph of its own, without marks
};

/// Passages between quote marks of any script, and short ones that are the author's own voice.
struct marked_quotations {
  std::vector<quotation> quotations;
  std::vector<text::range> scare_quotes;
};
[[nodiscard]] marked_quotations find_quotations(const layout& l, const std::vector<text::range>& citations);

/// Quoted paragraphs without marks; marks source lines after them as references.
[[nodiscard]] std::vector<quotation> find_block_quotations(layout& l, const std::vector<text::range>& citations);

/// Does a paragraph lead up to a quotation: "Petrova wrote", "as Petrova put it:"?
[[nodiscard]] bool introduces(std::string_view paragraph);
/// Does somebody speak in its last sentence, whether it leads up to something or not?
[[nodiscard]] bool tells(std::string_view paragraph);
/// Is a word of speaking the nearest thing to the end of `before`, or the beginning of `after`?
[[nodiscard]] bool speaks_before(std::string_view before);
[[nodiscard]] bool speaks_after(std::string_view after);
/// Does somebody without a name speak right after it: ..., her neighbour said?
[[nodiscard]] bool somebody_speaks_after(std::string_view after);
/// Is a word of speaking the first thing in `after`, whoever speaks: ..., wrote one observer?
[[nodiscard]] bool verb_follows(std::string_view after);
/// The speakers of `quotations`, in their order; empty where none is named.
[[nodiscard]] std::vector<std::string> name_speakers(const layout& l, const std::vector<quotation>& quotations,
                                                     const std::vector<text::range>& citations);

}  // namespace isogloss::corpus
