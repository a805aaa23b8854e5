#include "matrix_checks.hpp"
#include "tree_walk.hpp"

#include "isogloss/statistics/dendrogram.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <utility>

namespace isogloss::statistics {

namespace {

bool is_plain(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
}

std::string quoted(const std::string& label) {
  if (!label.empty() && std::ranges::all_of(label, is_plain)) return label;
  std::string text(1, '\'');
  for (const char c : label) text.append(c == '\'' ? 2 : 1, c);
  return text + '\'';
}

/// The text of a subtree, its own label included, and its height.
struct subtree {
  std::string text;
  double height = 0;
};

std::string branch(const subtree& child, double height) {
  return child.text + ':' + shown(height - child.height);
}

std::string joined(const subtree& left, const subtree& right, double height) {
  std::string text(1, '(');
  text.append(branch(left, height)).append(1, ',').append(branch(right, height)).append(1, ')');
  return text;
}

std::string support_label(std::span<const double> support, std::size_t step) {
  return support.empty() || std::isnan(support[step]) ? "" : shown(support[step]);
}

void check_support(std::size_t have, std::size_t want) {
  if (have == 0 || have == want) return;
  throw std::invalid_argument("newick: support has " + std::to_string(have) + " values, but must have 0 or " +
                              std::to_string(want) + ", one per merge");
}

}  // namespace

std::string newick(std::span<const merge> merges, std::span<const std::string> labels,
                   std::span<const double> support) {
  check_merges("newick", merges);
  check_one_each("newick", "labels", labels.size(), merges.size() + 1);
  check_support(support.size(), merges.size());
  std::vector<subtree> done;
  const auto take = [&](int node) {
    if (node < 0) return subtree{quoted(labels[static_cast<std::size_t>(-node) - 1]), 0};
    return std::move(done[static_cast<std::size_t>(node) - 1]);
  };
  for (std::size_t step = 0; step < merges.size(); ++step) {
    const auto& m = merges[step];
    done.push_back({joined(take(m.left), take(m.right), m.height) + support_label(support, step), m.height});
  }
  return (done.empty() ? quoted(labels[0]) : done.back().text) + ";\n";
}

}  // namespace isogloss::statistics
