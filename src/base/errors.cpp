#include "isogloss/base/errors.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace isogloss {
namespace {

std::string lines(const std::vector<problem>& problems) {
  std::string text;
  for (const auto& p : problems) {
    if (!text.empty()) text += '\n';
    text += to_string(p);
  }
  return text;
}

}  // namespace

std::string to_string(const problem& p) {
  std::string text = p.where.empty() ? p.what : p.where + ": " + p.what;
  if (!text.empty() && text.back() != '.' && text.back() != '?') text += '.';
  if (!p.remedy.empty()) text += ' ' + p.remedy;
  return text;
}

data_error::data_error(std::vector<problem> problems)
    : std::runtime_error(lines(problems)), problems_(std::move(problems)) {}

data_error::data_error(std::string where, std::string what, std::string remedy)
    : data_error({problem{std::move(where), std::move(what), std::move(remedy)}}) {}

std::vector<problem> joined(std::vector<std::vector<problem>> problems) {
  std::vector<problem> all;
  for (auto& some : problems) std::move(some.begin(), some.end(), std::back_inserter(all));
  return all;
}

void throw_if_any(std::vector<problem> problems) {
  if (!problems.empty()) throw data_error(std::move(problems));
}

}  // namespace isogloss
