#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/study_options.hpp"
#include "isogloss/base/errors.hpp"
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

namespace po = boost::program_options;
using studies::material;

void add_new(po::options_description& all, const po::options_description& more) {
  for (const auto& option : more.options()) {
    if (all.find_nothrow(option->long_name(), false) == nullptr) all.add(option);
  }
}

// What `run` and configuration files may set: an option that several commands have stands once.
po::options_description run_flags() {
  po::options_description all("Options");
  for (const auto& flags : {tfidf_flags(), keyness_flags(), contested_flags(), dispersion_flags(), diversity_flags(),
                            similarity_flags(), clustering_flags(), ordination_flags(), scaling_flags(),
                            targets_flags(), attribution_settings(), reuse_flags(), page_flags()}) {
    add_new(all, flags);
  }
  return all;
}

po::options_description no_options() {
  return po::options_description("Options");
}

template <class... Tables>
std::vector<table> listed(Tables&&... tables) {
  std::vector<table> result;
  (result.push_back(std::forward<Tables>(tables)), ...);
  return result;
}

// A command that makes one table of the material.
std::function<void(const arguments&)> one_table(std::function<table(const material&, const arguments&)> make) {
  return [make](const arguments& a) {
    require_format(a);
    const material m = open_material(a);
    require_other_output(a, m);
    for (const auto& note : m.notes()) tell(a, note);
    write_table(a, make(m, a));
  };
}

// A command that looks for a pattern: where there is no word order, that is all it says.
std::function<void(const arguments&)> search(std::function<table(const material&, const arguments&)> make) {
  return [make](const arguments& a) {
    require_format(a);
    const material m = open_stream(a);
    require_other_output(a, m);
    const table found = make(m, a);
    for (const auto& note : m.notes()) tell(a, note);
    write_table(a, found);
  };
}

table contested_table(const material& m, const arguments& a) {
  table result = studies::contested(m, contested_choice(a));
  if (result.n_rows() == 0) tell(a, "no term is used so often on both sides; lower --min-shared");
  return result;
}

table collocates_table(const material& m, const arguments& a) {
  const auto options = collocates_choice(a);
  return a.flag("compare-groups") ? studies::collocate_groups(m, options) : studies::collocates(m, options);
}

table clusters_table(const material& m, const arguments& a) {
  require_one_measure(a);
  if (!m.groups().empty()) corpus::require_groups(m.groups());
  const auto options = clusters_choice(a, m);
  if (!options.support || !options.sensitivity) {
    tell(a, fmt::format("no {} of branches: more than {} documents; {} for it",
                        options.support       ? "sensitivity"
                        : options.sensitivity ? "support"
                                              : "support and no sensitivity",
                        studies::most_documents_with_support,
                        options.support       ? "--sensitivity-words asks"
                        : options.sensitivity ? "--replicates asks"
                                              : "--replicates and --sensitivity-words ask"));
  }
  auto result = studies::clusters(m, options);
  const std::string wanted = a.text("table");
  if (wanted != "merges" && result.clusters.n_rows() == 0 && !result.notes.empty()) {
    throw data_error("--method", result.notes.front(), "Choose another method, or --table merges for the tree.");
  }
  for (const auto& note : result.notes) tell(a, note);
  if (wanted == "clusters") return std::move(result.clusters);
  if (wanted == "merges") return std::move(result.merges);
  if (wanted != "agreement")
    throw data_error("--table", "\"" + wanted + "\" is not a table", "There are: clusters, merges, agreement.");
  if (!a.has("agree-with")) corpus::require_groups(m.groups());
  return std::move(result.agreement);
}

table explained_similarity(const material& m, const arguments& a) {
  return studies::contributions(m, similarity_choice(a, m), a.number("explain"));
}

void write_compared(const arguments& a) {
  require_format(a);
  const material m = open_material(a);
  require_other_output(a, m);
  for (const auto& note : m.notes()) tell(a, note);
  const auto options = similarity_choice(a, m);
  if (options.intervals) return write_table(a, studies::similarity(m, options));
  tell(a, fmt::format("no intervals: more than {} documents; --replicates asks for them",
                      studies::most_documents_with_intervals));
  const auto layers =
      studies::compared_layers(m, options);  // what cannot be compared is told before anything is written
  write_parts(a, studies::similarity_layout(),
              [&](const studies::table_sink& sink) { studies::similarity(m, layers, options, sink); });
}

// stylo's table has relative frequencies only: no material can be made of it.
void write_similarity(const arguments& a) {
  if (!corpus::is_frequency_table(a.study()))
    return a.number("explain") > 0 ? one_table(explained_similarity)(a) : write_compared(a);
  require_format(a);
  if (a.number("explain") > 0) throw data_error("--explain", "needs counts", "Give the texts instead of the table.");
  const auto t = corpus::read_frequency_table(a.study());
  const auto words = a.number("most-frequent");
  std::vector<studies::layer_kind> chosen = {studies::layer_kind::style};
  if (a.has("layer")) chosen = layers_named(a);
  tell(a, "a table of relative frequencies: no intervals, and the layer style only");
  write_table(a,
              studies::similarity(t, {chosen, measures(a), false}, words > 0 ? words : studies::default_style_terms));
}

void write_keyness(const arguments& a) {
  require_format(a);
  const material m = open_material(a);
  require_other_output(a, m);
  for (const auto& note : m.notes()) tell(a, note);
  const std::string wanted = a.text("table");
  if (wanted != "keyness" && wanted != "omnibus") {
    throw data_error("--table", "\"" + wanted + "\" is not a table", "There are: keyness, omnibus.");
  }
  const auto result = studies::keyness(m, keyness_choice(a));
  write_table(a, wanted == "keyness" ? result.keyness : result.omnibus);
  tell(a, describe(result.summary));
}

table ordination_table(const material& m, const arguments& a) {
  require_one_measure(a);
  const std::string wanted = a.text("table");
  if (wanted != "ordination" && wanted != "loadings" && wanted != "ellipses") {
    throw data_error("--table", "\"" + wanted + "\" is not a table", "There are: ordination, loadings, ellipses.");
  }
  auto options = ordination_choice(a, m);
  if (wanted != "ellipses") options.ellipses = false;
  auto result = studies::ordination(m, options);
  for (const auto& note : result.notes) tell(a, note);
  if (wanted == "ellipses") return std::move(result.ellipses);
  return std::move(wanted == "loadings" ? result.loadings : result.ordination);
}

table scaling_table(const material& m, const arguments& a) {
  auto result = studies::scaling(m, scaling_choice(a, m));
  for (const auto& note : result.notes) tell(a, note);
  return std::move(result.scaling);
}

std::vector<command> make_commands() {
  std::vector<command> c;
  c.push_back(
      {"run", "Every analysis the study allows, as a folder of tables, plots and a page to look at them.",
       "run STUDY [-o DIR] [options]", [] { return run_flags(); },
       [] {
         return listed(studies::documents_layout(), studies::frequencies_layout(), studies::tfidf_layout(),
                       studies::keyness_layout(), studies::keyness_omnibus_layout(), studies::contested_layout(),
                       studies::dispersion_layout(), studies::positions_layout(), studies::diversity_layout(),
                       studies::stance_layout(), studies::stance_groups_layout(), studies::stance_evidence_layout(),
                       studies::stance_lexicon_layout(), studies::targets_layout(), studies::target_groups_layout(),
                       studies::target_evidence_layout(), studies::reuse_layout(), studies::reuse_documents_layout(),
                       studies::similarity_layout(), studies::clusters_layout(), studies::merges_layout(),
                       studies::agreement_layout(), studies::ordination_layout(), studies::loadings_layout(),
                       studies::ordination_ellipses_layout(), studies::scaling_layout(), studies::attribution_layout());
       },
       "isogloss run corpus/soviet-accounts -o outputs/soviet-accounts",
       "low and high speak of these texts, not of others their authors might have written; what speaks beyond them "
       "says so.",
       run_study,
       "With --explain: contributions.csv (isogloss similarity --help has its columns). Beside the tables: "
       "similarity-LAYER.csv (a layer's first measure as a square matrix: document, then one column a document), "
       "dendrogram-LAYER.nwk (the tree of the first hierarchical method, with support), datapackage.json (what every "
       "table and column means) "
       "and run.json (version, settings, and a SHA-256 of every input)."});
  c.push_back({"check", "What is in a study, what is wrong with it, and what can be run on it.",
               "check STUDY [--write-zones FILE] [--write-texts FOLDER] [options]", check_flags,
               [] { return listed(check_layout()); }, "isogloss check corpus/tramway-debate", "", check_study});
  c.push_back({"extract", "Derived features: counts by segment, zone and token, from which no sentence can be read.",
               "extract STUDY -o DIR [options]", no_options, studies::extract_layouts,
               "isogloss extract corpus/tramway-debate -o outputs/features", "", extract_features});
  c.push_back(
      {"export", "Counts, rates and networks of likeness in the formats of other programs.",
       "export STUDY --to LIST -o DIR [options]", export_flags, export_layouts,
       "isogloss export corpus/soviet-accounts --to gexf,stylo -o outputs/exchange",
       "exported counts are those of the chosen zones and terms; a study's own counts by segment and voice are "
       "what isogloss extract writes.",
       export_study,
       "matrix.mtx (counts, documents in rows), table_with_frequencies.txt (stylo: terms in rows, per cent of "
       "running words), liwc.csv (Filename, Segment, WC, then a column a category, in per cent of words) and "
       "similarity-LAYER.gexf have no columns of these names. A file long.csv can itself be given as STUDY: its "
       "terms are taken as tokens, and each document is one segment."});
  c.push_back({"tokens", "The token stream: every counted token with its place, voice and term.",
               "tokens STUDY [options]", no_options, [] { return listed(studies::tokens_layout()); },
               "isogloss tokens corpus/tramway-debate", "", write_tokens});
  c.push_back(
      {"kwic", "A concordance: every place in which a word, bureaucra*, or a phrase is found, with the text around it.",
       "kwic STUDY PATTERN [options]", kwic_flags, [] { return listed(studies::kwic_layout()); },
       "isogloss kwic corpus/tramway-debate \"network*\" --sort-by right", "",
       search([](const material& m, const arguments& a) { return studies::kwic(m, kwic_choice(a)); }), "", true});
  c.push_back({"collocates", "Which terms stand near a word, bureaucra*, or a phrase, and how strongly.",
               "collocates STUDY PATTERN [--compare-groups] [options]", collocates_flags,
               [] { return listed(studies::collocates_layout(), studies::collocate_groups_layout()); },
               "isogloss collocates corpus/tramway-debate trams --min-observed 3",
               "no measure of association is a test: tokens are not independent of each other. With few occurrences of "
               "the node any measure of size is unsteady; read them with isogloss kwic.",
               search(collocates_table), "", true});
  c.push_back({"frequencies", "How often each document uses each term.", "frequencies STUDY [options]", no_options,
               [] { return listed(studies::frequencies_layout()); },
               "isogloss frequencies corpus/soviet-accounts --min-count 5", "", write_frequencies});
  c.push_back({"tfidf", "Which terms tell each document apart.", "tfidf STUDY [options]", tfidf_flags,
               [] { return listed(studies::tfidf_layout()); }, "isogloss tfidf corpus/soviet-accounts --top 20",
               "with few documents the schemes without smoothing give 0 to every term that all documents share.",
               write_tfidf});
  c.push_back({"keyness", "Which terms set groups apart, how strongly, and how sure one can be.",
               "keyness STUDY [--target GROUP [--reference GROUP]] [options]", keyness_flags,
               [] { return listed(studies::keyness_layout(), studies::keyness_omnibus_layout()); },
               "isogloss keyness corpus/soviet-accounts --target trotskyist --top 30",
               "--min-count is 5 here, over the documents compared. With few documents p_value can hardly be small "
               "(p_attainable); "
               "token-level p-values call half of all true nulls significant once documents differ among themselves.",
               write_keyness});
  c.push_back(
      {"contested", "Which words groups share but use differently, by the company the words keep.",
       "contested STUDY [options]", contested_flags, [] { return listed(studies::contested_layout()); },
       "isogloss contested corpus/tramway-debate --min-shared 5",
       "with unit segment a p_value speaks of these texts only: texts of one group differ among themselves too, "
       "and texts on other matters keep other company. Read the passages with isogloss kwic.",
       one_table(contested_table)});
  c.push_back(
      {"dispersion", "How evenly each term is spread over the texts.", "dispersion STUDY [options]", dispersion_flags,
       [] { return listed(studies::dispersion_layout()); }, "isogloss dispersion corpus/soviet-accounts --min-count 20",
       "a term of few occurrences cannot be spread evenly over many segments.",
       one_table([](const material& m, const arguments& a) { return studies::dispersion(m, dispersion_choice(a)); })});
  c.push_back(
      {"diversity", "How varied each document's vocabulary is.", "diversity STUDY [options]", diversity_flags,
       [] { return listed(studies::diversity_layout()); }, "isogloss diversity corpus/tramway-debate",
       "type_token_ratio, guiraud_r, herdan_c, maas_a2, entropy_bits and hapax_share change with the length of a text; "
       "compare documents by the rows at equal length, or by yule_k, hd_d, mtld and the moving average.",
       one_table([](const material& m, const arguments& a) { return studies::diversity(m, diversity_choice(a)); })});
  c.push_back({"stance", "Rates of the lexicons' categories in each document's own voice and in its quotations.",
               "stance STUDY [--table NAME] [--evidence FILE] [options]", stance_flags,
               [] {
                 return listed(studies::stance_layout(), studies::stance_groups_layout(),
                               studies::stance_evidence_layout());
               },
               "isogloss stance corpus/tramway-debate --evidence outputs/stance_evidence.csv",
               "a word of a category is counted whatever the sentence makes of it; read the hits before the rates.",
               write_stance});
  c.push_back({"targets", "How persons, bodies and ideas are judged: the evaluative words near their names.",
               "targets STUDY [--table NAME] [--evidence FILE] [options]", targets_flags,
               [] {
                 return listed(studies::targets_layout(), studies::target_groups_layout(),
                               studies::target_evidence_layout());
               },
               "isogloss targets corpus/tramway-debate --evidence outputs/target_evidence.csv",
               "a word near a name need not speak of it: a few judgements prove nothing, so open the evidence. Without "
               "word order (basis segment) praise of one and blame of another in the same passage are told to both.",
               write_targets});
  c.push_back({"reuse", "Passages that documents share: quotations of one source, copies, formulas; with small edits.",
               "reuse STUDY [--table NAME] [--show-text] [options]", reuse_flags,
               [] { return listed(studies::reuse_layout(), studies::reuse_documents_layout()); },
               "isogloss reuse corpus/tramway-debate --min-words 8",
               "what is shared may come from a third text; the table does not say who wrote it first. Passages shorter "
               "than --min-words, and paraphrases, are not found.",
               write_reuse});
  c.push_back(
      {"lexicon", "The stance-bearing terms of each document, set against the other documents.",
       "lexicon STUDY [options]", no_options, [] { return listed(studies::stance_lexicon_layout()); },
       "isogloss lexicon corpus/soviet-accounts",
       "log_odds_z ranks terms; with documents that differ among themselves it is no test. Of terms without any "
       "orientation one in twenty is listed as induced: read q_value.",
       one_table([](const material& m, const arguments& a) {
         require_lexicons(m);
         if (const auto why = studies::why_nothing_induced(m); !why.empty()) tell(a, "no induced terms: " + why);
         return studies::stance_lexicon(m);
       })});
  c.push_back({"similarity", "How alike or how far apart every two documents are.",
               "similarity STUDY [--explain TERMS] [options]", similarity_flags,
               [] { return listed(studies::similarity_layout(), studies::contributions_layout()); },
               "isogloss similarity corpus/soviet-accounts --layer vocabulary",
               "short documents look less alike than long ones; the intervals show how much is chance.",
               write_similarity});
  c.push_back(
      {"clusters", "Which documents belong together, and whether that is how they are grouped.",
       "clusters STUDY [--table NAME] [--agree-with COLUMN] [options]", clustering_flags,
       [] { return listed(studies::clusters_layout(), studies::merges_layout(), studies::agreement_layout()); },
       "isogloss clusters corpus/soviet-accounts --table agreement",
       "five documents in groups of two, two and one can be relabelled in thirty ways, two of which are the same "
       "partition: "
       "no p can be below 2/30. support varies the texts, sensitivity the choice of words; neither is a p-value.",
       one_table(clusters_table)});
  c.push_back(
      {"ordination", "Where documents lie on the axes along which they differ most, and which terms make them.",
       "ordination STUDY [--table NAME] [options]", ordination_flags,
       [] {
         return listed(studies::ordination_layout(), studies::loadings_layout(), studies::ordination_ellipses_layout());
       },
       "isogloss ordination corpus/soviet-accounts --table loadings",
       "a few documents always lie well apart on two axes; read variance_share and stress_1 before the picture. "
       "In ca, terms of fewer than 5 tokens are left out unless --min-count is given.",
       one_table(ordination_table)});
  c.push_back({"scaling", "Where documents lie on one scale: by their words alone, or by documents of known position.",
               "scaling STUDY [--scores COLUMN] [--direction DOCUMENT,DOCUMENT] [options]", scaling_flags,
               [] { return listed(studies::scaling_layout()); }, "isogloss scaling corpus/tramway-debate",
               "the scale is whatever parts the words most, which may be genre or topic rather than opinion; standard "
               "errors take every word for an independent draw and are too small.",
               one_table(scaling_table)});
  c.push_back({"attribute",
               "Who wrote it: the nearest known author of every document by the most frequent words, those of known "
               "author left out in turn; general imposters; rolling Delta.",
               "attribute STUDY [--method LIST] [--table NAME] [options]", attribution_flags,
               [] {
                 return listed(studies::attribution_layout(), studies::attribution_accuracy_layout(),
                               studies::confusion_layout(), studies::imposters_layout(), studies::calibration_layout(),
                               studies::rolling_layout());
               },
               "isogloss attribute corpus/federalist --table confusion",
               "someone is always the nearest, also where none of the authors wrote it: read margin, support and "
               "accuracy, and ask the imposters. Texts below some 2,000 words, and subjects or genres that differ "
               "between authors, mislead.",
               one_table(attribution_table)});
  return c;
}

}  // namespace

const std::vector<command>& commands() {
  static const std::vector<command> all = make_commands();
  return all;
}

po::options_description all_options() {
  po::options_description options;
  options.add(shared_options()).add(run_flags());
  add_new(options, kwic_flags());
  add_new(options, collocates_flags());
  add_new(options, attribution_flags());
  add_new(options, export_flags());
  return options;
}

}  // namespace isogloss::cli
