#pragma once

#include <map>
#include <string>
#include <vector>

#include "reports/table_cells.hpp"

namespace isogloss::reports {

/// A picture: a Vega-Lite 5 specification with its data. It says nothing of light or dark; the page does.
struct plot {
  std::string name;     ///< "keyness": plots/keyness.vl.json, and #plot-keyness in the page
  std::string caption;  ///< what is drawn, and how to read it
  json specification;
};

/// What all plots of a run share.
struct plot_context {
  std::vector<const table*> tables;
  std::vector<std::string> documents;  ///< in the order of documents.csv
  std::vector<std::string> groups;     ///< distinct, in the order of the documents; one "" where there are none

  std::map<std::string, std::string> group_by_document;

  [[nodiscard]] bool grouped() const { return groups.size() > 1 || (groups.size() == 1 && !groups[0].empty()); }
  [[nodiscard]] const std::string& group_of(const std::string& document) const {
    return group_by_document.at(document);
  }
  /// "5 documents"
  [[nodiscard]] std::string n_documents() const;
};
/// @param tables  "documents" among them
[[nodiscard]] plot_context make_plot_context(const std::vector<const table*>& tables);

/// A specification from its text, with size, title, subtitle and data in their places.
[[nodiscard]] json specification(const char* text, const std::string& title, const std::string& subtitle, json values);

/// An encoding of colour by `field`: one colour a group, the same on every plot; grey for the rest.
/// The colours are those of Okabe & Ito (2008), which all kinds of colour vision tell apart. Seven groups have one
/// each. More take the colours again with another shape (points) or dash (lines), see set_groups_apart: 42 in all
/// differ. More than that have no legend.
[[nodiscard]] json group_colour(const plot_context& context, const std::string& field, bool legend = true);
[[nodiscard]] bool colours_suffice(const plot_context& context);

enum class group_marks { points, lines };
/// Adds to an encoding that `group_colour` colours the shape or dash that tells groups of one colour apart, where there
/// are more groups than colours; the legend of points shows both.
void set_groups_apart(const plot_context& context, const std::string& field, group_marks marks, json& encoding);

/// The ends of an axis, with some room round what it shows.
struct axis_ends {
  double low, high;

  [[nodiscard]] double share(double value) const { return (value - low) / (high - low); }
  [[nodiscard]] json domain() const { return json::array({low, high}); }
};
/// @param room  a share of the width, on both sides
[[nodiscard]] axis_ends ends_of(const std::vector<double>& values, double room);
/// Sets the domain of a scale of `encoding`, as it is: names are placed by it.
void set_domain(json& encoding, const char* axis, const json& domain);

/// A parameter of Vega-Lite that the reader sets: one of the values of `field` in the data, of the same name as the
/// field, or a text to look for.
[[nodiscard]] json chooser(const json& specification, const std::string& field, const std::string& label);
[[nodiscard]] json search_field();

/// "85 %", or nothing where there is no number.
[[nodiscard]] std::string percent(double share);

/// A number in six digits, enough to draw it: a page of many documents has many of them.
[[nodiscard]] double shortened(double number);

/// The plots, one function a question. Each gives none where the tables do not allow it.
[[nodiscard]] std::vector<plot> documents_plots(const plot_context& context);
[[nodiscard]] std::vector<plot> keyness_plots(const plot_context& context);
[[nodiscard]] std::vector<plot> term_plots(const plot_context& context);
[[nodiscard]] std::vector<plot> tfidf_plots(const plot_context& context);
[[nodiscard]] std::vector<plot> contested_plots(const plot_context& context);
[[nodiscard]] std::vector<plot> target_plots(const plot_context& context);
[[nodiscard]] std::vector<plot> stance_plots(const plot_context& context);
[[nodiscard]] std::vector<plot> similarity_plots(const plot_context& context);
[[nodiscard]] std::vector<plot> dendrogram_plots(const plot_context& context);
[[nodiscard]] std::vector<plot> ordination_plots(const plot_context& context);
[[nodiscard]] std::vector<plot> strips_plots(const plot_context& context);
[[nodiscard]] std::vector<plot> dispersion_plots(const plot_context& context);
[[nodiscard]] std::vector<plot> diversity_plots(const plot_context& context);

}  // namespace isogloss::reports
