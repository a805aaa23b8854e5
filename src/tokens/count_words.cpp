#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "isogloss/base/errors.hpp"
#include "isogloss/base/parallel.hpp"
#include "isogloss/base/progress.hpp"
#include "isogloss/corpus/markup.hpp"
#include "isogloss/text/encoding.hpp"
#include "isogloss/text/utf8.hpp"
#include "isogloss/text/words.hpp"
#include "isogloss/tokens/word_counts.hpp"
#include "tokens/document_tokeniser.hpp"
#include "tokens/text_blocks.hpp"
#include "tokens/word_table.hpp"

namespace isogloss::tokens {
namespace {

// A larger document is counted in parts of this size, on several threads.
constexpr std::uint64_t part_bytes = std::uint64_t{1} << 25U;

// What to count: a part of a file, or a document that has to be in memory as a whole.
struct task {
  std::size_t document;
  bool in_blocks;
  std::uint64_t begin;
  std::uint64_t end;
};

bool can_be_read_in_blocks(const corpus::document& d, const std::string& token_pattern) {
  return token_pattern.empty() && d.zones.empty() && !corpus::is_marked_up(d.file) && text::means_utf8(d.encoding);
}

std::uint64_t size_of(const corpus::document& d) {
  std::error_code unreadable;  // as reading it will tell
  const auto size = std::filesystem::file_size(d.file, unreadable);
  return unreadable ? 0 : size;
}

std::uint64_t bytes_of(const corpus::study& s) {
  std::uint64_t bytes = 0;
  for (const auto& d : s.documents) bytes += size_of(d);
  return bytes;
}

std::vector<task> tasks_of(const corpus::study& s, const std::string& token_pattern) {
  std::vector<task> tasks;
  for (std::size_t i = 0; i < s.documents.size(); ++i) {
    const auto& d = s.documents[i];
    const std::uint64_t size = size_of(d);
    if (!can_be_read_in_blocks(d, token_pattern)) {
      tasks.push_back({i, false, 0, 0});
      continue;
    }
    std::uint64_t begin = 0;
    do {
      const std::uint64_t end = size - begin < 2 * part_bytes ? size : begin + part_bytes;
      tasks.push_back({i, true, begin, end});
      begin = end;
    } while (begin < size);
  }
  return tasks;
}

// One thread's: its words, and the means to find them.
class counter {
 public:
  explicit counter(const std::string& token_pattern) : segmenter_(token_pattern), by_pattern_(!token_pattern.empty()) {}

  /// @return  does the text have a word?
  bool count(const corpus::document& d, const task& t, const corpus::zone_set& zones, packed_words& counts) {
    found_ = false;
    if (t.in_blocks) {
      count_blocks(d, t, zones);
    } else {
      count_whole(d, zones);
    }
    pack();
    counts = packed_.take();
    return found_;
  }

  [[nodiscard]] std::vector<std::string> words() const { return table_.words(); }

 private:
  void count_blocks(const corpus::document& d, const task& t, const corpus::zone_set& zones) {
    text_blocks blocks(d.file, t.begin, t.end);
    bool first = t.begin == 0;
    for (std::string_view block = blocks.next(); !block.empty(); block = blocks.next()) {
      if (text::find_invalid_utf8(block)) {
        static_cast<void>(corpus::read_text(d));  // says where, and what may be done
        throw data_error(d.file.string(), "changed while it was read", "Run the command again.");
      }
      if (std::exchange(first, false)) block.remove_prefix(text::byte_order_mark_size(block));
      add(block, zones.contains(corpus::zone::body));
    }
  }

  void count_whole(const corpus::document& d, const corpus::zone_set& zones) {
    std::string text = corpus::read_text(d);
    const std::size_t size = text.size();
    text.resize(size + word_table::padding);
    corpus::for_each_passage({text.data(), size}, d.zones, [&](std::size_t begin, std::size_t end, const auto& voice) {
      add(std::string_view(text).substr(begin, end - begin), zones.contains(voice.kind));
    });
  }

  void add(std::string_view passage, bool counts) {
    segmenter_.for_each_batch(passage, [&](std::size_t offset, std::span<const text::word_span> words) {
      found_ = found_ || !words.empty();
      if (!counts) return;
      if (not_packed_ + words.size() > most_not_packed) pack();
      not_packed_ += words.size();
      if (by_pattern_) {
        for (const auto w : words) table_.add(passage.substr(offset + w.begin, w.end - w.begin));
      } else {
        table_.add(passage.data() + offset, words);
      }
    });
  }

  void pack() {
    packed_.reserve(table_.n_touched());
    table_.take([&](std::uint32_t word, std::uint32_t count) { packed_.add(word, count); });
    not_packed_ = 0;
  }

  static constexpr std::uint64_t most_not_packed = ~std::uint32_t{0};  // as the table says

  text::word_segmenter segmenter_;
  bool by_pattern_;
  word_table table_;
  std::uint64_t not_packed_ = 0;
  packed_words::writer packed_;
  bool found_ = false;
};

void require_words(const corpus::study& s, const std::vector<bool>& found,
                   std::vector<std::vector<problem>>& problems) {
  for (std::size_t i = 0; i < found.size(); ++i) {
    if (!found[i] && problems[i].empty()) problems[i] = {without_words(s.documents[i])};
  }
}

}  // namespace

word_counts count_words(const corpus::study& s, const std::string& token_pattern, const corpus::zone_set& zones) {
  static_cast<void>(text::word_segmenter(token_pattern));  // a bad pattern is one problem, not one a document
  const auto tasks = tasks_of(s, token_pattern);
  const progress_stage reading({"counting words", "bytes"}, bytes_of(s));
  std::vector<std::unique_ptr<counter>> counters(most_workers());
  word_counts result;
  result.parts.resize(tasks.size());
  std::vector<char> found(tasks.size(), 0);
  std::vector<std::vector<problem>> problems(tasks.size());
  parallel_for_workers(tasks.size(), [&](std::size_t i, std::size_t worker) {
    auto& mine = counters[worker];
    if (!mine) mine = std::make_unique<counter>(token_pattern);
    const std::size_t document = tasks[i].document;
    result.parts[i] = {document, worker, {}};
    try {
      found[i] = mine->count(s.documents[document], tasks[i], zones, result.parts[i].counts) ? 1 : 0;
      reading.advance(tasks[i].in_blocks ? tasks[i].end - tasks[i].begin : size_of(s.documents[document]));
    } catch (const data_error& error) {
      problems[i] = error.problems();
    }
  });

  std::vector<bool> has_words(s.documents.size(), false);
  std::vector<std::vector<problem>> of_document(s.documents.size());
  for (std::size_t i = 0; i < tasks.size(); ++i) {
    const std::size_t document = tasks[i].document;
    has_words[document] = has_words[document] || found[i] != 0;
    if (of_document[document].empty()) of_document[document] = std::move(problems[i]);
  }
  require_words(s, has_words, of_document);
  throw_if_any(joined(std::move(of_document)));
  result.vocabularies.resize(counters.size());
  parallel_for(counters.size(), [&](std::size_t i) {
    if (!counters[i]) return;
    result.vocabularies[i] = counters[i]->words();
    counters[i].reset();
  });
  return result;
}

}  // namespace isogloss::tokens
