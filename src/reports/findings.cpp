#include "reports/findings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace isogloss::reports {
namespace {

constexpr std::size_t most_terms = 3;
constexpr double level = 0.05;

bool against_rest(const table_cells& cells) {
  return !cells.rows_where([&](std::size_t r) { return cells.text(r, "reference") == "rest"; }).empty();
}

bool holds_within(const table_cells& cells, std::size_t r) {
  return cells.number(r, "log_ratio_low") > 0 && cells.number(r, "consistency") == 1;
}

std::string upper_end(double number) {
  return std::isnan(number) ? "up" : fmt::format("to {:.1f}", number);
}

std::string term_sentence(const table_cells& cells, std::size_t r, std::size_t n_others) {
  const auto& target = cells.text(r, "target");
  const auto& reference = cells.text(r, "reference");
  std::string text = fmt::format(
      "“{}” sets {} apart from {}: {:.2f} against {:.2f} in a thousand words (log2 of the ratio {:.1f}, 95 % interval "
      "{:.1f} {}), "
      "and every document of {} is above every document of {}.",
      cells.text(r, "term"), target, reference == "rest" ? "the rest" : reference,
      1e3 * cells.number(r, "target_relative_frequency"), 1e3 * cells.number(r, "reference_relative_frequency"),
      cells.number(r, "log_ratio"), cells.number(r, "log_ratio_low"), upper_end(cells.number(r, "log_ratio_high")),
      target, reference == "rest" ? "the rest" : reference);
  if (n_others > 0) text += fmt::format(" So it is with {} other terms.", n_others);
  return text;
}

finding of_terms_beyond(const table_cells& cells) {
  double smallest = std::numeric_limits<double>::infinity();
  std::vector<std::size_t> rows;
  for (std::size_t r = 0; r < cells.n_rows(); ++r) {
    if (cells.number(r, "q_value") < level) rows.push_back(r);
    // fmin: NaN where nothing can be attained.
    smallest = std::fmin(smallest, cells.number(r, "p_attainable"));
  }
  if (!rows.empty()) {
    std::stable_sort(rows.begin(), rows.end(), [&](std::size_t a, std::size_t b) {
      return cells.number(a, "q_value") < cells.number(b, "q_value");
    });
    std::string names;
    for (std::size_t i = 0; i < std::min<std::size_t>(rows.size(), 5); ++i) {
      names += fmt::format("{}“{}” ({} against {}, q {:.3f})", i == 0 ? "" : ", ", cells.text(rows[i], "term"),
                           cells.text(rows[i], "target"), cells.text(rows[i], "reference"),
                           cells.number(rows[i], "q_value"));
    }
    return {fmt::format("{} of {} differences of terms survive q < 0.05; the surest: {}.", rows.size(), cells.n_rows(),
                        names),
            "keyness", "keyness"};
  }
  if (std::isfinite(smallest) && smallest <= level) {
    return {fmt::format(
                "No term: of {} differences none survives q < 0.05. An exact test of these documents could give a p of "
                "{:.2g} at best, before the correction for so many terms.",
                cells.n_rows(), smallest),
            "keyness", "keyness"};
  }
  const std::string least = std::isfinite(smallest)
                                ? fmt::format("no exact test of them could give a p below {:.2g}", smallest)
                                : std::string("no test of them exists");
  return {fmt::format("Terms: no difference that this few documents could have shown. Of {} differences none survives "
                      "q < 0.05, and {}.",
                      cells.n_rows(), least),
          "keyness", "keyness"};
}

finding of_agreement(const table_cells& cells) {
  std::vector<std::string> layers, parts;
  double smallest = 1, attainable = 1;
  for (std::size_t r = 0; r < cells.n_rows(); ++r) {
    if (std::find(layers.begin(), layers.end(), cells.text(r, "layer")) != layers.end()) continue;
    layers.push_back(cells.text(r, "layer"));
    parts.push_back(fmt::format("{} {:.2f}", layers.back(), cells.number(r, "p_value")));
    smallest = std::fmin(smallest, cells.number(r, "p_value"));
    attainable = std::fmin(attainable, cells.number(r, "p_attainable"));
  }
  std::string list;
  for (const auto& part : parts) list += (list.empty() ? "" : ", ") + part;
  const double corrected = smallest * static_cast<double>(layers.size());
  const std::string question = fmt::format("Are documents of one {} more alike than others? p of PERMANOVA: {}",
                                           cells.text(0, "grouping"), list);
  std::string answer = "; no difference was found.";
  if (corrected < level)
    answer = fmt::format("; at least one layer says so (smallest p times {}: {:.3f}).", layers.size(), corrected);
  else if (attainable > level)
    answer =
        fmt::format("; no difference that this few documents could have shown, since none could give a p below {:.2f}.",
                    attainable);
  return {question + answer, "similarity-" + layers.front(), "agreement"};
}

}  // namespace

std::vector<finding> telling_terms(const plot_context& context) {
  const table* t = find_table(context.tables, "keyness");
  if (t == nullptr) return {};
  const table_cells cells(*t);
  const bool rest = against_rest(cells);
  std::vector<std::string> comparisons;
  std::vector<std::size_t> first, counts;
  for (std::size_t r = 0; r < cells.n_rows(); ++r) {
    if (rest && cells.text(r, "reference") != "rest") continue;
    if (!holds_within(cells, r)) continue;
    const std::string name = cells.text(r, "target") + "\n" + cells.text(r, "reference");
    const auto known = std::find(comparisons.begin(), comparisons.end(), name);
    if (known == comparisons.end()) {
      comparisons.push_back(name);
      first.push_back(r);
      counts.push_back(0);
    } else {
      ++counts[static_cast<std::size_t>(known - comparisons.begin())];
    }
  }
  std::vector<finding> found;
  for (std::size_t i = 0; i < first.size() && i < most_terms; ++i)
    found.push_back({term_sentence(cells, first[i], counts[i]), "keyness", "keyness"});
  return found;
}

std::vector<finding> findings_within(const plot_context& context) {
  auto found = telling_terms(context);
  for (auto& f : telling_stance(context)) found.push_back(std::move(f));
  return found;
}

std::vector<finding> findings_beyond(const plot_context& context) {
  std::vector<finding> found;
  if (const table* t = find_table(context.tables, "keyness")) found.push_back(of_terms_beyond(table_cells(*t)));
  if (const table* t = find_table(context.tables, "agreement")) found.push_back(of_agreement(table_cells(*t)));
  return found;
}

}  // namespace isogloss::reports
