#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "isogloss/base/ids.hpp"
#include "isogloss/base/string_pool.hpp"
#include "isogloss/corpus/study.hpp"

namespace isogloss::corpus {

/// How often a surface form stands in one voice of one segment. Segments count from 1 in each document.
struct feature {
  std::uint32_t segment;
  std::uint32_t voice;  ///< index into features::voices
  type_id type;
  std::uint64_t count;
};

/// How many sentences begin in one zone of one segment.
struct sentence_count {
  std::uint32_t segment;
  zone kind;
  std::uint64_t sentences;
};

/// A phrase of a lexicon as it was found: which entry, and the words that it covered, as written.
/// Kept beside the features because single words do not tell which of them stood together.
struct lexicon_phrase {
  std::uint32_t segment;
  std::uint32_t voice;
  std::string lexicon;
  std::string category;
  std::string pattern;
  std::string words;
  std::uint64_t count;
};

struct document_features {
  std::vector<feature> features;  ///< by segment, voice, type
  std::vector<sentence_count> sentences;
  std::vector<lexicon_phrase> phrases;
};

/// Counts of every document by segment, zone, speaker and surface form: all that an analysis without word order needs.
struct features {
  string_pool types;
  std::vector<voice> voices;
  std::vector<document_features> documents;  ///< parallel to study::documents
  bool has_sentences = false;
  bool has_phrases = false;
};

/// The number of `v` in `voices`, added if it is new.
[[nodiscard]] std::uint32_t voice_index(std::vector<voice>& voices, const voice& v);

/// Reads features.csv (document,segment,zone,token,count and, where kept, speaker), segments.csv
/// (document,segment,zone, sentences) and lexicon_phrases.csv
/// (document,segment,zone,speaker,lexicon,category,pattern,words,count) of `s`. Rows of documents that `s` does not
/// keep are passed over. Rows may stand in any order.
/// @throws data_error  malformed rows with their lines, an unknown document or zone, a document without a row
[[nodiscard]] features read_features(const study& s);

}  // namespace isogloss::corpus
