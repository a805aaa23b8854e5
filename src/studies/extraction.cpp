#include "isogloss/studies/extraction.hpp"

#include <algorithm>
#include <tuple>

#include "isogloss/base/errors.hpp"
#include "isogloss/base/progress.hpp"
#include "isogloss/studies/layouts.hpp"

namespace isogloss::studies {
namespace {

using enum column_type;

column_description segment_column() {
  return {"segment", integer, "", "its segment, from 1 in each document"};
}
column_description zone_column() {
  return {"zone", string, "", "body is the author's own voice"};
}
column_description speaker_column() {
  return {"speaker", string, "", "who is quoted, in a quotation"};
}

table features_layout() {
  return {"features",
          "How often each token stands in each voice of each segment; tokens as written, their order destroyed.",
          "document, segment, zone, speaker, token",
          {columns::document(),
           segment_column(),
           zone_column(),
           {"token", string, "", "as written; the words of a joined phrase with single spaces"},
           {"count", integer, "tokens", "occurrences"},
           speaker_column()}};
}

table segments_layout() {
  return {"segments",
          "How many sentences begin in each zone of each segment.",
          "document, segment, zone",
          {columns::document(),
           segment_column(),
           zone_column(),
           {"sentences", integer, "sentences", "sentences whose first token stands there"}}};
}

table phrases_layout() {
  return {"lexicon_phrases",
          "Where entries of the lexicons, and names of targets, that have several words were found.",
          "document, segment, zone, speaker, lexicon, category, pattern, words",
          {columns::document(),
           segment_column(),
           zone_column(),
           speaker_column(),
           {"lexicon", string, "", "the lexicon; targets.csv for a name"},
           {"category", string, "", "the entry's category; the target"},
           {"pattern", string, "", "the entry"},
           {"words", string, "", "the words it covered, as written"},
           {"count", integer, "", "occurrences"}}};
}

// features.csv is read line by line.
void require_one_line(const std::string& where, std::string_view text) {
  if (text.find_first_of("\n\r") == std::string_view::npos) return;
  throw data_error(where, "\"" + std::string(text) + "\" goes over several lines, which features.csv cannot hold",
                   "Rename it, or choose a --token-pattern that stays on a line.");
}

// documents.csv without what belongs to the texts.
table documents_table(const corpus::study& s) {
  std::vector<column_description> described;
  std::vector<std::size_t> kept;
  for (std::size_t i = 0; i < s.columns.size(); ++i) {
    if (s.columns[i] == "file" || s.columns[i] == "encoding") continue;
    kept.push_back(i);
    described.push_back({s.columns[i], string, "", s.columns[i] == "document" ? "the document" : "as in the study"});
  }
  table result("documents", "The documents of the study.", "the order of the study", described);
  for (const auto& d : s.documents) {
    std::vector<std::string> cells;
    for (const std::size_t i : kept) cells.push_back(d.metadata[i]);
    result.add_texts(cells);
  }
  return result;
}

table features_table(const material& m) {
  table result = features_layout();
  const auto& f = m.features();
  for (std::size_t i = 0; i < f.types.size(); ++i) require_one_line("a token", f.types[i]);
  for (const auto& v : f.voices) require_one_line("zones.csv", v.speaker);
  const progress_stage stage({"listing", "documents"}, m.n_documents());
  for (std::size_t i = 0; i < m.n_documents(); ++i) {
    require_one_line("documents.csv", m.study().documents[i].name);
    auto rows = f.documents[i].features;
    const auto key = [&](const corpus::feature& row) {
      return std::tuple(row.segment, name(f.voices[row.voice].kind), std::string_view(f.voices[row.voice].speaker),
                        std::string_view(f.types[index(row.type)]));
    };
    std::sort(rows.begin(), rows.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
    for (const auto& row : rows) {
      const auto& voice = f.voices[row.voice];
      result.add(m.study().documents[i].name, row.segment, name(voice.kind), f.types[index(row.type)], row.count,
                 voice.speaker);
    }
    stage.advance();
  }
  return result;
}

table segments_table(const material& m) {
  table result = segments_layout();
  for (std::size_t i = 0; i < m.n_documents(); ++i) {
    auto rows = m.features().documents[i].sentences;
    const auto key = [](const corpus::sentence_count& row) { return std::tuple(row.segment, name(row.kind)); };
    std::sort(rows.begin(), rows.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
    for (const auto& row : rows) {
      result.add(m.study().documents[i].name, row.segment, name(row.kind), row.sentences);
    }
  }
  return result;
}

table phrases_table(const material& m) {
  table result = phrases_layout();
  const auto& f = m.features();
  for (std::size_t i = 0; i < m.n_documents(); ++i) {
    auto rows = f.documents[i].phrases;
    const auto key = [&](const corpus::lexicon_phrase& row) {
      const auto& voice = f.voices[row.voice];
      return std::tuple(row.segment, name(voice.kind), std::string_view(voice.speaker), std::string_view(row.lexicon),
                        std::string_view(row.category), std::string_view(row.pattern), std::string_view(row.words));
    };
    std::sort(rows.begin(), rows.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
    for (const auto& row : rows) {
      const auto& voice = f.voices[row.voice];
      result.add(m.study().documents[i].name, row.segment, name(voice.kind), voice.speaker, row.lexicon, row.category,
                 row.pattern, row.words, row.count);
    }
  }
  return result;
}

}  // namespace

std::vector<table> extract_layouts() {
  std::vector<table> result;
  result.push_back(features_layout());
  result.push_back(segments_layout());
  result.push_back(phrases_layout());
  return result;
}

std::vector<table> extract(const material& m) {
  std::vector<table> result;
  result.push_back(documents_table(m.study()));
  result.push_back(features_table(m));
  result.push_back(segments_table(m));
  if (m.features().has_phrases && !(m.lexicons().empty() && m.targets().aliases.empty()))
    result.push_back(phrases_table(m));
  return result;
}

}  // namespace isogloss::studies
