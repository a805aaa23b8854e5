#include "isogloss/tokens/token_stream.hpp"

#include <atomic>
#include <filesystem>

#include "isogloss/base/errors.hpp"
#include "isogloss/base/parallel.hpp"
#include "isogloss/base/progress.hpp"
#include "isogloss/text/sentences.hpp"
#include "isogloss/text/utf8.hpp"
#include "isogloss/text/words.hpp"
#include "tokens/document_tokeniser.hpp"
#include "tokens/phrase_joiner.hpp"
#include "tokens/stream_builder.hpp"

namespace isogloss::tokens {
namespace {

// A segment ends with the sentence in which it reaches its size, at twice its size where no sentence ends before; a
// rest of less than half a segment goes with the one before.
void number_segments(token_list& tokens, const std::vector<bool>& counted, std::size_t size) {
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
    for (std::size_t i = tokens.size(); i > 0 && tokens[i - 1].segment == segment; --i)
      tokens[i - 1].segment = segment - 1;
  }
}

std::uint64_t size_of(const corpus::document& d) {
  std::error_code unreadable;  // as reading it will tell
  const auto size = std::filesystem::file_size(d.file, unreadable);
  return unreadable ? 0 : size;
}

token_stream tokenise_all(const corpus::study& s, const segmentation_options& options) {
  const std::size_t n = s.documents.size();
  std::uint64_t bytes = 0;
  for (const auto& d : s.documents) bytes += size_of(d);
  const progress_stage reading({"reading", "bytes"}, bytes);
  stream_builder stream(options.memory);
  std::vector<std::vector<problem>> problems(n);
  std::atomic<std::size_t> next = 0;  // threads take documents in their order, so that few wait for those before them
  parallel_for(n, [&](std::size_t) {
    const std::size_t i = next++;
    try {
      stream.add(i, tokenise_document(s.documents[i], options.token_pattern, {reading, size_of(s.documents[i])}));
    } catch (const data_error& error) {
      problems[i] = error.problems();
      stream.give_up();
    }
  });
  throw_if_any(joined(std::move(problems)));
  return stream.finish();
}

}  // namespace

token_stream tokenise(const corpus::study& s, const segmentation_options& options, const term_rules& rules) {
  const std::size_t n = s.documents.size();
  static_cast<void>(text::word_segmenter(options.token_pattern));  // a bad pattern is one problem, not one a document
  token_stream stream = tokenise_all(s, options);
  join_phrases(stream, rules);

  std::vector<bool> counted(stream.types.size());
  for (std::size_t i = 0; i < counted.size(); ++i) counted[i] = rules.is_counted(stream.types[i]);
  parallel_for(n, [&](std::size_t i) { number_segments(stream.documents[i], counted, options.segment_tokens); });
  return stream;
}

}  // namespace isogloss::tokens
