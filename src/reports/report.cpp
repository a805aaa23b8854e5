#include "isogloss/reports/report.hpp"

#include <stdexcept>

#include "isogloss/base/version.hpp"
#include "reports/concordance_data.hpp"
#include "reports/excerpts.hpp"
#include "reports/opened_names.hpp"
#include "reports/page_data.hpp"
#include "reports/plot.hpp"
#include "reports/sections.hpp"
#include "reports/svg.hpp"
#include "reports/web_page.hpp"

namespace isogloss::reports {
namespace {

constexpr std::string_view place_of_results = "<!--results-->";
constexpr std::string_view place_of_concordance = "<!--concordance-->";

// The page with data where `place` stands.
std::string filled(std::string_view page, std::string_view place, const json& data) {
  const auto at = page.find(place);
  if (at == std::string_view::npos) throw std::logic_error("report.html: no place for " + std::string(place));
  std::string result(page.substr(0, at));
  result += page_data(data);
  result += page.substr(at + place.size());
  return result;
}

std::vector<plot> all_plots(const plot_context& context) {
  std::vector<plot> all;
  for (const auto& draw :
       {documents_plots, keyness_plots, term_plots, tfidf_plots, target_plots, stance_plots, contested_plots,
        similarity_plots, dendrogram_plots, ordination_plots, strips_plots, dispersion_plots, diversity_plots}) {
    for (plot& p : draw(context)) {
      if (!p.specification["data"]["values"].empty()) all.push_back(std::move(p));
    }
  }
  return all;
}

void add_drawings(const std::vector<plot>& plots, report_input& input, report_files& files) {
  if (input.node.empty()) return;
  auto drawn = draw(plots, input.node, input.node_limit);
  for (std::size_t i = 0; i < plots.size(); ++i) {
    if (!drawn.svg[i].empty()) files.plots.emplace_back("plots/" + plots[i].name + ".svg", std::move(drawn.svg[i]));
  }
  input.run.notes.insert(input.run.notes.end(), drawn.notes.begin(), drawn.notes.end());
  files.notes = std::move(drawn.notes);
}

json content(const report_input& input, const plot_context& context, const std::vector<plot>& plots) {
  json result = {{"title", "isogloss: " + input.run.study},
                 {"version", version},
                 {"concordances", input.concordances != nullptr},
                 {"sections", sections(input, context, plots)}};
  json& drawn = result["plots"] = json::object();
  for (const plot& p : plots) drawn[p.name] = {{"caption", p.caption}, {"specification", p.specification}};
  json& tables = result["tables"] = json::object();
  for (const json& s : result["sections"]) {
    for (const json& block : s["blocks"]) {
      if (block.contains("table"))
        tables[block["table"].get<std::string>()] =
            excerpt(*find_table(input.tables, block["table"].get<std::string>()));
    }
  }
  return result;
}

}  // namespace

bool draws_pages() {
  return !web_page().empty();
}

report_files make_report(report_input input) {
  if (find_table(input.tables, "documents") == nullptr)
    throw std::invalid_argument("make_report: no table of documents");
  const plot_context context = make_plot_context(input.tables);
  const auto plots = all_plots(context);
  report_files files;
  for (const plot& p : plots) files.plots.emplace_back("plots/" + p.name + ".vl.json", p.specification.dump(1) + '\n');
  add_drawings(plots, input, files);
  const std::string_view page = web_page();
  if (page.empty()) return files;
  const json results = content(input, context, plots);
  const json lines = concordance_data(input, context, opened_names(plots, results["tables"]));
  files.page = filled(filled(page, place_of_concordance, lines), place_of_results, results);
  return files;
}

}  // namespace isogloss::reports
