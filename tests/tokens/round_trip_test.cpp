#include <gtest/gtest.h>

#include <map>
#include <tuple>

#include "isogloss/base/philox.hpp"
#include "support/small_study.hpp"

namespace isogloss::tokens {
namespace {

using isogloss::testing::scratch_folder;
using key = std::tuple<std::uint32_t, corpus::voice, std::string>;
using counts = std::map<key, std::uint64_t>;

counts counts_of(const corpus::features& f, std::size_t document) {
  counts result;
  for (const auto& row : f.documents[document].features) {
    result[{row.segment, f.voices[row.voice], f.types[index(row.type)]}] += row.count;
  }
  return result;
}

std::string in_quotes(std::string_view cell) {
  std::string result = "\"";
  for (const char c : cell) result += c == '"' ? "\"\"" : std::string(1, c);
  return result + '"';
}

// features.csv with its rows shuffled, and now and then a row in two halves.
std::string written(const corpus::study& s, const corpus::features& f, philox& random) {
  std::vector<std::string> rows;
  for (std::size_t d = 0; d < s.documents.size(); ++d) {
    for (const auto& row : f.documents[d].features) {
      const auto& v = f.voices[row.voice];
      const std::string start = s.documents[d].name + ',' + std::to_string(row.segment) + ',' +
                                std::string(name(v.kind)) + ',' + in_quotes(f.types[index(row.type)]) + ',';
      const std::string end = ',' + in_quotes(v.speaker);
      const std::uint64_t half = random.below(row.count);
      if (half > 0) rows.push_back(start + std::to_string(half) + end);
      rows.push_back(start + std::to_string(row.count - half) + end);
    }
  }
  for (std::size_t i = rows.size(); i > 1; --i) std::swap(rows[i - 1], rows[random.below(i)]);
  std::string csv = "document,segment,zone,token,count,speaker\n";
  for (const auto& row : rows) csv += row + '\n';
  return csv;
}

TEST(Features, ReadBackAreThoseOfTheTexts) {
  philox random(9, 0, 0);
  const scratch_folder texts;
  const std::string words[] = {"Łódź", "“صح”", "צה\"ל", "1,000", "don’t", "中文", "The", "the", "iron", "curtain"};
  isogloss::testing::named_texts documents;
  for (const char* name : {"a", "b"}) {
    std::string text = "Begin";
    for (int i = 0; i < 300; ++i) text += (random.below(7) == 0 ? ". " : " ") + words[random.below(10)];
    documents.emplace_back(name, text);
  }
  term_options options;
  options.phrases = texts.write("phrases.csv", "phrase\niron curtain\n");
  const auto s =
      isogloss::testing::study_of(texts, documents, "a,0,5,quotation,\"Ann \"\"A\"\" O’Neill, jr.\"\nb,0,5,note,\n");
  const auto f = features_of(tokenise(s, {.token_pattern = "", .segment_tokens = 20}, term_rules(options)));

  const scratch_folder derived;
  derived.write("documents.csv", "document\na\nb\n");
  derived.write("features.csv", written(s, f, random));
  const auto read = corpus::read_features(corpus::open_study(derived.path()));
  ASSERT_EQ(read.documents.size(), 2U);
  for (std::size_t d = 0; d < 2; ++d) {
    EXPECT_GT(counts_of(f, d).size(), 50U);
    EXPECT_EQ(counts_of(read, d), counts_of(f, d));
  }
}

}  // namespace
}  // namespace isogloss::tokens
