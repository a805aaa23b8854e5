#include "studies/comparisons.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "isogloss/base/errors.hpp"
#include "isogloss/corpus/csv_file.hpp"

namespace isogloss::studies {
namespace {

std::string option_of(keyness_by by) {
  switch (by) {
    case keyness_by::group:
      return "--group-by";
    case keyness_by::author:
      return "--author-by";
    case keyness_by::document:
      return "documents.csv";
  }
  return {};
}

std::size_t find_group(const corpus::grouping& g, const std::string& name, const char* option) {
  const auto found = std::find(g.groups.begin(), g.groups.end(), name);
  if (found == g.groups.end()) {
    throw data_error(option, fmt::format("there is no \"{}\"", name),
                     fmt::format("There are: {}.", corpus::join(g.groups)));
  }
  return static_cast<std::size_t>(found - g.groups.begin());
}

// "rest", or "(rest)" where a group has that name.
std::string name_of_rest(const corpus::grouping& g) {
  return std::find(g.groups.begin(), g.groups.end(), "rest") == g.groups.end() ? "rest" : "(rest)";
}

comparison against_rest(const material& m, const corpus::grouping& g, std::size_t target) {
  comparison c{g.groups[target], g.groups.size() == 2 ? g.groups[1 - target] : name_of_rest(g), {}};
  for (std::size_t d = 0; d < m.n_documents(); ++d) {
    c.side_of.push_back(!has_tokens(m, d) ? side::neither : g.group_of[d] == target ? side::target : side::reference);
  }
  return c;
}

comparison of_pair(const material& m, const corpus::grouping& g, std::size_t target, std::size_t reference) {
  comparison c{g.groups[target], g.groups[reference], {}};
  for (std::size_t d = 0; d < m.n_documents(); ++d) {
    const bool in_target = g.group_of[d] == target;
    const bool in_reference = g.group_of[d] == reference;
    c.side_of.push_back(!has_tokens(m, d) ? side::neither
                        : in_target       ? side::target
                        : in_reference    ? side::reference
                                          : side::neither);
  }
  return c;
}

void require_tokens(const std::vector<comparison>& all, const material& m) {
  std::vector<problem> problems;
  for (const auto& c : all) {
    for (const auto& [s, name] : {std::pair{side::target, c.target}, std::pair{side::reference, c.reference}}) {
      if (std::find(c.side_of.begin(), c.side_of.end(), s) != c.side_of.end()) continue;
      problems.push_back({m.study().name,
                          fmt::format("\"{}\" has no tokens in zone {}", name, m.options().zones.to_string()),
                          "Choose other zones with --zones, or leave it out with --where."});
    }
  }
  throw_if_any(std::move(problems));
}

}  // namespace

bool has_tokens(const material& m, std::size_t document) {
  return m.dfm(term_choice::all).tokens[static_cast<Eigen::Index>(document)] > 0;
}

corpus::grouping compared_groups(const material& m, const keyness_options& options) {
  switch (options.by) {
    case keyness_by::group:
      return m.groups();
    case keyness_by::author:
      return corpus::group_by(m.study(), options.author_column);
    case keyness_by::document:
      return corpus::group_by(m.study(), "document");
  }
  return {};
}

std::vector<std::size_t> authors_of(const material& m, const std::string& column) {
  const auto place = m.study().find_column(column);
  std::map<std::string, std::size_t> numbers;
  std::vector<std::size_t> authors;
  for (const auto& d : m.study().documents) {
    const std::string& author = place ? d.metadata[*place] : std::string();
    // An unknown author is nobody else.
    const std::string key = author.empty() ? "document\n" + d.name : "author\n" + author;
    authors.push_back(numbers.emplace(key, numbers.size()).first->second);
  }
  return authors;
}

std::vector<comparison> comparisons(const material& m, const corpus::grouping& g, const keyness_options& options) {
  if (g.empty()) corpus::require_groups(g);
  if (g.groups.size() < 2) {
    throw data_error(option_of(options.by), fmt::format("there is one of \"{}\" only (\"{}\")", g.column, g.groups[0]),
                     "Comparing takes two; choose another column, or other documents with --where.");
  }
  std::vector<comparison> all;
  const bool named_reference = !options.reference.empty() && options.reference != name_of_rest(g);
  if (!options.target.empty()) {
    const std::size_t target = find_group(g, options.target, "--target");
    if (named_reference) {
      const std::size_t reference = find_group(g, options.reference, "--reference");
      if (reference == target) {
        throw data_error("--reference", fmt::format("\"{}\" cannot be compared with itself", options.target));
      }
      all.push_back(of_pair(m, g, target, reference));
    } else {
      all.push_back(against_rest(m, g, target));
    }
  } else {
    if (named_reference)
      throw data_error("--reference", "is given without --target", "Name the group of interest too.");
    for (std::size_t target = 0; target < g.groups.size(); ++target) all.push_back(against_rest(m, g, target));
    for (std::size_t a = 0; options.pairs && g.groups.size() > 2 && a < g.groups.size(); ++a) {
      for (std::size_t b = a + 1; b < g.groups.size(); ++b) all.push_back(of_pair(m, g, a, b));
    }
  }
  require_tokens(all, m);
  return all;
}

}  // namespace isogloss::studies
