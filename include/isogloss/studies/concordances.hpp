#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "isogloss/corpus/zones.hpp"
#include "isogloss/studies/material.hpp"
#include "isogloss/text/words.hpp"

namespace isogloss::studies {

/// What tables and plots name: a term as it is counted, or a target of targets.csv.
struct concordance_name {
  enum class kind { term, target };
  kind of;
  std::string name;
  friend auto operator<=>(const concordance_name&, const concordance_name&) = default;
};

struct concordances_options {
  std::size_t window = 5;            ///< words on either side, as kwic shows them
  std::size_t most_lines = 60;       ///< of each name
  std::size_t least_lines = 4;       ///< rather than fewer, the last names have none
  std::size_t most_bytes = 1000000;  ///< of passages and lines, about
};

/// What `isogloss kwic` takes to find the same.
struct kwic_pattern {
  std::string written;
  bool regex;
  friend bool operator==(const kwic_pattern&, const kwic_pattern&) = default;
};

/// A line: bytes of its document's passages.
struct concordance_line {
  std::size_t document;
  std::uint32_t voice;  ///< index into voices
  text::range around;
  text::range keyword;
};

struct concordance {
  concordance_name of;
  std::vector<kwic_pattern> patterns;   ///< none: its words are not known
  std::vector<std::size_t> counts;      ///< of each document: hits in the chosen zones
  std::vector<concordance_line> lines;  ///< some of them or all, by document and place
};

struct many_concordances {
  std::vector<corpus::voice> voices;  ///< of the lines
  std::vector<std::string> passages;  ///< of each document: what the lines show, line breaks as spaces; '\n' between
  std::vector<concordance> of;        ///< as they were asked for
  std::size_t lines_each = 0;         ///< the most lines that a name has
};

/// Why there can be none: no word order, or terms that are parts of words; "" where there can.
[[nodiscard]] std::string why_no_concordances(const material& m);

/// Concordances of many names in one walk through the texts: lines as kwic's.
///
/// A term is found by the words that were counted as it: those of its base, of its stem, of its phrase; as kwic does,
/// joined phrases are taken apart. A target is found as target_evidence finds its names.
///
/// Lines are chosen without chance. Each name has as many as `most_bytes` allows, the same number at most for all. They
/// are shared among the groups, then among a group's documents, so that none has two more than another that could have
/// more; where a share is smaller than the documents are many, documents are taken evenly spaced, and so are places
/// within a document.
///
/// @param names  from the most to the least important
/// @throws data_error  see why_no_concordances
[[nodiscard]] many_concordances concordances(const material& m, const std::vector<concordance_name>& names,
                                             const concordances_options& options);

}  // namespace isogloss::studies
