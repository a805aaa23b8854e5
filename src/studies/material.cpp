#include "isogloss/studies/material.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <mutex>
#include <optional>

#include "isogloss/base/errors.hpp"
#include "isogloss/tokens/document_counts.hpp"
#include "isogloss/tokens/lexicon_matcher.hpp"
#include "isogloss/tokens/word_counts.hpp"
#include "studies/content_options.hpp"
#include "studies/dropped_reuse.hpp"
#include "studies/target_hits.hpp"

namespace isogloss::studies {
namespace {

std::vector<tokens::lexicon_matcher> matchers_of(const std::vector<tokens::lexicon>& lexicons,
                                                 const tokens::term_rules& rules) {
  std::vector<tokens::lexicon_matcher> matchers;
  for (const auto& l : lexicons) matchers.emplace_back(l, rules);
  return matchers;
}

tokens::target_list targets_of(const material_options& o) {
  if (o.targets.empty()) return {};
  return tokens::read_targets(o.targets, o.terms.form, o.segmentation.token_pattern);
}

void require_terms(const std::vector<std::string>& terms) {
  if (!terms.empty()) return;
  throw data_error("--min-count", "no term is left", "Lower --min-count or --min-documents, or choose other zones.");
}

// The terms of one choice: its own features where terms are n-grams, the shared ones otherwise.
struct counted {
  std::unique_ptr<tokens::term_rules> rules;
  corpus::features ngrams;
  std::optional<counts::term_index> terms;
  counts::dfm dfm;
  counts::dfm trimmed;           // where --min-count and its like leave terms out
  counts::packed_counts packed;  // likewise
  std::once_flag built, cut, packed_once;

  // Without a dfm there are packed counts.
  [[nodiscard]] const Eigen::VectorXd& tokens() const { return dfm.documents.empty() ? packed.tokens : dfm.tokens; }
};

}  // namespace

struct material::state {
  state(corpus::study s, material_options o)
      : study(std::move(s)),
        options(std::move(o)),
        groups(corpus::group_by(study, options.group_by)),
        rules(options.terms),
        lexicon_rules(tokens::lexicon_form(options.terms)),
        lexicons(tokens::read_lexicons(options.lexicons)),
        matchers(matchers_of(lexicons, lexicon_rules)),
        targets(targets_of(options)),
        notes(study.notes) {}

  corpus::study study;
  material_options options;
  corpus::grouping groups;
  tokens::term_rules rules;
  tokens::term_rules lexicon_rules;
  std::vector<tokens::lexicon> lexicons;
  std::vector<tokens::lexicon_matcher> matchers;
  tokens::target_list targets;
  mutable std::vector<target_hit> hits;
  mutable std::once_flag hits_found;
  std::vector<std::string> notes;
  tokens::token_stream stream;
  mutable corpus::features features;  // of texts: when first asked for
  mutable std::once_flag features_counted;
  mutable std::array<counted, 2> choices;
  mutable tokens::text_reuse reuse;
  mutable std::once_flag reuse_found;

  bool counts_only = false;
  bool stream_only = false;  // so far nobody asked for segments

  [[nodiscard]] bool can_do_without_order() const {
    return study.has_texts() && options.ngrams == 1 && options.terms.phrases.empty() && !options.drop_reused;
  }

  void read() {
    if (study.has_texts()) {
      read_texts();
    } else {
      read_features();
    }
  }

  void read_texts() {
    stream = tokens::tokenise(study, options.segmentation, rules);
    if (options.drop_reused) drop_reused();
  }

  const corpus::features& all_features() const {
    if (study.has_texts()) std::call_once(features_counted, [&] { count_features(); });
    return features;
  }

  void count_features() const {
    features = tokens::features_of(stream);
    auto phrases = tokens::find_lexicon_phrases(stream, matchers, lexicon_rules);
    for (std::size_t i = 0; i < phrases.size(); ++i) features.documents[i].phrases = std::move(phrases[i]);
    add_target_phrases();
    features.has_phrases = true;
    if (options.drop_reused) remove_reused(features);
  }

  const tokens::text_reuse& find_reuse() const {
    std::call_once(reuse_found, [&] { reuse = tokens::find_reuse(stream, lexicon_rules, options.reuse); });
    return reuse;
  }

  void drop_reused() {
    const std::size_t before = running_words(stream, rules, options.zones);
    tokens::mark_reused(stream, find_reuse().passages, options.reuse.zones);
    notes.push_back(
        fmt::format("--reuse drop: {} of {} tokens in zone {} stand in passages that documents share, and do not count",
                    before - running_words(stream, rules, options.zones), before, options.zones.to_string()));
  }

  void add_target_phrases() const {
    if (targets.aliases.empty()) return;
    const tokens::target_finder finder(targets, options.terms);
    const auto phrases = tokens::find_target_phrases(stream, finder);
    for (std::size_t i = 0; i < phrases.size(); ++i) {
      auto& all = features.documents[i].phrases;
      all.insert(all.end(), phrases[i].begin(), phrases[i].end());
    }
  }

  void read_features() {
    if (options.drop_reused) {
      throw data_error(study.folder.string(), "has features only; --reuse drop needs word order",
                       "Give the texts, or extract their features with --reuse drop.");
    }
    if (options.ngrams > 1) {
      throw data_error(study.folder.string(), "has features only; word n-grams need word order", "Give the texts.");
    }
    if (!options.segmentation.token_pattern.empty()) {
      throw data_error(study.folder.string(), "has features only; --token-pattern needs the texts",
                       "Its tokens are what they were when the features were extracted.");
    }
    features = corpus::read_features(study);
    note_uncounted_phrases();
  }

  void note_uncounted_phrases() {
    if (features.has_phrases) return;
    std::size_t n_phrases = 0;
    for (const auto& l : lexicons) {
      for (const auto& entry : l.entries) n_phrases += entry.words.size() > 1 ? 1U : 0U;
    }
    if (n_phrases > 0) {
      notes.push_back(
          fmt::format("{} phrases of the lexicons are not counted: they need word order, and the study has "
                      "features without lexicon_phrases.csv",
                      n_phrases));
    }
  }

  const counted& choose(term_choice choice) const {
    counted& chosen = choices[static_cast<std::size_t>(choice)];
    std::call_once(chosen.built, [&] {
      chosen.rules = std::make_unique<tokens::term_rules>(choice == term_choice::content ? content_options(options)
                                                                                         : options.terms);
      if (counts_only) {
        chosen.packed = counts::count_terms(
            tokens::count_words(study, options.segmentation.token_pattern, options.zones), names(), *chosen.rules);
        return;
      }
      const bool grams = options.ngrams > 1;
      if (grams) chosen.ngrams = tokens::ngrams_of(stream, *chosen.rules, options.ngrams);
      corpus::features of_documents;
      if (stream_only && !grams) of_documents = tokens::document_counts_of(stream);
      const corpus::features& f = grams ? chosen.ngrams : stream_only ? of_documents : all_features();
      chosen.terms.emplace(f.types, grams ? nullptr : chosen.rules.get());
      chosen.dfm = counts::build_dfm(f, names(), *chosen.terms, options.zones);
    });
    return chosen;
  }

  [[nodiscard]] std::vector<std::string> names() const {
    std::vector<std::string> result;
    for (const auto& d : study.documents) result.push_back(d.name);
    return result;
  }

  void note_empty_documents(term_choice choice) {
    const auto& tokens = choose(choice).tokens();
    note_empty_documents([&](std::size_t i) { return tokens[static_cast<Eigen::Index>(i)] > 0; });
  }

  // The same without counting.
  void note_empty_documents_of_stream() {
    if (options.ngrams > 1) return note_empty_documents(term_choice::all);
    const counts::term_index terms(stream.types, &rules);
    const auto counts = [&](const tokens::token& t) {
      return options.zones.contains(stream.voices[t.voice].kind) && terms.tokens(t.type) > 0;
    };
    note_empty_documents(
        [&](std::size_t i) { return std::any_of(stream.documents[i].begin(), stream.documents[i].end(), counts); });
  }

  template <class HasTokens>
  void note_empty_documents(const HasTokens& has_tokens) {
    for (std::size_t i = 0; i < study.documents.size(); ++i) {
      if (has_tokens(i)) continue;
      notes.push_back(fmt::format("document \"{}\" has no tokens in zone {}; its rates do not exist",
                                  study.documents[i].name, options.zones.to_string()));
    }
  }
};

material::material(corpus::study s, material_options options)
    : state_(std::make_unique<state>(std::move(s), std::move(options))) {
  state_->read();
  static_cast<void>(state_->all_features());  // not first from within a parallel loop
  state_->note_empty_documents(term_choice::all);
}

material::material(std::unique_ptr<state> made) : state_(std::move(made)) {}

material material::of_counts(corpus::study s, material_options options, term_choice wanted) {
  auto made = std::make_unique<state>(std::move(s), std::move(options));
  made->counts_only = made->can_do_without_order();
  if (!made->counts_only) made->read();
  made->note_empty_documents(wanted);
  return material(std::move(made));
}

material material::of_stream(corpus::study s, material_options options) {
  if (!s.has_texts()) return {std::move(s), std::move(options)};
  auto made = std::make_unique<state>(std::move(s), std::move(options));
  made->stream_only = true;
  made->read();
  made->note_empty_documents_of_stream();
  return material(std::move(made));
}

material::~material() = default;
material::material(material&&) noexcept = default;

const corpus::study& material::study() const {
  return state_->study;
}
const material_options& material::options() const {
  return state_->options;
}
const corpus::grouping& material::groups() const {
  return state_->groups;
}
std::size_t material::n_documents() const {
  return state_->study.documents.size();
}
const corpus::features& material::features() const {
  return state_->all_features();
}
const tokens::term_rules& material::rules() const {
  return state_->rules;
}
const tokens::term_rules& material::lexicon_rules() const {
  return state_->lexicon_rules;
}
const std::vector<tokens::lexicon>& material::lexicons() const {
  return state_->lexicons;
}
const std::vector<tokens::lexicon_matcher>& material::lexicon_matchers() const {
  return state_->matchers;
}
const std::vector<target_hit>& material::target_hits() const {
  std::call_once(state_->hits_found, [&] { state_->hits = find_target_hits(*this, basis_for(*this)); });
  return state_->hits;
}
const tokens::target_list& material::targets() const {
  return state_->targets;
}
const std::vector<std::string>& material::notes() const {
  return state_->notes;
}

const std::string& material::group_of(std::size_t document) const {
  static const std::string none;
  return state_->groups.empty() ? none : state_->groups.groups[state_->groups.group_of[document]];
}

std::vector<std::string> material::document_names() const {
  return state_->names();
}

const tokens::token_stream& material::stream() const {
  if (!state_->study.has_texts()) {
    throw data_error(state_->study.folder.string(), "has features only; this needs word order", "Give the texts.");
  }
  return state_->stream;
}

const tokens::text_reuse& material::reuse() const {
  static_cast<void>(stream());
  return state_->find_reuse();
}

const counts::dfm& material::dfm(term_choice choice) const {
  return state_->choose(choice).dfm;
}

const counts::dfm& material::kept(term_choice choice) const {
  const counted& chosen = state_->choose(choice);
  const bool all = state_->options.trim.keeps_all();
  if (!all) {
    auto& place = state_->choices[static_cast<std::size_t>(choice)];
    std::call_once(place.cut, [&] { place.trimmed = counts::trim(place.dfm, state_->options.trim); });
  }
  const counts::dfm& m = all ? chosen.dfm : chosen.trimmed;
  require_terms(m.terms);
  return m;
}

const counts::packed_counts& material::rows(term_choice choice) const {
  static_cast<void>(state_->choose(choice));
  counted& chosen = state_->choices[static_cast<std::size_t>(choice)];
  std::call_once(chosen.packed_once, [&] {
    if (state_->counts_only) {
      counts::trim(chosen.packed, state_->options.trim);
    } else {
      chosen.packed = counts::pack(kept(choice));
    }
  });
  require_terms(chosen.packed.terms);
  return chosen.packed;
}

counts::dfm material::trimmed(term_choice choice) const {
  return kept(choice);
}

counts::segment_matrix material::segments(term_choice choice, const std::vector<std::string>& columns) const {
  const counted& chosen = state_->choose(choice);
  const corpus::features& f = state_->options.ngrams > 1 ? chosen.ngrams : state_->all_features();
  return counts::build_segments(f, *chosen.terms, state_->options.zones, columns);
}

}  // namespace isogloss::studies
