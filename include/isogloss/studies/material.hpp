#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "isogloss/corpus/features.hpp"
#include "isogloss/corpus/study.hpp"
#include "isogloss/counts/dfm.hpp"
#include "isogloss/counts/packed_counts.hpp"
#include "isogloss/studies/target_basis.hpp"
#include "isogloss/tokens/lexicon.hpp"
#include "isogloss/tokens/lexicon_matcher.hpp"
#include "isogloss/tokens/reuse.hpp"
#include "isogloss/tokens/targets.hpp"
#include "isogloss/tokens/token_stream.hpp"

namespace isogloss::studies {

/// What a user chooses about counting; the same for every study.
struct material_options {
  tokens::term_options terms;               ///< stopwords: left out of whatever is counted
  std::filesystem::path content_stopwords;  ///< left out where content terms are wanted; terms.stopwords goes before it
  tokens::segmentation_options segmentation;
  corpus::zone_set zones;  ///< whose tokens count
  std::string group_by;    ///< a column of documents.csv; "" for none
  std::size_t ngrams = 1;  ///< words in a term
  counts::trim_options trim;
  std::vector<std::filesystem::path> lexicons;
  std::filesystem::path targets;  ///< "" for none; see tokens::read_targets
  judging_options judging;        ///< how near a word must stand to a target's name to judge it
  tokens::reuse_options reuse;
  bool drop_reused = false;  ///< tokens in passages that two documents share count in none of them
  std::uint64_t seed = 1;
  std::uint32_t replicates = 1000;
};

/// Which terms a matrix has: all, or those that no stop list holds.
enum class term_choice { all, content };

struct target_hit;

/// A study's documents, made ready: read, segmented, counted. Matrices are built when first asked for.
class material {
 public:
  /// @throws data_error  bad input of any kind, all of it; word n-grams or the dropping of shared passages wanted of a
  ///                     study without texts
  material(corpus::study s, material_options options);

  /// For counts by document alone, of texts that may be larger than memory: words are counted without keeping text,
  /// places or segments, where the options allow it (no phrases, n-grams or shared passages to drop); else as above.
  /// Of what is counted, only rows() is to be asked for.
  [[nodiscard]] static material of_counts(corpus::study s, material_options options, term_choice wanted);

  /// For studies that read the stream: what is counted by segment is not, unless it is asked for. Not to be asked for
  /// first from several threads: features() and segments().
  [[nodiscard]] static material of_stream(corpus::study s, material_options options);

  ~material();
  material(material&&) noexcept;

  [[nodiscard]] const corpus::study& study() const;
  [[nodiscard]] const material_options& options() const;
  [[nodiscard]] const corpus::grouping& groups() const;
  /// The group of a document, "" where there are none.
  [[nodiscard]] const std::string& group_of(std::size_t document) const;
  [[nodiscard]] std::vector<std::string> document_names() const;
  [[nodiscard]] std::size_t n_documents() const;

  /// Counts of single words by segment, voice and surface form, lexicon phrases among them.
  [[nodiscard]] const corpus::features& features() const;
  /// @throws data_error  the study has features only
  [[nodiscard]] const tokens::token_stream& stream() const;
  /// The passages that documents share, whether they are dropped or not. Found when first asked for.
  /// @throws data_error  the study has features only
  [[nodiscard]] const tokens::text_reuse& reuse() const;
  [[nodiscard]] const tokens::term_rules& rules() const;
  /// The rules by which lexicons see words.
  [[nodiscard]] const tokens::term_rules& lexicon_rules() const;
  [[nodiscard]] const std::vector<tokens::lexicon>& lexicons() const;

  /// Whom or what texts judge; empty where the study names nobody.
  [[nodiscard]] const tokens::target_list& targets() const;

  /// What finds the entries of each lexicon.
  [[nodiscard]] const std::vector<tokens::lexicon_matcher>& lexicon_matchers() const;
  /// The names of targets and the words that judge them (see targets.hpp), found when first asked for: several studies
  /// need them, and finding them reads the texts again.
  /// @throws data_error  the clause or the sentence of a study without texts
  [[nodiscard]] const std::vector<target_hit>& target_hits() const;

  /// Counts in the chosen zones, before and after trimming.
  [[nodiscard]] const counts::dfm& dfm(term_choice choice) const;
  [[nodiscard]] counts::dfm trimmed(term_choice choice) const;
  /// The same, kept as long as the material.
  [[nodiscard]] const counts::dfm& kept(term_choice choice) const;
  /// The same, packed: all that a material of_counts() has of these.
  [[nodiscard]] const counts::packed_counts& rows(term_choice choice) const;
  /// The terms of `columns` by segment.
  [[nodiscard]] counts::segment_matrix segments(term_choice choice, const std::vector<std::string>& columns) const;

  /// What a reader should know of the study and of what could not be done, a sentence each.
  [[nodiscard]] const std::vector<std::string>& notes() const;

 private:
  struct state;
  explicit material(std::unique_ptr<state> made);
  std::unique_ptr<state> state_;
};

}  // namespace isogloss::studies
