#include "isogloss/tokens/lexicon.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <sstream>

#include "isogloss/base/errors.hpp"
#include "isogloss/base/files.hpp"
#include "isogloss/corpus/csv_file.hpp"
#include "isogloss/text/encoding.hpp"
#include "isogloss/text/normalisation.hpp"
#include "isogloss/text/utf8.hpp"
#include "isogloss/tokens/phrase_trie.hpp"

namespace isogloss::tokens {
namespace {

std::optional<double> number(const std::string& text) {
  double value = 0;
  const char* begin = text.data() + (text.starts_with('+') ? 1 : 0);
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(begin, end, value);
  if (text.starts_with("+-") || error != std::errc{} || stop != end || !std::isfinite(value)) return std::nullopt;
  return value;
}

class builder {
 public:
  explicit builder(const std::filesystem::path& path) { result_.name = path.stem().string(); }

  void add(const std::string& where, const std::string& category, const std::string& pattern, double weight) {
    const std::string folded =
        text::unify_apostrophes(text::fold_case(text::normalise(pattern, text::normalisation::nfc)));
    lexicon_entry entry{0, pattern, pattern_words(folded), weight};
    if (category.empty() || entry.words.empty()) {
      fail(where, "category or pattern is empty", "Fill both in, or remove the row.");
    } else if (matches_everything(entry.words)) {
      fail(where, fmt::format("pattern \"{}\" matches every word", pattern), "Give it letters of its own.");
    } else if (!seen_.emplace(category, entry.words).second) {
      fail(where, fmt::format("pattern \"{}\" stands twice in category \"{}\"", pattern, category), "Remove one.");
    } else {
      entry.category = category_index(category);
      result_.entries.push_back(std::move(entry));
    }
  }

  void fail(const std::string& where, std::string what, std::string remedy) {
    problems_.push_back({where, std::move(what), std::move(remedy)});
  }

  lexicon finish(const std::filesystem::path& path) {
    throw_if_any(std::move(problems_));
    if (result_.entries.empty())
      throw data_error(path.string(), "the lexicon has no entries", "Add some, or remove it.");
    return std::move(result_);
  }

 private:
  static bool matches_everything(const std::vector<std::string>& words) {
    return std::any_of(words.begin(), words.end(),
                       [](const auto& word) { return word.find_first_not_of("*?") == std::string::npos; });
  }

  std::size_t category_index(const std::string& category) {
    auto& names = result_.categories;
    const auto found = std::find(names.begin(), names.end(), category);
    if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
    names.push_back(category);
    return names.size() - 1;
  }

  lexicon result_;
  std::set<std::pair<std::string, std::vector<std::string>>> seen_;
  std::vector<problem> problems_;
};

lexicon read_csv(const std::filesystem::path& path) {
  const corpus::csv_file file(path);
  const std::size_t category = file.column("category");
  const std::size_t pattern = file.column("pattern");
  const auto weight = file.find_column("weight");
  builder entries(path);
  for (const auto& row : file.rows()) {
    const std::string text = weight ? row.cells[*weight] : "1";
    if (const auto value = number(text)) {
      entries.add(file.where(row), row.cells[category], row.cells[pattern], *value);
    } else {
      entries.fail(file.where(row), fmt::format("weight \"{}\" is not a number", text),
                   "Use a number such as -1 or 0.5.");
    }
  }
  return entries.finish(path);
}

// LIWC: "%", lines "number name", "%", lines "pattern number number ...", parted by tabs; patterns may hold spaces.
lexicon read_dic(const std::filesystem::path& path) {
  const std::string content = text::decode(read_file(path), "utf-8", path);
  std::istringstream lines(content.substr(text::byte_order_mark_size(content)));
  builder entries(path);
  std::map<std::string, std::string> categories;
  int percent_signs = 0;
  std::size_t line_number = 0;
  for (std::string line; std::getline(lines, line);) {
    const std::string where = fmt::format("{}:{}", path.string(), ++line_number);
    if (line.ends_with('\r')) line.pop_back();
    if (line.find_first_not_of(" \t") == std::string::npos) continue;
    if (line.starts_with('%')) {
      ++percent_signs;
    } else if (percent_signs == 1) {
      std::istringstream cells(line);
      std::string number, name;
      cells >> number >> name;
      categories[number] = name.substr(0, name.find('('));
    } else if (percent_signs >= 2) {
      const auto tab = std::min(line.find('\t'), line.size());
      std::istringstream numbers(line.substr(tab));
      bool any = false;
      for (std::string number; numbers >> number; any = true) {
        const auto found = categories.find(number);
        if (found == categories.end()) {
          entries.fail(where, fmt::format("category {} is not declared", number), "Declare it between the % signs.");
        } else {
          entries.add(where, found->second, line.substr(0, tab), 1);
        }
      }
      if (!any) entries.fail(where, "names no category", "It is a pattern, a tab and category numbers.");
    } else {
      entries.fail(where, "stands before the categories", "A .dic file begins with a line \"%\".");
    }
  }
  if (percent_signs < 2)
    entries.fail(path.string(), "has no second line \"%\" after the categories", "Put one before the patterns.");
  return entries.finish(path);
}

}  // namespace

lexicon read_lexicon(const std::filesystem::path& path) {
  return path.extension() == ".dic" ? read_dic(path) : read_csv(path);
}

std::vector<lexicon> read_lexicons(const std::vector<std::filesystem::path>& paths) {
  std::vector<lexicon> result;
  std::vector<problem> problems;
  std::set<std::string> names;
  for (const auto& path : paths) {
    try {
      result.push_back(read_lexicon(path));
      if (!names.insert(result.back().name).second) {
        problems.push_back(
            {path.string(), fmt::format("a second lexicon named \"{}\"", result.back().name), "Rename one."});
      }
    } catch (const data_error& error) {
      problems.insert(problems.end(), error.problems().begin(), error.problems().end());
    }
  }
  throw_if_any(std::move(problems));
  return result;
}

}  // namespace isogloss::tokens
