#include <algorithm>
#include <bit>
#include <functional>
#include <memory>
#include <utility>

#include "counts/row_counter.hpp"
#include "isogloss/base/parallel.hpp"
#include "isogloss/counts/packed_counts.hpp"

namespace isogloss::counts {
namespace {

// The words of all vocabularies, each once, and their numbers there.
struct united {
  std::vector<std::string_view> words;
  std::vector<std::vector<std::uint32_t>> number;  // by vocabulary and word
};

// Numbers of words, in a table with a part of each word's hash, so that few words are compared that differ.
class word_numbers {
 public:
  /// @param most  so many words at most
  explicit word_numbers(std::size_t most) : slots_(std::bit_ceil(2 * most + 2)) {}

  /// @param words  by number; a new one is added
  std::uint32_t number(std::string_view word, std::vector<std::string_view>& words) {
    const std::size_t hash = std::hash<std::string_view>{}(word);
    const auto tag = static_cast<std::uint32_t>(hash >> 32U);
    for (std::size_t i = hash & (slots_.size() - 1);; i = (i + 1) & (slots_.size() - 1)) {
      slot& s = slots_[i];
      if (s.number == none) {
        s = {tag, static_cast<std::uint32_t>(words.size())};
        words.push_back(word);
        return s.number;
      }
      if (s.tag == tag && words[s.number] == word) return s.number;
    }
  }

 private:
  static constexpr std::uint32_t none = ~std::uint32_t{0};
  struct slot {
    std::uint32_t tag = 0;
    std::uint32_t number = none;
  };
  std::vector<slot> slots_;
};

united unite(const std::vector<std::vector<std::string>>& vocabularies) {
  united result;
  std::size_t all = 0;
  std::size_t most = 0;
  for (const auto& words : vocabularies) {
    all += words.size();
    most = std::max(most, words.size());
  }
  const bool one_has_all = most == all;  // on one thread; a vocabulary has each word once
  word_numbers numbers(one_has_all ? 0 : all);
  result.words.reserve(most);
  for (const auto& words : vocabularies) {
    auto& number = result.number.emplace_back();
    number.reserve(words.size());
    for (const auto& word : words) {
      if (one_has_all) {
        number.push_back(static_cast<std::uint32_t>(result.words.size()));
        result.words.push_back(word);
      } else {
        number.push_back(numbers.number(word, result.words));
      }
    }
  }
  return result;
}

// What most words are: one term, once.
constexpr std::uint32_t not_simple = ~std::uint32_t{0};

std::vector<std::uint32_t> simple_terms(const std::vector<std::uint32_t>& number, const term_index& terms) {
  std::vector<std::uint32_t> result(number.size(), not_simple);
  for (std::size_t i = 0; i < number.size(); ++i) {
    const auto type = static_cast<type_id>(number[i]);
    const auto& of_type = terms.of_type(type);
    if (terms.tokens(type) == 1 && of_type.size() == 1 && of_type[0].times == 1) result[i] = of_type[0].term;
  }
  return result;
}

// Makes the rows of the documents; the parts are emptied on the way.
class row_maker {
 public:
  row_maker(tokens::word_counts& words, const united& vocabulary, const term_index& terms, std::size_t n_documents)
      : words_(words), vocabulary_(vocabulary), terms_(terms), first_part_(n_documents + 1, words.parts.size()) {
    for (std::size_t i = words.parts.size(); i-- > 0;) first_part_[words.parts[i].document] = i;
    for (std::size_t d = n_documents; d-- > 0;) first_part_[d] = std::min(first_part_[d], first_part_[d + 1]);
    simple_.reserve(vocabulary.number.size());
    for (const auto& number : vocabulary.number) simple_.push_back(simple_terms(number, terms));
  }

  /// @return  the document's running words
  double add(std::size_t document, row_counter& counter) {
    double tokens = 0;
    for (std::size_t i = first_part_[document]; i < first_part_[document + 1]; ++i) {
      auto& part = words_.parts[i];
      const auto& simple = simple_[part.vocabulary];
      part.counts.for_each([&](std::uint64_t word, std::uint64_t n) {
        const auto count = static_cast<double>(n);
        if (simple[word] == not_simple) {
          tokens += add_others(static_cast<type_id>(vocabulary_.number[part.vocabulary][word]), count, counter);
        } else {
          tokens += count;
          counter.add(simple[word], count);
        }
      });
      part.counts = {};
    }
    return tokens;
  }

 private:
  double add_others(type_id type, double count, row_counter& counter) const {
    for (const auto& o : terms_.of_type(type)) counter.add(o.term, static_cast<double>(o.times) * count);
    return terms_.tokens(type) * count;
  }

  tokens::word_counts& words_;
  const united& vocabulary_;
  const term_index& terms_;
  std::vector<std::size_t> first_part_;
  std::vector<std::vector<std::uint32_t>> simple_;  // by vocabulary and word
};

// One thread's.
struct row_tools {
  explicit row_tools(std::size_t n_terms) : counter(n_terms) {}

  packed_counts::row pack() {
    std::uint64_t next = 0;
    writer.reserve(counter.size());
    counter.take([&](std::uint32_t term, double count) {
      writer.add(term - next, static_cast<std::uint64_t>(count));
      next = std::uint64_t{term} + 1;
    });
    return writer.take();
  }

  row_counter counter;
  packed_counts::row::writer writer;
};

}  // namespace

packed_counts count_terms(tokens::word_counts words, const std::vector<std::string>& documents,
                          const tokens::term_rules& rules) {
  const united vocabulary = unite(words.vocabularies);
  const term_index terms(vocabulary.words, &rules);
  row_maker maker(words, vocabulary, terms, documents.size());
  std::vector<packed_counts::row> rows(documents.size());
  Eigen::VectorXd tokens(static_cast<Eigen::Index>(rows.size()));
  std::vector<std::unique_ptr<row_tools>> tools(most_workers());
  parallel_for_workers(rows.size(), [&](std::size_t i, std::size_t worker) {
    auto& mine = tools[worker];
    if (!mine) mine = std::make_unique<row_tools>(terms.terms().size());
    tokens[static_cast<Eigen::Index>(i)] = maker.add(i, mine->counter);
    rows[i] = mine->pack();
  });
  // Words of zones that are not chosen were not counted: every term has a column.
  return {std::move(rows), documents, terms.terms(), std::move(tokens)};
}

}  // namespace isogloss::counts
