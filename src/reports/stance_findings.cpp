#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <optional>

#include "reports/findings.hpp"

namespace isogloss::reports {
namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

// The names of a table's columns.
struct measured {
  std::string by_group, by_document;  // tables
  std::vector<std::string> subject;   // what is measured: "lexicon" and "category", or "target"
  std::string value;
  std::string counted;  // 0: nothing was there to be measured
};

struct extent {
  std::string group;
  double value = 0, low = 0, high = 0;            // of the group
  double least = infinite, greatest = -infinite;  // of its documents
};

struct difference {
  std::string subject;
  extent group;
  double others = 0;  // the nearest end of another group's interval
  double gap = 0;     // from interval to interval, by the half width of both: how clear it is
  bool above = true;
};

std::string subject_of(const table_cells& cells, std::size_t r, const measured& m) {
  return cells.text(r, m.subject.back()) + (m.subject.size() > 1 ? " (" + cells.text(r, m.subject.front()) + ")" : "");
}

std::map<std::string, std::vector<extent>> extents(const plot_context& context, const measured& m) {
  const table_cells groups(*find_table(context.tables, m.by_group));
  const table_cells documents(*find_table(context.tables, m.by_document));
  std::map<std::string, std::vector<extent>> result;
  for (std::size_t r = 0; r < groups.n_rows(); ++r) {
    if (groups.text(r, "voice") != "own" || !(groups.number(r, m.counted) > 0)) continue;
    result[subject_of(groups, r, m)].push_back({groups.text(r, "group"), groups.number(r, m.value),
                                                groups.number(r, "low"), groups.number(r, "high"), infinite,
                                                -infinite});
  }
  for (std::size_t r = 0; r < documents.n_rows(); ++r) {
    if (documents.text(r, "voice") != "own" || !(documents.number(r, m.counted) > 0)) continue;
    for (extent& e : result[subject_of(documents, r, m)]) {
      if (e.group != context.group_of(documents.text(r, "document"))) continue;
      e.least = std::min(e.least, documents.number(r, m.value));
      e.greatest = std::max(e.greatest, documents.number(r, m.value));
    }
  }
  return result;
}

// Is one group wholly above, or wholly below, all others? An interval without width comes from too few passages to
// tell.
std::optional<difference> apart(const std::string& subject, const std::vector<extent>& all, std::size_t one,
                                bool above) {
  const extent& e = all[one];
  if (!(e.high > e.low)) return std::nullopt;
  double gap = infinite, width = e.high - e.low, others = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (i == one) continue;
    const double between = above ? e.low - all[i].high : all[i].low - e.high;
    const double documents = above ? e.least - all[i].greatest : all[i].least - e.greatest;
    if (!(between > 0) || !(documents > 0) || !(all[i].high > all[i].low)) return std::nullopt;
    if (between < gap) {
      gap = between;
      others = all[i].value;
      width = (e.high - e.low + all[i].high - all[i].low) / 2;
    }
  }
  return difference{subject, e, others, width > 0 ? gap / width : infinite, above};
}

std::optional<difference> clearest(const plot_context& context, const measured& m) {
  if (find_table(context.tables, m.by_group) == nullptr || find_table(context.tables, m.by_document) == nullptr)
    return {};
  std::optional<difference> best;
  for (const auto& [subject, all] : extents(context, m)) {
    // A group that has none of it would be no difference of judgement.
    if (all.size() < 2 || all.size() != context.groups.size()) continue;
    for (std::size_t one = 0; one < all.size(); ++one) {
      for (const bool above : {true, false}) {
        const auto d = apart(subject, all, one, above);
        if (d && (!best || d->gap > best->gap)) best = d;
      }
    }
  }
  return best;
}

}  // namespace

std::vector<finding> telling_stance(const plot_context& context) {
  std::vector<finding> found;
  if (!context.grouped()) return found;
  if (const auto d =
          clearest(context, {"stance_groups", "stance", {"lexicon", "category"}, "per_thousand", "tokens"})) {
    found.push_back(
        {fmt::format(
             "Words of {} are {} in {} than in every other group: {:.1f} in a thousand (95 % interval {:.1f} to "
             "{:.1f}; the nearest other group {:.1f}); no interval of another group meets it, and every document "
             "of {} is {} every other.",
             d->subject, d->above ? "more frequent" : "rarer", d->group.group, d->group.value, d->group.low,
             d->group.high, d->others, d->group.group, d->above ? "above" : "below"),
         "stance", "stance_groups"});
  }
  // A word anywhere in a segment that names a target says next to nothing of it (docs/lexicons.md): no finding.
  if (const table* targets = find_table(context.tables, "target_groups");
      targets == nullptr || targets->n_rows() == 0 || targets->texts("basis")[0] == "segment")
    return found;
  if (const auto d = clearest(context, {"target_groups", "targets", {"target"}, "net_per_mention", "mentions"})) {
    found.push_back(
        {fmt::format(
             "Near the name of {} the words of {} praise {} and blame {} than those of every other group: {:.2f} a "
             "mention "
             "(95 % interval {:.2f} to {:.2f}; the nearest other group {:.2f}); no interval of another group meets it, "
             "and every document of {} that names it is {} every other. Near a name is not always of it: read the "
             "evidence.",
             d->subject, d->group.group, d->above ? "more" : "less", d->above ? "less" : "more", d->group.value,
             d->group.low, d->group.high, d->others, d->group.group, d->above ? "above" : "below"),
         "targets", "target_groups"});
  }
  return found;
}

}  // namespace isogloss::reports
