#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "isogloss/corpus/zones.hpp"
#include "isogloss/tokens/term_rules.hpp"
#include "isogloss/tokens/token_stream.hpp"

namespace isogloss::tokens {

/// What counts as a passage that two documents share.
struct reuse_options {
  std::size_t seed_words = 6;     ///< equal words in a row from which a passage grows; at least 2
  std::size_t min_words = 10;     ///< equal words that a passage must have
  std::size_t max_gap = 5;        ///< how far the alignment's score may fall below its best: words that differ in a row
  bool within_documents = false;  ///< also passages that a document repeats
  corpus::zone_set zones = {"all", ""};  ///< words of others are passed over
};

/// A seed in more documents than this begins no passage, or each two of them would have one.
inline constexpr std::size_t most_documents_of_seed = 1000;
/// Where two documents hold a seed so often that it pairs in more ways than this, the n-th goes with the n-th only.
inline constexpr std::size_t most_pairs_of_seed = 1024;

/// Where one side of a passage stands. Words are counted in the chosen zones, joined phrases taken apart.
struct passage_place {
  std::size_t document;
  std::size_t first_word, end_word;    ///< from 0
  std::size_t first_token, end_token;  ///< indexes into the document's tokens; a joined phrase belongs to it whole
  std::size_t begin, end;              ///< bytes of the document's UTF-8 text
  std::uint16_t voice;                 ///< of most of its words; of two equally frequent the one that comes first
  std::uint32_t segment;               ///< of its first token
  [[nodiscard]] std::size_t words() const { return end_word - first_word; }
};

/// A passage of two documents, a before b in the study, or of two places in one.
struct reused_passage {
  passage_place a, b;
  std::size_t matched;  ///< words that are equal and aligned
  std::size_t columns;  ///< of the alignment: matched, and the longer side of each stretch between
  std::size_t number;   ///< from 1; see find_reuse
};

struct text_reuse {
  std::vector<reused_passage> passages;
  std::vector<std::size_t> words;  ///< of each document, in the chosen zones
};

/// Finds the passages that documents share, tolerant of small edits.
///
///   1. Words are compared by their bases (`rules`): case, normal form and spelling variants do not part them.
///   2. A seed is `seed_words` equal words in a row, found by 64-bit hash and then compared word for word. Seeds that
///      overlap in step are one run.
///   3. From the longest run on (of equal ones the first), the alignment is continued to both sides: +1 for an equal
///      word, -1 for a word replaced, added or left out, up to where the score has fallen more than max_gap below its
///      best, and then cut back to the best. A run within a passage that is found already is passed over.
///   4. Passages that follow each other in both documents, overlapping or with at most max_gap words between, are one.
///   5. Those with fewer than min_words equal words are left out, and those within another of the same documents.
///
/// Every run of at least max(seed_words, min_words) equal words lies within a passage, but for the two bounds above.
/// Rows that overlap in a document by at least half of the shorter have the same number, and so on from row to row.
/// The two places of a passage within one document do not overlap.
///
/// Sorted by documents a and b, begin in a, begin in b. Memory is linear in the number of words and of passages.
/// @throws std::domain_error  seed_words below 2, or min_words of 0
/// Source  seeds and extension by drop-off after Altschul et al. (1990), Journal of Molecular Biology 215, 403-410, of
///         words instead of letters; with gaps as in Zhang et al. (2000), Journal of Computational Biology 7, 203-214
[[nodiscard]] text_reuse find_reuse(const token_stream& stream, const term_rules& rules, const reuse_options& options);

/// Gives the tokens of passages that two documents share a voice of the zone `reused`, which no zone_set contains;
/// those in other zones than `zones` stay what they are. Phrases do not reach over the borders.
void mark_reused(token_stream& stream, const std::vector<reused_passage>& passages, const corpus::zone_set& zones);

}  // namespace isogloss::tokens
