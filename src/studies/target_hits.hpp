#pragma once

#include <cmath>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "isogloss/studies/targets.hpp"
#include "isogloss/text/words.hpp"

namespace isogloss::studies {

/// The two voices that stance is told apart by.
enum class stance_voice { own, quoted };
[[nodiscard]] std::string_view name(stance_voice voice);
/// The zones of a voice: those chosen, or quotations.
[[nodiscard]] corpus::zone_set zones_of(const material& m, stance_voice voice);

/// The word that judges.
struct judgement {
  std::size_t lexicon;
  std::size_t entry;
  double value;  ///< its weight, turned where it is negated
  bool negated = false;
  std::optional<bool> hedged = {};  ///< nothing where no lexicon has hedges, or word order is lost
  std::size_t distance = 0;         ///< running words from the name, 1: next to it
};

/// A target's name, or a word that judges the target. Without word order: so many of them in a segment.
struct target_hit {
  std::size_t document;
  stance_voice voice;
  std::uint32_t segment;
  std::size_t target;
  std::size_t alias = 0;
  std::optional<judgement> judged = {};
  double count = 1;

  // Known in running text only.
  std::uint32_t token_voice = 0;  ///< index into token_stream::voices
  std::uint32_t sentence = 0;
  text::range name_place = {0, 0};
  text::range place = {0, 0};  ///< the judging word, or the name
  std::string words = {};
  bool in_scare_quotes = false;
};

/// By document; in running text then by place, without word order by voice, segment, target, name before judgement.
[[nodiscard]] std::vector<target_hit> hits_in_text(const material& m, target_basis basis);
[[nodiscard]] std::vector<target_hit> hits_in_segments(const material& m);
/// The one or the other; material::target_hits keeps them.
[[nodiscard]] std::vector<target_hit> find_target_hits(const material& m, target_basis basis);

/// A row each.
[[nodiscard]] table target_evidence(const material& m, target_basis basis, const std::vector<target_hit>& hits);

/// What the options choose, or what the study allows.
/// @throws data_error  the clause or the sentence of a study without texts
[[nodiscard]] target_basis basis_for(const material& m);

/// Negation is known for English only. @param language  of a document: BCP 47, "" is English
[[nodiscard]] bool is_english(const std::string& language);

/// A lexicon's category of hedges goes by that name.
[[nodiscard]] bool is_hedge(const std::string& category);
[[nodiscard]] bool has_hedges(const material& m);

/// Indexes of the evaluative lexicons.
[[nodiscard]] std::vector<std::size_t> evaluative_lexicons(const material& m);

}  // namespace isogloss::studies
