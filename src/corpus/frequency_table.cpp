#include "isogloss/corpus/frequency_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fstream>
#include <set>
#include <sstream>

#include "isogloss/base/errors.hpp"
#include "isogloss/base/files.hpp"
#include "isogloss/text/encoding.hpp"
#include "isogloss/text/utf8.hpp"

namespace isogloss::corpus {
namespace {

constexpr std::size_t most_problems = 20;

struct cell {
  std::string text;
  bool quoted;
};

// The cells of a line; one without an end quotation mark is taken to the end.
std::vector<cell> cells_of(const std::string& line) {
  std::vector<cell> cells;
  std::size_t at = 0;
  const auto is_blank = [&] { return line[at] == ' ' || line[at] == '\t' || line[at] == '\r'; };
  for (;;) {
    while (at < line.size() && is_blank()) ++at;
    if (at == line.size()) return cells;
    cell& c = cells.emplace_back(cell{{}, line[at] == '"'});
    if (c.quoted) {
      for (++at; at < line.size() && line[at] != '"'; ++at) {
        if (line[at] == '\\' && at + 1 < line.size()) ++at;
        c.text += line[at];
      }
      if (at < line.size()) ++at;
    } else {
      while (at < line.size() && !is_blank()) c.text += line[at++];
    }
  }
}

bool read_number(const std::string& text, double& value) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() && std::isfinite(value) && value >= 0;
}

// What R writes for a number, one that is no frequency among them.
bool is_numeric(const cell& c) {
  if (c.quoted) return false;
  double value = 0;
  const auto [end, error] = std::from_chars(c.text.data(), c.text.data() + c.text.size(), value);
  return c.text == "NA" || (end == c.text.data() + c.text.size() && error != std::errc::invalid_argument);
}

void add_line(frequency_table& t, const std::vector<cell>& cells, const std::string& where,
              std::vector<problem>& problems) {
  if (cells.size() != t.documents.size() + 1) {
    problems.push_back(
        {where,
         fmt::format("has {} cells, but {} documents are named in the first line", cells.size(), t.documents.size()),
         "Each line has a term and a frequency for every document."});
    return;
  }
  t.terms.push_back(cells[0].text);
  for (std::size_t i = 1; i < cells.size(); ++i) {
    double value = 0;
    if (!read_number(cells[i].text, value)) {
      problems.push_back({where, fmt::format("\"{}\" is not a frequency", cells[i].text),
                          "Frequencies are per cent of words, 0 or more."});
    }
    t.per_cent.push_back(value);
  }
}

void require_different(const std::vector<std::string>& names, const std::filesystem::path& path,
                       std::vector<problem>& problems) {
  std::set<std::string> known;
  for (const auto& name : names) {
    if (known.insert(name).second) continue;
    problems.push_back({path.string(), fmt::format("\"{}\" stands twice", name), "Rename one of them."});
  }
}

}  // namespace

bool is_frequency_table(const std::filesystem::path& file) {
  if (file.extension() != ".txt" || !std::filesystem::is_regular_file(file)) return false;
  std::ifstream in(file, std::ios::binary);
  std::string first, second;
  std::getline(in, first);
  std::getline(in, second);
  first.erase(0, text::byte_order_mark_size(first));
  const auto names = cells_of(first);
  const auto row = cells_of(second);
  if (names.empty() || row.size() < 2 || !row[0].quoted) return false;
  return std::ranges::all_of(names, &cell::quoted) && std::all_of(row.begin() + 1, row.end(), is_numeric);
}

frequency_table read_frequency_table(const std::filesystem::path& path) {
  std::istringstream lines(text::decode(isogloss::read_file(path), "utf-8", path));
  frequency_table t;
  std::vector<problem> problems;
  std::string line;
  std::getline(lines, line);
  for (auto& c : cells_of(line)) t.documents.push_back(std::move(c.text));
  for (std::size_t number = 2; std::getline(lines, line) && problems.size() < most_problems; ++number) {
    const auto cells = cells_of(line);
    if (!cells.empty()) add_line(t, cells, fmt::format("{}:{}", path.string(), number), problems);
  }
  require_different(t.documents, path, problems);
  require_different(t.terms, path, problems);
  throw_if_any(std::move(problems));
  if (t.terms.empty()) throw data_error(path.string(), "has no terms", "Each line after the first is a term's.");
  return t;
}

}  // namespace isogloss::corpus
