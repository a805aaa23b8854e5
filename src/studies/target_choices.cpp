#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "isogloss/base/errors.hpp"
#include "studies/target_hits.hpp"

namespace isogloss::studies {
namespace {

constexpr std::array bases = {target_basis::clause, target_basis::sentence, target_basis::segment};

}  // namespace

std::string_view name(target_basis basis) {
  constexpr std::array<std::string_view, 3> names = {"clause", "sentence", "segment"};
  return names[static_cast<std::size_t>(basis)];
}
std::optional<target_basis> target_basis_from(std::string_view wanted) {
  const auto found = std::find_if(bases.begin(), bases.end(), [&](auto b) { return name(b) == wanted; });
  return found == bases.end() ? std::nullopt : std::optional(*found);
}
std::span<const target_basis> all_target_bases() {
  return bases;
}

std::string_view name(stance_voice voice) {
  return voice == stance_voice::own ? "own" : "quoted";
}
corpus::zone_set zones_of(const material& m, stance_voice voice) {
  return voice == stance_voice::own ? m.options().zones : corpus::zone_set("quotation", "");
}

bool is_evaluative(const tokens::lexicon& l) {
  return std::any_of(l.entries.begin(), l.entries.end(), [](const auto& entry) { return entry.weight < 0; });
}

bool is_hedge(const std::string& category) {
  return category == "hedge" || category == "hedges";
}
bool has_hedges(const material& m) {
  return std::any_of(m.lexicons().begin(), m.lexicons().end(),
                     [](const auto& l) { return std::any_of(l.categories.begin(), l.categories.end(), is_hedge); });
}

std::vector<std::size_t> evaluative_lexicons(const material& m) {
  std::vector<std::size_t> result;
  for (std::size_t l = 0; l < m.lexicons().size(); ++l) {
    if (is_evaluative(m.lexicons()[l])) result.push_back(l);
  }
  return result;
}

target_basis basis_for(const material& m) {
  const auto wanted = m.options().judging.basis;
  if (m.study().has_texts()) return wanted.value_or(target_basis::clause);
  const auto basis = wanted.value_or(target_basis::segment);
  if (basis == target_basis::segment) return basis;
  throw data_error("--within", fmt::format("{} needs word order, and the study has features only", name(basis)),
                   "Give the texts, or --within segment.");
}

std::vector<target_hit> find_target_hits(const material& m, target_basis basis) {
  return basis == target_basis::segment ? hits_in_segments(m) : hits_in_text(m, basis);
}

}  // namespace isogloss::studies
