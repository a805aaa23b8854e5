#include "tokens/document_tokeniser.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "isogloss/base/errors.hpp"
#include "isogloss/text/sentences.hpp"
#include "isogloss/text/utf8.hpp"
#include "isogloss/text/words.hpp"

namespace isogloss::tokens {
namespace {

// White space, hyphens and apostrophes: what may stand between the words of a phrase.
bool is_joint(std::string_view gap) {
  constexpr std::array<std::string_view, 24> joints = {" ",      "\n",     "\r",     "\t",     "\v",     "\f",
                                                       "-",      "'",      "\u00A0", "\u2000", "\u2001", "\u2002",
                                                       "\u2003", "\u2004", "\u2005", "\u2006", "\u2007", "\u2008",
                                                       "\u2009", "\u200A", "\u3000", "\u2010", "\u2011", "\u2019"};
  while (!gap.empty()) {
    const auto joint = std::find_if(joints.begin(), joints.end(), [&](auto j) { return gap.starts_with(j); });
    if (joint == joints.end()) return false;
    gap.remove_prefix(joint->size());
  }
  return true;
}

class tokeniser {
 public:
  tokeniser(const corpus::document& d, const std::string& pattern, file_progress& progress)
      : progress_(progress),
        text_(corpus::read_text(d)),
        sentence_starts_(text::sentence_starts(text_, d.language)),
        words_(pattern) {
    corpus::for_each_passage(text_, d.zones, [&](std::size_t begin, std::size_t end, const corpus::voice& v) {
      add_passage(begin, end, v);
    });
  }

  document_tokens result;

 private:
  void add_passage(std::size_t begin, std::size_t end, const corpus::voice& v) {
    const auto voice = static_cast<std::uint16_t>(corpus::voice_index(result.voices, v));
    const std::string_view passage = std::string_view(text_).substr(begin, end - begin);
    bool first = true;
    words_.for_each_word(passage, [&](text::range word) {
      add(begin + word.begin, begin + word.end, voice, std::exchange(first, false));
    });
  }

  void add(std::size_t begin, std::size_t end, std::uint16_t voice, bool first_of_passage) {
    const std::string_view text(text_);
    const bool new_sentence = enter_sentence(begin);
    auto& tokens = result.tokens;
    const bool follows = !tokens.empty() && !new_sentence && !first_of_passage &&
                         is_joint(text.substr(tokens.back().end, begin - tokens.back().end));
    const auto type = static_cast<type_id>(result.types.add(text.substr(begin, end - begin)));
    tokens.push_back({begin, end, type, sentence_, 1, voice, follows});
  }

  // Sentences that hold a token are numbered; was this the first token of one?
  bool enter_sentence(std::size_t begin) {
    bool passed = false;
    while (next_start_ < sentence_starts_.size() && sentence_starts_[next_start_] <= begin) {
      ++next_start_;
      passed = true;
    }
    if (passed) {
      ++sentence_;
      progress_.reach(begin);
    }
    return passed;
  }

  file_progress& progress_;
  std::string text_;
  std::vector<std::size_t> sentence_starts_;
  text::word_segmenter words_;
  std::size_t next_start_ = 0;
  std::uint32_t sentence_ = 0;
};

}  // namespace

problem without_words(const corpus::document& d) {
  return {d.file.string(), fmt::format("document \"{}\" has no tokens", d.name),
          "The text is empty or holds no word; take it out of the study."};
}

document_tokens tokenise_document(const corpus::document& d, const std::string& token_pattern, file_progress progress) {
  document_tokens tokens = tokeniser(d, token_pattern, progress).result;
  progress.finish();
  if (tokens.tokens.empty()) throw data_error({without_words(d)});
  return tokens;
}

}  // namespace isogloss::tokens
