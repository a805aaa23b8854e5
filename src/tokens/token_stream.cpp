#include "isogloss/tokens/token_stream.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <limits>

#include "isogloss/base/errors.hpp"
#include "isogloss/base/parallel.hpp"
#include "isogloss/base/progress.hpp"
#include "isogloss/text/sentences.hpp"
#include "isogloss/text/utf8.hpp"
#include "isogloss/text/words.hpp"
#include "tokens/document_tokeniser.hpp"
#include "tokens/phrase_joiner.hpp"

namespace isogloss::tokens {
namespace {

constexpr std::size_t most_voices = std::numeric_limits<std::uint16_t>::max();

// Numbers the types and voices of one document anew, in the order in which the documents come: no thread shows in it.
void append(token_stream& stream, document_tokens&& document) {
  std::vector<type_id> types(document.types.size());
  for (std::size_t i = 0; i < types.size(); ++i) types[i] = static_cast<type_id>(stream.types.add(document.types[i]));
  std::vector<std::uint16_t> voices;
  for (const auto& v : document.voices) {
    const auto number = voice_index(stream.voices, v);
    if (number >= most_voices) {
      throw data_error("zones.csv", fmt::format("has more than {} speakers", most_voices), "Leave minor ones out.");
    }
    voices.push_back(static_cast<std::uint16_t>(number));
  }
  for (auto& t : document.tokens) {
    t.type = types[index(t.type)];
    t.voice = voices[t.voice];
  }
  stream.documents.push_back(std::move(document.tokens));
}

// A segment ends with the sentence in which it reaches its size, at twice its size where no sentence ends before; a
// rest of less than half a segment goes with the one before.
void number_segments(std::vector<token>& tokens, const std::vector<bool>& counted, std::size_t size) {
  std::uint32_t segment = 1;
  std::size_t in_segment = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const bool sentence_ends = i > 0 && tokens[i].sentence != tokens[i - 1].sentence;
    if ((in_segment >= size && sentence_ends) || in_segment >= 2 * size) {
      ++segment;
      in_segment = 0;
    }
    tokens[i].segment = segment;
    in_segment += counted[index(tokens[i].type)] ? 1U : 0U;
  }
  if (segment > 1 && 2 * in_segment < size) {
    for (auto t = tokens.rbegin(); t != tokens.rend() && t->segment == segment; ++t) t->segment = segment - 1;
  }
}

std::uint64_t size_of(const corpus::document& d) {
  std::error_code unreadable;  // as reading it will tell
  const auto size = std::filesystem::file_size(d.file, unreadable);
  return unreadable ? 0 : size;
}

std::vector<document_tokens> tokenise_all(const corpus::study& s, const std::string& token_pattern) {
  const std::size_t n = s.documents.size();
  std::uint64_t bytes = 0;
  for (const auto& d : s.documents) bytes += size_of(d);
  const progress_stage reading({"reading", "bytes"}, bytes);
  std::vector<document_tokens> documents(n);
  std::vector<std::vector<problem>> problems(n);
  parallel_for(n, [&](std::size_t i) {
    try {
      documents[i] = tokenise_document(s.documents[i], token_pattern, {reading, size_of(s.documents[i])});
    } catch (const data_error& error) {
      problems[i] = error.problems();
    }
  });
  throw_if_any(joined(std::move(problems)));
  return documents;
}

}  // namespace

token_stream tokenise(const corpus::study& s, const segmentation_options& options, const term_rules& rules) {
  const std::size_t n = s.documents.size();
  static_cast<void>(text::word_segmenter(options.token_pattern));  // a bad pattern is one problem, not one a document
  auto documents = tokenise_all(s, options.token_pattern);

  token_stream stream;
  for (auto& document : documents) append(stream, std::move(document));
  join_phrases(stream, rules);

  std::vector<bool> counted(stream.types.size());
  for (std::size_t i = 0; i < counted.size(); ++i) counted[i] = rules.is_counted(stream.types[i]);
  parallel_for(n, [&](std::size_t i) { number_segments(stream.documents[i], counted, options.segment_tokens); });
  return stream;
}

}  // namespace isogloss::tokens
