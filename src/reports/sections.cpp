#include "reports/sections.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "isogloss/base/version.hpp"
#include "reports/findings.hpp"
#include "reports/section.hpp"
#include "reports/shell_command.hpp"

namespace isogloss::reports {
namespace {

std::string with_commas(double number) {
  std::string text = fmt::format("{:.0f}", number);
  for (std::size_t i = text.size(); i > 3;) text.insert(i -= 3, ",");
  return text;
}

std::string quoted_shares(const table_cells& cells) {
  double least = 1, greatest = 0;
  for (std::size_t r = 0; r < cells.n_rows(); ++r) {
    least = std::fmin(least, cells.number(r, "quotation_share"));
    greatest = std::fmax(greatest, cells.number(r, "quotation_share"));
  }
  if (greatest == 0) return " No word is marked as quoted.";
  return fmt::format(" Quoted words are {:.0f} to {:.0f} % of a document.", 100 * least, 100 * greatest);
}

std::string what_was_compared(const plot_context& context) {
  const table_cells cells(*find_table(context.tables, "documents"));
  double words = 0;
  for (std::size_t r = 0; r < cells.n_rows(); ++r) words += cells.number(r, "tokens");
  std::string groups;
  if (context.grouped()) {
    for (const auto& group : context.groups) {
      const auto n = cells.rows_where([&](std::size_t r) { return cells.text(r, "group") == group; }).size();
      groups += fmt::format("{}{} ({})", groups.empty() ? "" : ", ", group.empty() ? "no group" : group, n);
    }
    groups = fmt::format(", in {} groups: {}", context.groups.size(), groups);
  }
  return fmt::format("{} with {} words in the voice that is compared{}.{}", context.n_documents(), with_commas(words),
                     groups, quoted_shares(cells));
}

json as_json(const std::vector<finding>& findings) {
  json result = json::array();
  for (const auto& f : findings) result.push_back({{"text", f.text}, {"plot", f.plot}, {"table", f.table}});
  return result;
}

// Links to what is not in the page would lead nowhere.
void drop_dead_links(json& findings, const plot_context& context, const std::vector<plot>& plots) {
  for (json& f : findings) {
    if (std::none_of(plots.begin(), plots.end(), [&](const plot& p) { return p.name == f["plot"]; }))
      f["plot"] = nullptr;
    if (find_table(context.tables, f["table"].get<std::string>()) == nullptr) f["table"] = nullptr;
  }
}

json tiers(const plot_context& context, const std::vector<plot>& plots) {
  auto within = findings_within(context);
  if (within.empty()) within.push_back({"No difference of groups holds in these texts.", "", ""});
  json tier_within = {
      {"kind", "within"},
      {"title", "In these texts"},
      {"meaning",
       "Certain of these texts, and of no others: the interval within the documents excludes 0, and every "
       "document of one group is above every document of the other. The strongest of many comparisons."},
      {"findings", as_json(within)}};
  json tier_beyond = {
      {"kind", "beyond"},
      {"title", "Beyond these texts"},
      {"meaning", "Would other documents of these groups differ so? Documents are the units, q < 0.05."},
      {"findings", as_json(findings_beyond(context))}};
  json result = json::array({tier_within, tier_beyond});
  for (json& tier : result) drop_dead_links(tier["findings"], context, plots);
  return result;
}

std::string command_of(const report_input& input) {
  std::string command = "isogloss " + input.run.command + " " + shell_quoted(input.run.study);
  for (const auto& [name, value] : input.chosen)
    command += " --" + name + (value == "true" ? "" : " " + shell_quoted(value));
  return command;
}

std::string settings_of(const run_record& run) {
  std::string lines;
  for (const auto& [name, value] : run.settings) lines += name + " = " + value + '\n';
  return lines;
}

std::string inputs_of(const run_record& run) {
  std::string lines;
  for (const auto& file : run.inputs) lines += fmt::format("{}  {}  ({} bytes)\n", file.sha256, file.path, file.bytes);
  return lines;
}

std::string about_concordance(const report_input& input) {
  if (!input.concordances) {
    return "A term opens no concordance here: " + input.why_no_concordance + ". Where the texts are at hand, " +
           kwic_command(input) + " 'TERM' writes it.";
  }
  return "A term opens its concordance: lines as " + kwic_command(input) +
         " writes them. The page therefore holds passages of the texts. Where they are not to be passed on, "
         "--concordance no (or concordance = no in the study's analysis.ini) leaves them out.";
}

}  // namespace

json sections(const report_input& input, const plot_context& context, const std::vector<plot>& plots) {
  const auto start = [&] { return section(context, plots, input.run.notes); };
  json all = json::array();
  all.push_back(start()
                    .text(what_was_compared(context))
                    .plots("documents")
                    .tables({"documents"})
                    .done("compared", "What was compared"));
  auto found = start();
  if (context.grouped())
    found.add("tiers", tiers(context, plots));
  else
    found.text("The documents are not grouped, so no groups are compared: --group-by names a column that groups them.");
  all.push_back(found.done("findings", "What was found"));
  all.push_back(start()
                    .plots("keyness", "no keyness")
                    .notes("no keyness of pairs")
                    .tables({"keyness", "keyness_omnibus"})
                    .plots("terms")
                    .notes("no token stream")
                    .done("vocabulary", "Vocabulary"));
  all.push_back(start().plots("tfidf").tables({"tfidf"}).done("tfidf", "TF-IDF"));
  all.push_back(start()
                    .plots("targets", "no tables of targets")
                    .tables({"target_groups", "targets"})
                    .plots("stance", "no stance tables")
                    .tables({"stance", "stance_groups", "stance_lexicon"})
                    .done("stance", "Stance"));
  all.push_back(
      start().plots("contested", "no contested terms").tables({"contested"}).done("contested", "Contested words"));
  all.push_back(start()
                    .notes("no similarity")
                    .notes("no comparison")
                    .headed_plots("How alike", "similarity", "similarity")
                    .tables({"similarity"})
                    .headed_plots("Trees", "dendrogram", "merges")
                    .tables({"merges", "clusters", "agreement"})
                    .headed_plots("Maps", "pca", "ordination")
                    .tables({"ordination", "loadings", "scaling", "attribution"})
                    .done("similarity", "Similarity"));
  all.push_back(
      start().notes("no shared passages").tables({"reuse_documents", "reuse"}).done("reuse", "Shared passages"));
  all.push_back(start()
                    .plots("strips")
                    .notes("the table positions leaves out")
                    .tables({"positions"})
                    .plots("dispersion")
                    .tables({"dispersion"})
                    .done("dispersion", "Dispersion"));
  all.push_back(start().plots("diversity").tables({"diversity"}).done("diversity", "Diversity"));
  all.push_back(start()
                    .text("The command that repeats this run, with the study's folder for its name:")
                    .add("code", command_of(input))
                    .text("What the program noted:")
                    .add("list", input.run.notes)
                    .add("more", {{"title", "All settings"}, {"code", settings_of(input.run)}})
                    .add("more", {{"title", "What was read, with SHA-256"}, {"code", inputs_of(input.run)}})
                    .text(about_concordance(input))
                    .text(std::string("isogloss ") + version + "; run.json beside this page holds the same.")
                    .done("method", "How it was made"));
  json filled = json::array();
  for (json& s : all) {
    if (!s["blocks"].empty()) filled.push_back(std::move(s));
  }
  return filled;
}

}  // namespace isogloss::reports
