#include "isogloss/tokens/targets.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "isogloss/base/errors.hpp"
#include "isogloss/corpus/csv_file.hpp"
#include "isogloss/text/characters.hpp"

namespace isogloss::tokens {
namespace {

bool has_capital(std::string_view pattern) {
  for (std::size_t at = 0; at < pattern.size();) {
    const auto c = text::character_at(pattern, at);
    if (text::is_uppercase(c.code)) return true;
    at = c.end;
  }
  return false;
}

bool matches_everything(const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(),
                     [](const auto& word) { return word.find_first_not_of("*?") == std::string::npos; });
}

class builder {
 public:
  void add(const std::string& where, const std::string& target, const std::string& pattern,
           const pattern_options& options) {
    target_alias alias{0, pattern, cut_pattern(pattern, options), options.keep_case};
    if (target.empty() || pattern.empty()) {
      fail(where, "target or pattern is empty", "Fill both in, or remove the row.");
      return;
    }
    if (alias.words.empty()) {
      fail(where, fmt::format("pattern \"{}\" has no word", pattern),
           "Give it letters; with --token-pattern, such as that matches.");
      return;
    }
    if (matches_everything(alias.words)) {
      fail(where, fmt::format("pattern \"{}\" matches every word", pattern), "Give it letters of its own.");
      return;
    }
    const auto [same, is_new] = seen_.emplace(std::pair(alias.keeps_case, alias.words), target);
    if (!is_new) {
      fail(where, fmt::format("pattern \"{}\" stands twice, for \"{}\" and for \"{}\"", pattern, same->second, target),
           "A name can mean one target only: remove one.");
      return;
    }
    alias.target = target_index(target);
    list_.aliases.push_back(std::move(alias));
  }

  target_list finish(const std::filesystem::path& path) {
    throw_if_any(std::move(problems_));
    if (list_.aliases.empty()) throw data_error(path.string(), "names no target", "Add rows, or remove the file.");
    return std::move(list_);
  }

 private:
  void fail(const std::string& where, std::string what, std::string remedy) {
    problems_.push_back({where, std::move(what), std::move(remedy)});
  }

  std::size_t target_index(const std::string& target) {
    const auto [found, is_new] = indexes_.emplace(target, list_.names.size());
    if (is_new) list_.names.push_back(target);
    return found->second;
  }

  target_list list_;
  std::map<std::string, std::size_t> indexes_;
  std::map<std::pair<bool, std::vector<std::string>>, std::string> seen_;
  std::vector<problem> problems_;
};

}  // namespace

target_list read_targets(const std::filesystem::path& path, text::normalisation form,
                         const std::string& token_pattern) {
  const corpus::csv_file file(path);
  const std::size_t target = file.column("target");
  const std::size_t pattern = file.column("pattern");
  builder targets;
  for (const auto& row : file.rows()) {
    const std::string& written = row.cells[pattern];
    targets.add(file.where(row), row.cells[target], written, {false, has_capital(written), form, token_pattern});
  }
  return targets.finish(path);
}

}  // namespace isogloss::tokens
