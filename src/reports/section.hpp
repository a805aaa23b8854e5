#pragma once

#include <fmt/format.h>

#include <cctype>
#include <string>
#include <vector>

#include "reports/plot.hpp"

namespace isogloss::reports {

/// Gathers the blocks of a section (see sections.hpp).
class section {
 public:
  section(const plot_context& context, const std::vector<plot>& plots, const std::vector<std::string>& notes)
      : context_(context), plots_(plots), notes_(notes) {}

  section& text(const std::string& words) { return add("text", words); }

  /// The plots of which the names begin so; where there are none, the notes that begin with `why_not`.
  section& plots(const std::string& prefix, const std::string& why_not = "") {
    json names = json::array();
    for (const plot& p : plots_) {
      if (p.name == prefix || p.name.starts_with(prefix + "-")) names.push_back(p.name);
    }
    if (!names.empty()) return add("plots", names);
    if (!why_not.empty()) notes(why_not);
    return *this;
  }

  /// The same below a heading; a plot that so many documents would crowd is left out.
  section& headed_plots(const std::string& title, const std::string& prefix, const char* of_table) {
    if (find_table(context_.tables, of_table) == nullptr) return *this;
    add("heading", title).plots(prefix);
    const bool drawn = blocks_.back().contains("plots");
    return drawn
               ? *this
               : text(fmt::format("Not drawn: {} would crowd it. The table has the numbers.", context_.n_documents()));
  }

  section& tables(const std::vector<std::string>& names) {
    for (const auto& name : names) {
      if (find_table(context_.tables, name) != nullptr) add("table", name);
    }
    return *this;
  }

  section& notes(const std::string& prefix) {
    for (const auto& note : notes_) {
      if (note.starts_with(prefix))
        text(static_cast<char>(std::toupper(static_cast<unsigned char>(note[0]))) + note.substr(1) + ".");
    }
    return *this;
  }

  section& add(const char* kind, json content) {
    blocks_.push_back({{kind, std::move(content)}});
    return *this;
  }

  [[nodiscard]] json done(const char* id, const char* title) const {
    return {{"id", id}, {"title", title}, {"blocks", blocks_}};
  }

 private:
  const plot_context& context_;
  const std::vector<plot>& plots_;
  const std::vector<std::string>& notes_;
  json blocks_ = json::array();
};

}  // namespace isogloss::reports
