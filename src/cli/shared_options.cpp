#include <fmt/format.h>
#include <fmt/ranges.h>

#include <set>

#include "cli/arguments.hpp"
#include "cli/memory_size.hpp"
#include "isogloss/base/errors.hpp"
#include "isogloss/corpus/csv_file.hpp"
#include "isogloss/corpus/zone_detection.hpp"

namespace isogloss::cli {
namespace {

namespace po = boost::program_options;
namespace fs = std::filesystem;

po::typed_value<std::int64_t>* number(std::int64_t standard, const char* unit) {
  return po::value<std::int64_t>()->default_value(standard)->value_name(unit);
}

po::typed_value<std::string>* text(const char* name) {
  return po::value<std::string>()->value_name(name);
}

std::vector<corpus::condition> conditions(const arguments& a) {
  std::vector<corpus::condition> result;
  for (const auto& condition : a.texts("where")) {
    const auto equals = condition.find('=');
    if (equals == std::string::npos) {
      throw data_error("--where", fmt::format("\"{}\" is not of the form COLUMN=VALUE or COLUMN!=VALUE", condition));
    }
    const bool excluded = equals > 0 && condition[equals - 1] == '!';
    result.push_back({condition.substr(0, equals - (excluded ? 1 : 0)), condition.substr(equals + 1), excluded});
  }
  return result;
}

// A file named by an option, or else the study's own; "none" for neither.
fs::path file_for(const arguments& a, const char* option, const fs::path& own) {
  if (!a.has(option)) return own;
  return a.text(option) == "none" ? fs::path() : fs::path(a.text(option));
}

studies::judging_options judging(const arguments& a) {
  studies::judging_options chosen{{}, a.number("target-window", 1, 1'000'000)};
  if (!a.has("within")) return chosen;
  chosen.basis = studies::target_basis_from(a.text("within"));
  if (chosen.basis) return chosen;
  std::vector<std::string_view> names;
  for (const auto basis : studies::all_target_bases()) names.push_back(name(basis));
  throw data_error("--within", fmt::format("\"{}\" is no span", a.text("within")),
                   fmt::format("There are: {}.", fmt::join(names, ", ")));
}

tokens::reuse_options reuse_options(const arguments& a) {
  tokens::reuse_options chosen;
  chosen.seed_words = a.number("seed-words", 2, 1000);
  chosen.min_words = a.number("min-words", 1);
  chosen.zones = corpus::zone_set(a.text("reuse-zones"), "--reuse-zones");
  chosen.within_documents = a.flag("within-documents");
  return chosen;
}

bool drops_reused(const arguments& a) {
  const std::string choice = a.text("reuse");
  if (choice == "keep" || choice == "drop") return choice == "drop";
  throw data_error("--reuse", fmt::format("\"{}\" is no choice", choice), "There are: keep, drop.");
}

text::normalisation normalisation_from(const std::string& name) {
  if (name == "nfc") return text::normalisation::nfc;
  if (name == "nfkc") return text::normalisation::nfkc;
  throw data_error("--normalisation", fmt::format("\"{}\" is not a normalisation", name), "There are: nfc, nfkc.");
}

}  // namespace

po::options_description shared_options() {
  po::options_description options("Shared options");
  options.add_options()("group-by", text("COLUMN"), "group documents by a column of documents.csv")(
      "where", po::value<std::vector<std::string>>()->value_name("COLUMN=VALUE"),
      "keep documents with this value (COLUMN!=VALUE: without it); may be repeated")(
      "zones", text("LIST")->default_value("body"),
      "whose tokens count: body, quotation, heading, note, reference, caption, furniture; with commas, or all")(
      "detect-zones", text("LIST"),
      "find zones in documents without any in zones.csv: quotation, note, reference, heading, caption, furniture; with "
      "commas, or all")("detect-everywhere", po::bool_switch(),
                        "with --detect-zones: also between the zones that a document has")(
      "encoding", text("NAME"), "encoding of texts for which documents.csv names none (UTF-8 otherwise)")(
      "token-pattern", text("REGEX"),
      "a token is a match of this ICU regular expression, instead of a word by UAX #29; every match counts")(
      "keep-case", po::bool_switch(), "do not fold case")("keep-numbers", po::bool_switch(),
                                                          "count words without a letter too")(
      "normalisation", text("FORM")->default_value("nfc"), "nfc, or nfkc for ligatures and full-width letters")(
      "strip-possessive", po::bool_switch(), "count \"lenin's\" as \"lenin\"")("stem", text("LANGUAGE"),
                                                                               "Snowball stemmer, e.g. english")(
      "variants", text("FILE"),
      "spelling variants: CSV variant,term, or VarCon; the study's variants.csv otherwise; none for neither")(
      "spelling", text("NAME")->default_value("british"),
      "the spelling VarCon is read towards: american, british, british-ize, canadian, australian")(
      "phrases", text("FILE"),
      "phrases that count as one term: CSV phrase[,term]; the study's phrases.csv otherwise; none for neither")(
      "stopwords", text("FILE"), "terms to leave out of whatever is counted, one a line")(
      "within", text("SPAN"),
      "what a word must share with a target's name to judge it: clause (with texts, unless another is named), "
      "sentence, "
      "or segment (all that features can tell)")("target-window", number(10, "TOKENS"),
                                                 "how far from the name it may stand in its clause or sentence, to "
                                                 "either side")(
      "content-stopwords", text("FILE"),
      "terms to leave out where content counts (tfidf, the vocabulary layer); the study's stopwords.txt otherwise; "
      "none for neither")("lexicon", po::value<std::vector<std::string>>()->value_name("FILE"),
                          "a stance lexicon beside those in the study's lexicons/; may be repeated")(
      "targets", text("FILE"),
      "whom or what texts judge: CSV target,pattern; the study's targets.csv otherwise; none for neither")(
      "reuse", text("CHOICE")->default_value("keep"),
      "passages that documents share (see isogloss reuse): keep, or drop: they count in none of the documents")(
      "seed-words", number(6, "WORDS"), "equal words in a row from which a shared passage grows")(
      "min-words", number(10, "WORDS"), "equal words that a shared passage must have")(
      "reuse-zones", text("LIST")->default_value("all"), "zones in which shared passages are looked for")(
      "ngrams", number(1, "WORDS"), "count sequences of so many words")(
      "character-ngrams", number(0, "CHARACTERS"), "count sequences of so many characters within words")(
      "min-count", number(1, "TOKENS"), "leave out rarer terms")("min-documents", number(1, "DOCUMENTS"),
                                                                 "leave out terms of fewer documents")(
      "most-frequent", number(0, "TERMS"), "keep the most frequent terms only; 0: all (the style layer: 500)")(
      "segment-tokens", number(200, "TOKENS"), "size of the segments that intervals resample")(
      "replicates", number(1000, "N"), "resamples an interval or support rests on; 0: none")(
      "seed", number(1, "N"), "of the random numbers; the same seed, the same result")(
      "threads", number(0, "N"), "threads to use; 0: one a core. Results do not depend on it")(
      "memory", text("SIZE"),
      "for the token stream, e.g. 500M or 4G (=half of what the machine has); the rest of it lies in a file in the "
      "folder TMPDIR names. Results do not depend on it")(
      "config", text("FILE"), "options in the form \"name = value\"; the study's analysis.ini is read after it")(
      "format", text("FORMAT")->default_value("csv"), "csv, tsv, json or jsonl")(
      "output,o", text("FILE"), "write there instead of standard output (run, extract: the folder to write to)")(
      "quiet", po::bool_switch(), "no messages but errors, and no progress")("help", "show this");
  return options;
}

corpus::study open_study(const arguments& a) {
  corpus::study s = corpus::open_study(a.study(), conditions(a), a.text("encoding"));
  const bool everywhere = a.flag("detect-everywhere");
  if (a.has("detect-zones")) {
    corpus::add_detected_zones(s, {corpus::zone_set(a.text("detect-zones"), "--detect-zones"), everywhere});
  } else if (everywhere) {
    throw data_error("--detect-everywhere", "says where to detect zones, but not which", "Add --detect-zones all.");
  }
  return s;
}

studies::material_options counting_options(const arguments& a, const corpus::study& s) {
  studies::material_options o;
  o.terms.keep_case = a.flag("keep-case");
  // A pattern says itself what a token is.
  o.terms.keep_numbers = a.flag("keep-numbers") || a.has("token-pattern");
  o.terms.strip_possessive = a.flag("strip-possessive");
  o.terms.form = normalisation_from(a.text("normalisation"));
  o.terms.stem = a.text("stem");
  o.terms.variants = file_for(a, "variants", s.files.variants);
  o.terms.preferred = tokens::spelling_from(a.text("spelling"));
  o.terms.phrases = file_for(a, "phrases", s.files.phrases);
  o.terms.stopwords = file_for(a, "stopwords", {});
  o.terms.character_ngrams = a.number("character-ngrams");
  o.content_stopwords = file_for(a, "content-stopwords", s.files.stopwords);
  o.segmentation = {a.text("token-pattern"), a.number("segment-tokens", 1), memory(a)};
  o.zones = corpus::zone_set(a.text("zones"), "--zones");
  o.group_by = a.text("group-by");
  o.ngrams = a.number("ngrams", 1);
  if (o.ngrams > 1 && o.terms.character_ngrams > 0) {
    throw data_error("--ngrams", "words and characters cannot both make n-grams", "Leave out --character-ngrams.");
  }
  o.trim = {static_cast<double>(a.number("min-count")), a.number("min-documents"), a.number("most-frequent")};
  o.targets = file_for(a, "targets", s.files.targets);
  o.judging = judging(a);
  o.reuse = reuse_options(a);
  o.drop_reused = drops_reused(a);
  o.lexicons = s.files.lexicons;
  std::set<fs::path> known;
  for (const auto& path : o.lexicons) known.insert(fs::weakly_canonical(path));
  for (const auto& path : a.texts("lexicon")) {
    if (path != "none" && known.insert(fs::weakly_canonical(path)).second) o.lexicons.emplace_back(path);
  }
  o.seed = a.number("seed");
  o.replicates = static_cast<std::uint32_t>(a.number("replicates", 0, 1000000));
  return o;
}

namespace {

std::pair<corpus::study, studies::material_options> study_and_options(const arguments& a) {
  corpus::study s = open_study(a);
  if (a.on_command_line("group-by") && !a.text("group-by").empty()) {
    corpus::require_groups(corpus::group_by(s, a.text("group-by")));
  }
  studies::material_options options = counting_options(a, s);
  // Where --where leaves one group of a study's own grouping, the documents are no longer grouped.
  if (!a.on_command_line("group-by") && a.has("where") && corpus::group_by(s, options.group_by).groups.size() == 1) {
    s.notes.push_back(fmt::format("--where leaves one group of \"{}\": documents are not grouped", options.group_by));
    options.group_by.clear();
  }
  return {std::move(s), std::move(options)};
}

}  // namespace

studies::material open_material(const arguments& a) {
  auto [study, options] = study_and_options(a);
  return {std::move(study), std::move(options)};
}

studies::material open_stream(const arguments& a) {
  auto [study, options] = study_and_options(a);
  return studies::material::of_stream(std::move(study), std::move(options));
}

studies::material open_counts(const arguments& a, studies::term_choice wanted) {
  auto [study, options] = study_and_options(a);
  return studies::material::of_counts(std::move(study), std::move(options), wanted);
}

}  // namespace isogloss::cli
