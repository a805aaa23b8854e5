#include "isogloss/corpus/long_form.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <fstream>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>

#include "isogloss/base/errors.hpp"
#include "isogloss/corpus/csv_file.hpp"

namespace isogloss::corpus {
namespace {

constexpr std::size_t most_problems = 20;

std::optional<std::uint64_t> whole_number(const std::string& text) {
  std::uint64_t n = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), n);
  if (error != std::errc() || end != text.data() + text.size() || n == 0) return std::nullopt;
  return n;
}

std::set<std::string> words_of(const std::string& header) {
  std::set<std::string> words;
  std::string word;
  for (const char c : header + ',') {
    if (c == ',') {
      words.insert(std::exchange(word, {}));
    } else if (c != '"' && c != '\r' && c != '\n') {
      word += c;
    }
  }
  return words;
}

}  // namespace

bool is_long_form(const std::filesystem::path& file) {
  if (file.extension() != ".csv" || !std::filesystem::is_regular_file(file)) return false;
  std::ifstream in(file, std::ios::binary);
  std::string header;
  std::getline(in, header);
  if (header.starts_with("\xEF\xBB\xBF")) header.erase(0, 3);
  const auto words = words_of(header);
  return words.contains("doc_id") && words.contains("term") && words.contains("n");
}

study study_of_long_form(const std::filesystem::path& path) {
  const csv_file file(path);
  const std::size_t name = file.column("doc_id");
  study s;
  s.folder = path.parent_path();
  s.files.features = path;
  s.columns = {"document"};
  std::set<std::string> known;
  std::vector<problem> problems;
  for (const auto& row : file.rows()) {
    const std::string& document = row.cells[name];
    if (document.empty() && problems.size() < most_problems) {
      problems.push_back({file.where(row), "names no document", "Fill in column \"doc_id\"."});
    }
    if (document.empty() || !known.insert(document).second) continue;
    corpus::document d;
    d.name = document;
    d.metadata = {document};
    s.documents.push_back(std::move(d));
  }
  throw_if_any(std::move(problems));
  if (s.documents.empty()) throw data_error(path.string(), "has no rows", "Each row counts a term of a document.");
  return s;
}

features read_long_form(const study& s) {
  const csv_file file(s.files.features);
  const std::size_t name = file.column("doc_id");
  const std::size_t term = file.column("term");
  const std::size_t count = file.column("n");
  std::unordered_map<std::string, std::size_t> places;
  for (std::size_t i = 0; i < s.documents.size(); ++i) places.emplace(s.documents[i].name, i);
  features result;
  result.documents.resize(s.documents.size());
  const std::uint32_t own = voice_index(result.voices, {zone::body, ""});
  std::vector<problem> problems;
  for (const auto& row : file.rows()) {
    const auto n = whole_number(row.cells[count]);
    if (!n || row.cells[term].empty()) {
      if (problems.size() < most_problems) {
        problems.push_back({file.where(row), n ? "names no term" : fmt::format("n is \"{}\"", row.cells[count]),
                            "Each row has a term and how often it occurs, a whole number above 0."});
      }
      continue;
    }
    const auto found = places.find(row.cells[name]);
    if (found == places.end()) continue;
    const auto type = static_cast<type_id>(result.types.add(row.cells[term]));
    result.documents[found->second].features.push_back({1, own, type, *n});
  }
  throw_if_any(std::move(problems));
  for (auto& document : result.documents) {
    std::sort(document.features.begin(), document.features.end(),
              [](const feature& a, const feature& b) { return a.type < b.type; });
  }
  return result;
}

}  // namespace isogloss::corpus
