#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <list>
#include <vector>

#include "cli/command.hpp"
#include "cli/progress_bar.hpp"
#include "cli/study_options.hpp"
#include "isogloss/base/errors.hpp"
#include "isogloss/base/progress.hpp"
#include "isogloss/reports/output.hpp"
#include "isogloss/reports/records.hpp"
#include "isogloss/reports/report.hpp"
#include "isogloss/reports/table_writer.hpp"
#include "isogloss/studies/attribution.hpp"
#include "isogloss/studies/clusters.hpp"
#include "isogloss/studies/contested.hpp"
#include "isogloss/studies/counting.hpp"
#include "isogloss/studies/extraction.hpp"
#include "isogloss/studies/ordination.hpp"
#include "isogloss/studies/positions.hpp"
#include "isogloss/studies/reuse.hpp"
#include "isogloss/studies/scaling.hpp"
#include "isogloss/studies/similarity.hpp"
#include "isogloss/studies/stance.hpp"
#include "isogloss/studies/targets.hpp"

namespace isogloss::cli {
namespace {

namespace fs = std::filesystem;
using studies::material;

// Files of a folder: tables with their descriptions, and texts.
struct results {
  std::list<table> tables;
  std::vector<std::pair<std::string, std::string>> texts;  // name, content
  std::vector<std::string> notes;
};

void write_file(const fs::path& path, std::string_view content) {
  reports::output_file file(path);
  file.write(content);
  file.commit();
}

void write_folder(const fs::path& folder, const results& r) {
  reports::output_folder out(folder);
  const progress_stage writing({"writing", "files"}, r.tables.size() + r.texts.size());
  for (const table& t : r.tables) {
    reports::output_file file(out.place(t.name() + ".csv"));
    reports::write(t, reports::format::csv, [&](std::string_view bytes) { file.write(bytes); });
    file.commit();
    writing.advance();
  }
  for (const auto& [name, content] : r.texts) {
    write_file(out.place(name), content);
    writing.advance();
  }
  out.commit();
}

std::vector<std::string> output_names(const results& r) {
  std::vector<std::string> names;
  for (const table& t : r.tables) names.push_back(t.name() + ".csv");
  for (const auto& [name, content] : r.texts) names.push_back(name);
  return names;
}

std::vector<fs::path> input_files(const material& m) {
  const auto& s = m.study();
  std::vector<fs::path> files = {s.files.documents, s.files.settings};
  if (s.has_texts()) {
    files.push_back(s.files.zones);
    for (const auto& d : s.documents) files.push_back(d.file);
  } else {
    files.insert(files.end(), {s.files.features, s.files.segments, s.files.lexicon_phrases});
  }
  const auto& o = m.options();
  files.insert(files.end(), {o.terms.variants, o.terms.phrases, o.terms.stopwords, o.content_stopwords, o.targets});
  files.insert(files.end(), o.lexicons.begin(), o.lexicons.end());
  std::erase_if(files, [](const fs::path& file) { return file.empty(); });
  return files;
}

std::vector<reports::file_record> inputs_of(const arguments& a, const material& m) {
  std::vector<reports::file_record> records;
  if (a.has("config")) records.push_back(reports::record_of(a.text("config"), m.study().folder));
  for (const auto& file : input_files(m)) records.push_back(reports::record_of(file, m.study().folder));
  return records;
}

std::vector<const table*> tables_of(const results& r) {
  std::vector<const table*> tables;
  for (const table& t : r.tables) tables.push_back(&t);
  return tables;
}

constexpr const char* page_name = "report.html";

reports::run_record record_of(const arguments& a, const material& m, const results& r) {
  return {"run", m.study().name, a.settings(), inputs_of(a, m), {}, r.notes};
}

// Plots are drawn as SVG by the Node.js on PATH, or the one that a variable names; an empty one says not to.
std::string node() {
  const char* const named = std::getenv("ISOGLOSS_NODE");
  return named == nullptr ? "node" : named;
}

// A page of a few documents stays below 3 MB, one of hundreds below 10.
std::size_t bytes_of_concordance(const material& m) {
  return std::min<std::size_t>(3'500'000, 600'000 + 20'000 * m.n_documents());
}

void add_concordance(const arguments& a, const material& m, reports::report_input& input) {
  input.search_options = search_choices(a);
  input.why_no_concordance =
      shows_concordances(a) ? studies::why_no_concordances(m) : "--concordance no left the texts out of this page";
  if (!input.why_no_concordance.empty()) return;
  input.concordances = [&m](const std::vector<studies::concordance_name>& names) {
    studies::concordances_options options;
    options.most_bytes = bytes_of_concordance(m);
    return studies::concordances(m, names, options);
  };
}

// The page tells what the record of the run tells, but for the list of files.
void add_report(const arguments& a, const material& m, reports::run_record& run, results& r) {
  reports::report_input input{run, tables_of(r)};
  input.node = node();
  for (const auto& [option, value] : run.settings) {
    if (a.is_chosen(option)) input.chosen[option] = value;
  }
  add_concordance(a, m, input);
  auto files = reports::make_report(std::move(input));
  for (const auto& note : files.notes) {
    run.notes.push_back(note);
    r.notes.push_back(note);
  }
  for (auto& plot : files.plots) r.texts.push_back(std::move(plot));
  if (reports::draws_pages()) r.texts.emplace_back(page_name, std::move(files.page));
}

void add_records(const arguments& a, const material& m, results& r) {
  if (!reports::draws_pages()) r.notes.push_back(fmt::format("no {}: built without Node.js", page_name));
  r.texts.emplace_back("datapackage.json",
                       reports::data_package(m.study().name, "isogloss run " + m.study().name, tables_of(r)));
  reports::run_record run = record_of(a, m, r);
  add_report(a, m, run, r);
  run.outputs = output_names(r);
  run.outputs.emplace_back("run.json");
  std::sort(run.outputs.begin(), run.outputs.end());
  r.texts.emplace_back("run.json", reports::to_json(run));
}

// What an earlier run left in the folder and this one does not write speaks of other settings.
void remove_stale(const fs::path& folder, const std::vector<std::string>& former, const results& r) {
  const auto written = output_names(r);
  for (const auto& name : former) {
    if (std::find(written.begin(), written.end(), name) == written.end()) fs::remove(folder / name);
  }
  std::error_code still_used;
  fs::remove(folder / "plots", still_used);  // if nothing is left in it
}

// More rows than this are cut to the first of each comparison, and more groups are not compared in pairs.
constexpr std::size_t most_keyness_rows = 100000;
constexpr std::size_t top_of_many = 500;
constexpr std::size_t most_groups_in_pairs = 6;

void add_keyness(const arguments& a, const material& m, results& r) {
  if (m.groups().empty()) {
    r.notes.emplace_back("no keyness of groups: documents are not grouped; name a column with --group-by");
    return;
  }
  auto options = keyness_choice(a);
  const std::size_t n = m.groups().groups.size();
  if (n > most_groups_in_pairs) {
    options.pairs = false;
    r.notes.push_back(
        fmt::format("no keyness of pairs: more than {} groups; isogloss keyness --target --reference compares two",
                    most_groups_in_pairs));
  }
  const std::size_t comparisons = n + (options.pairs ? n * (n - 1) / 2 : 0);
  if (options.top == 0 && comparisons * m.dfm(studies::term_choice::all).terms.size() > most_keyness_rows) {
    options.top = top_of_many;
    r.notes.push_back(
        fmt::format("keyness.csv has the first {} terms of each comparison; --top sets another number", top_of_many));
  }
  auto result = studies::keyness(m, options);
  r.tables.push_back(std::move(result.keyness));
  r.tables.push_back(std::move(result.omnibus));
  r.notes.push_back(describe(result.summary));
}

// Evidence of more rows is left to the commands' --evidence.
constexpr std::size_t most_evidence_rows = 500'000;

void add_evidence(table evidence, const char* command, results& r) {
  if (evidence.n_rows() <= most_evidence_rows) {
    r.tables.push_back(std::move(evidence));
    return;
  }
  r.notes.push_back(fmt::format("no {}.csv: {} rows; isogloss {} --evidence writes them", evidence.name(),
                                evidence.n_rows(), command));
}

void add_contested(const arguments& a, const material& m, results& r) {
  if (m.groups().empty()) return;
  if (m.options().ngrams > 1 || m.options().terms.character_ngrams > 0) {
    r.notes.emplace_back("no contested terms: they are single words");
    return;
  }
  if (!m.study().has_texts()) {
    r.notes.emplace_back("no contested terms: the study has features only, and they need word order");
    return;
  }
  auto options = contested_choice(a);
  options.pairs = m.groups().groups.size() <= most_groups_in_pairs;
  r.tables.push_back(studies::contested(m, options));
  if (r.tables.back().n_rows() == 0)
    r.notes.emplace_back("contested.csv is empty: no term is used so often on both sides; lower --min-shared");
}

void add_stance(const arguments& a, const material& m, results& r) {
  if (m.lexicons().empty()) {
    r.notes.emplace_back("no stance tables: the study has no lexicon");
    return;
  }
  r.tables.push_back(studies::stance(m));
  if (!m.groups().empty()) r.tables.push_back(studies::stance_groups(m, a.text("author-by")));
  add_evidence(studies::stance_evidence(m), "stance", r);
  r.tables.push_back(studies::stance_lexicon(m));
  if (const auto why = studies::why_nothing_induced(m); !why.empty()) r.notes.push_back("no induced terms: " + why);
}

void add_targets(const arguments& a, const material& m, results& r) {
  if (const auto reason = studies::why_no_targets(m); !reason.empty()) {
    r.notes.push_back("no tables of targets: " + reason);
    return;
  }
  auto result = studies::targets(m, a.text("author-by"));
  r.tables.push_back(std::move(result.targets));
  if (!m.groups().empty()) r.tables.push_back(std::move(result.groups));
  add_evidence(std::move(result.evidence), "targets", r);
  r.notes.insert(r.notes.end(), result.notes.begin(), result.notes.end());
}

const table* find(const results& r, std::string_view name) {
  const auto found = std::find_if(r.tables.begin(), r.tables.end(), [&](const table& t) { return t.name() == name; });
  return found == r.tables.end() ? nullptr : &*found;
}

void add_positions(const material& m, results& r) {
  const studies::positions_options options;
  // More than are kept: some give way.
  const auto terms = studies::telling_terms(find(r, "keyness"), *find(r, "tfidf"), 3 * options.most_terms);
  auto result = studies::positions(m, terms, options);
  r.tables.push_back(std::move(result.positions));
  r.notes.insert(r.notes.end(), result.notes.begin(), result.notes.end());
}

void add_reuse(const arguments& a, const material& m, results& r) {
  if (!m.study().has_texts()) {
    r.notes.emplace_back(
        "no token stream and no shared passages: the study has features only, and they need word order");
    return;
  }
  r.tables.push_back(studies::reuse(m, a.flag("show-text")));
  r.tables.push_back(studies::reuse_documents(m));
}

// The layers are those in which documents can be compared by the measure of the clusters, which is that of mds too.
void add_ordination(const arguments& a, const material& m, const std::vector<studies::layer_kind>& layers, results& r) {
  auto options = ordination_choice(a, m);
  options.layers = layers;
  auto result = studies::ordination(m, options);
  r.tables.push_back(std::move(result.ordination));
  r.tables.push_back(std::move(result.loadings));
  if (result.ellipses.n_rows() > 0) r.tables.push_back(std::move(result.ellipses));
  r.notes.insert(r.notes.end(), result.notes.begin(), result.notes.end());
}

void add_comparisons(const arguments& a, const material& m, results& r) {
  if (m.n_documents() < 2) {
    r.notes.emplace_back("no similarity and no clusters, nor ordination: they take two documents or more");
    return;
  }
  auto similarity = similarity_choice(a, m);
  std::erase_if(similarity.layers, [&](studies::layer_kind kind) {
    const std::string reason = studies::why_not_comparable(m, kind, clusters_choice(a, m));
    if (!reason.empty()) r.notes.push_back(fmt::format("no comparison in the layer {}: {}", name(kind), reason));
    return !reason.empty();
  });
  if (similarity.layers.empty()) return;
  if (!similarity.intervals) {
    r.notes.push_back(
        fmt::format("no intervals of similarity, no support of branches and no ellipses of documents: more than {} "
                    "documents; --replicates asks "
                    "for them, and --sensitivity-words for their sensitivity",
                    studies::most_documents_with_intervals));
  }
  r.tables.push_back(studies::similarity(m, similarity));
  for (const auto layer : similarity.layers) r.tables.push_back(studies::similarity_matrix(m, layer, similarity));
  if (const std::size_t terms = a.number("explain"); terms > 0)
    r.tables.push_back(studies::contributions(m, similarity, terms));
  auto clustering = clusters_choice(a, m);
  clustering.layers = similarity.layers;
  auto clusters = studies::clusters(m, clustering);
  r.notes.insert(r.notes.end(), clusters.notes.begin(), clusters.notes.end());
  r.tables.push_back(std::move(clusters.clusters));
  r.tables.push_back(std::move(clusters.merges));
  if (clusters.agreement.n_rows() == 0 && m.groups().empty()) {
    r.notes.emplace_back(
        "no agreement of clusters with groups: documents are not grouped; name a column with --group-by");
  } else {
    r.tables.push_back(std::move(clusters.agreement));
  }
  for (const auto& tree : clusters.trees) {
    r.texts.emplace_back(fmt::format("dendrogram-{}.nwk", name(tree.layer)), tree.newick);
  }
  add_ordination(a, m, similarity.layers, r);
}

// Every step of wordfish takes the square of the documents, for every term: a run does not wait for minutes.
constexpr std::size_t most_work_of_wordfish = 300'000'000;

bool is_much_work(const material& m) {
  const std::size_t n = m.n_documents();
  return n * n * m.trimmed(studies::term_choice::all).terms.size() > most_work_of_wordfish;
}

void add_scaling(const arguments& a, const material& m, results& r) {
  const auto options = scaling_choice(a, m);
  if (is_much_work(m)) {
    r.notes.emplace_back("no scaling: so many documents and terms take minutes; isogloss scaling takes them");
    return;
  }
  if (const std::string reason = studies::why_no_wordfish(m); !reason.empty() && options.scores.empty()) {
    r.notes.push_back("no scaling: " + reason);
    return;
  }
  try {
    auto result = studies::scaling(m, options);
    r.tables.push_back(std::move(result.scaling));
    r.notes.insert(r.notes.end(), result.notes.begin(), result.notes.end());
  } catch (const data_error& error) {
    // What the user named must exist; what the texts lack is a note.
    if (error.problems().front().where.starts_with("--")) throw;
    r.notes.push_back("no scaling: " + error.problems().front().what);
  }
}

// Every document is compared with every other, on a scale of its own.
constexpr std::size_t most_documents_in_attribution = 1500;
constexpr std::size_t most_attribution_rows = 100000;
constexpr std::size_t top_of_many_authors = 5;

void add_attribution(const arguments& a, const material& m, results& r) {
  auto options = attribution_choice(a, m);
  if (const std::string reason = studies::why_no_attribution(m, options); !reason.empty()) {
    r.notes.push_back("no attribution: " + reason);
    return;
  }
  if (m.n_documents() > most_documents_in_attribution) {
    r.notes.emplace_back("no attribution: so many documents take minutes; isogloss attribute takes them");
    return;
  }
  if (2 * m.n_documents() * studies::n_known_authors(m, options) > most_attribution_rows) {
    options.top = top_of_many_authors;
    r.notes.push_back(
        fmt::format("attribution.csv has the {} nearest authors of each document; isogloss attribute has all",
                    top_of_many_authors));
  }
  try {
    auto result = studies::attribute(m, options);
    r.tables.push_back(std::move(result.attribution));
    r.notes.insert(r.notes.end(), result.notes.begin(), result.notes.end());
  } catch (const data_error& error) {
    r.notes.push_back("no attribution: " + error.problems().front().what);
  }
}

// What a run does, in the order of its files, by the names that progress shows.
struct part {
  const char* name;
  std::function<void()> add;
};

std::vector<part> parts_of_run(const arguments& a, const material& m, results& r) {
  return {{"documents", [&] { r.tables.push_back(studies::documents(m)); }},
          {"frequencies", [&] { r.tables.push_back(studies::frequencies(m)); }},
          {"tfidf", [&] { r.tables.push_back(studies::tfidf(m, tfidf_choice(a))); }},
          {"keyness", [&] { add_keyness(a, m, r); }},
          {"contested", [&] { add_contested(a, m, r); }},
          {"dispersion", [&] { r.tables.push_back(studies::dispersion(m, dispersion_choice(a))); }},
          {"positions", [&] { add_positions(m, r); }},
          {"diversity", [&] { r.tables.push_back(studies::diversity(m, diversity_choice(a))); }},
          {"stance", [&] { add_stance(a, m, r); }},
          {"targets", [&] { add_targets(a, m, r); }},
          {"comparisons", [&] { add_comparisons(a, m, r); }},
          {"scaling", [&] { add_scaling(a, m, r); }},
          {"attribution", [&] { add_attribution(a, m, r); }},
          {"reuse", [&] { add_reuse(a, m, r); }},
          {"report", [&] { add_records(a, m, r); }}};
}

}  // namespace

void require_other_output(const arguments& a, const material& m) {
  const fs::path output = a.text("output");
  std::error_code error;
  for (const auto& file : input_files(m)) {
    if (output.empty() || (!fs::equivalent(output, file, error) && !fs::equivalent(output, file.parent_path(), error)))
      continue;
    throw data_error("--output", fmt::format("{} is what the study is read from", output.string()),
                     "Name another place.");
  }
}

void require_no_input(const std::string& option, const fs::path& output, const material& m) {
  std::error_code error;
  for (const auto& file : input_files(m)) {
    if (!fs::equivalent(output, file, error)) continue;
    throw data_error(option, fmt::format("{} is what the study is read from", output.string()), "Name another place.");
  }
}

void run_study(const arguments& a) {
  require_format(a);
  static_cast<void>(shows_concordances(a));  // a bad choice is told of before the work
  const material m = open_material(a);
  require_other_output(a, m);
  if (!m.groups().empty()) corpus::require_groups(m.groups());
  results r;
  r.notes = m.notes();
  const std::vector<part> parts = parts_of_run(a, m, r);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    tell_part(parts[i].name, i + 1, parts.size());
    parts[i].add();
  }
  const fs::path folder = a.has("output") ? fs::path(a.text("output")) : fs::path("outputs") / m.study().name;
  const auto former = reports::former_outputs(folder);
  write_folder(folder, r);
  remove_stale(folder, former, r);
  for (const auto& note : r.notes) tell(a, note);
  tell(a, fmt::format("{} files in {}", r.tables.size() + r.texts.size(), folder.string()));
}

void extract_features(const arguments& a) {
  if (!a.has("output")) throw data_error("--output", "is missing", "Name the folder that the features go to.");
  const material m = open_material(a);
  require_other_output(a, m);
  results r;
  r.notes = m.notes();
  for (auto& t : studies::extract(m)) r.tables.push_back(std::move(t));
  write_folder(a.text("output"), r);
  for (const auto& note : r.notes) tell(a, note);
  tell(a, fmt::format("{} files in {}", r.tables.size(), a.text("output")));
}

}  // namespace isogloss::cli
