#include "reports/plot.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

namespace isogloss::reports {
namespace {

constexpr std::array palette = {"#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#8C7A00"};
constexpr const char* grey = "#808080";
constexpr std::array shapes = {"circle", "square", "diamond", "triangle-up", "cross", "triangle-down"};
const json dashes = {{1, 0}, {7, 3}, {2, 2}, {8, 3, 2, 3}, {12, 4}, {1, 4}};
constexpr std::size_t most_told_apart = palette.size() * shapes.size();

json group_legend(const plot_context& context, const json& shown) {
  if (!context.grouped() || context.groups.size() > most_told_apart) return nullptr;
  return {{"title", nullptr}, {"values", shown}, {"symbolLimit", most_told_apart + 1}};
}

}  // namespace

std::string plot_context::n_documents() const {
  return std::to_string(documents.size()) + (documents.size() == 1 ? " document" : " documents");
}

plot_context make_plot_context(const std::vector<const table*>& tables) {
  plot_context context{tables, {}, {}, {}};
  std::vector<std::string> groups;
  if (const table* t = find_table(tables, "documents")) {
    const table_cells cells(*t);
    for (std::size_t r = 0; r < cells.n_rows(); ++r) {
      context.documents.push_back(cells.text(r, "document"));
      groups.push_back(cells.text(r, "group"));
      context.group_by_document[context.documents.back()] = groups.back();
    }
  }
  context.groups = distinct(groups);
  return context;
}

json specification(const char* text, const std::string& title, const std::string& subtitle, json values) {
  json result = {{"$schema", "https://vega.github.io/schema/vega-lite/v5.json"},
                 {"title", {{"text", title}, {"subtitle", subtitle}}},
                 {"width", "container"},
                 {"data", {{"values", std::move(values)}}}};
  result.update(json::parse(text));
  return result;
}

json group_colour(const plot_context& context, const std::string& field, bool legend) {
  json domain = json::array();
  json range = json::array();
  for (std::size_t i = 0; i < context.groups.size(); ++i) {
    domain.push_back(context.groups[i]);
    range.push_back(palette[i % palette.size()]);
  }
  json result = {{"field", field}, {"type", "nominal"}};
  // In keyness a group may be compared with all others together.
  domain.push_back("rest");
  range.push_back(grey);
  json shown = domain;
  if (field != "more_in") shown.erase(shown.size() - 1);
  result["legend"] = legend ? group_legend(context, shown) : json(nullptr);
  result["scale"] = {{"domain", domain}, {"range", range}};
  return result;
}

bool colours_suffice(const plot_context& context) {
  return context.groups.size() <= palette.size();
}

void set_groups_apart(const plot_context& context, const std::string& field, group_marks marks, json& encoding) {
  if (colours_suffice(context)) return;
  json range = json::array();
  for (std::size_t i = 0; i <= context.groups.size(); ++i) {
    const std::size_t turn = i < context.groups.size() ? i / palette.size() % shapes.size() : 0;  // the last: the rest
    range.push_back(marks == group_marks::points ? json(shapes[turn]) : dashes[turn]);
  }
  // Lines have points beside them, whose legend is enough.
  json colour = group_colour(context, field, marks == group_marks::points);
  colour["scale"]["range"] = std::move(range);
  encoding[marks == group_marks::points ? "shape" : "strokeDash"] = std::move(colour);
}

axis_ends ends_of(const std::vector<double>& values, double room) {
  const auto [low, high] = std::minmax_element(values.begin(), values.end());
  if (low == values.end()) return {0, 1};
  const double width = *high > *low ? *high - *low : 1;
  return {*low - room * width, *high + room * width};
}

void set_domain(json& encoding, const char* axis, const json& domain) {
  json& scale = encoding[axis]["scale"];
  scale["domain"] = domain;
  scale["nice"] = false;
  scale["zero"] = false;
}

json chooser(const json& specification, const std::string& field, const std::string& label) {
  std::vector<std::string> values;
  for (const json& row : specification["data"]["values"]) values.push_back(row[field]);
  const auto options = distinct(values);
  return {{"name", field},
          {"value", options.empty() ? "" : options.front()},
          {"bind", {{"input", "select"}, {"options", options}, {"name", label + " "}}}};
}

std::string percent(double share) {
  return std::isnan(share) ? "" : std::to_string(std::lround(100 * share)) + " %";
}

double shortened(double number) {
  std::array<char, 32> text;
  const auto written = std::to_chars(text.data(), text.data() + text.size(), number, std::chars_format::general, 6);
  std::from_chars(text.data(), written.ptr, number);
  return number;
}

json search_field() {
  return {
      {"name", "search"}, {"value", ""}, {"bind", {{"input", "search"}, {"name", "Find a term "}, {"debounce", 150}}}};
}

}  // namespace isogloss::reports
