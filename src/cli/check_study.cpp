#include <fmt/format.h>

#include <array>
#include <filesystem>

#include "cli/command.hpp"
#include "cli/study_options.hpp"
#include "isogloss/base/errors.hpp"
#include "isogloss/corpus/csv_file.hpp"
#include "isogloss/corpus/zone_detection.hpp"
#include "isogloss/reports/output.hpp"
#include "isogloss/reports/table_writer.hpp"
#include "isogloss/studies/counting.hpp"
#include "isogloss/studies/targets.hpp"

namespace isogloss::cli {

table check_layout() {
  using enum column_type;
  return {"check",
          "What is in the study.",
          "kind of thing",
          {{"item", string, "", "what was looked for"},
           {"found", string, "", "what is there"},
           {"use", string, "", "what it is good for, or what to do about it"}}};
}

namespace {

void add_file(table& t, const char* name, const std::filesystem::path& path, const char* use) {
  t.add(name, path.empty() ? "absent" : "present", use);
}

void add_zones(table& t, const corpus::study& s) {
  std::array<std::size_t, corpus::n_zones> counts{};
  std::size_t n = 0;
  for (const auto& d : s.documents) {
    n += d.zones.size();
    for (const auto& z : d.zones) ++counts[static_cast<std::size_t>(z.kind)];
  }
  t.add("zones", std::to_string(n), s.has_texts() ? "own words are told from quoted ones" : "kept in the features");
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (counts[i] > 0) t.add("zone", std::to_string(counts[i]), name(static_cast<corpus::zone>(i)));
  }
}

// The zones of the study, and of documents without any those that can be detected.
table zones_table(const arguments& a, corpus::study s) {
  if (!a.has("detect-zones")) corpus::add_detected_zones(s, {});
  using enum column_type;
  table t("zones", "Which passages are whose.", "document, begin",
          {{"document", string, "", "the document"},
           {"begin", integer, "bytes", "first byte of the passage in the UTF-8 text"},
           {"end", integer, "bytes", "the byte after its last"},
           {"zone", string, "", "what it is"},
           {"speaker", string, "", "in a quotation, who is quoted"}});
  for (const auto& d : s.documents) {
    for (const auto& z : d.zones) t.add(d.name, z.begin, z.end, name(z.kind), z.speaker);
  }
  return t;
}

void write_zones(const arguments& a, const studies::material& m) {
  const std::filesystem::path path = a.text("write-zones");
  require_no_input("--write-zones", path, m);
  const table zones = zones_table(a, m.study());
  reports::output_file file(path);
  reports::write(zones, reports::format::csv, [&](std::string_view bytes) { file.write(bytes); });
  file.commit();
  tell(a, fmt::format("{} zones in {}", zones.n_rows(), path.string()));
}

// One file a document, so that offsets can be looked up in a text that was converted, or had markup.
void write_texts(const arguments& a, const studies::material& m) {
  const std::filesystem::path folder = a.text("write-texts");
  for (const auto& d : m.study().documents) {
    if (d.name.find('/') != std::string::npos) {
      throw data_error("--write-texts", fmt::format("document \"{}\" cannot be the name of a file", d.name),
                       "Name documents without \"/\".");
    }
    require_no_input("--write-texts", folder / (d.name + ".txt"), m);
  }
  reports::output_folder texts(folder);
  for (const auto& d : m.study().documents) {
    reports::output_file file(texts.place(d.name + ".txt"));
    file.write(corpus::read_text(d));
    file.commit();
  }
  tell(a, fmt::format("{} texts in {}", texts.commit().size(), folder.string()));
}

}  // namespace

boost::program_options::options_description check_flags() {
  boost::program_options::options_description options("Options");
  options.add_options()("write-zones", boost::program_options::value<std::string>()->value_name("FILE"),
                        "write a zones.csv to read, correct and put beside the texts; without --detect-zones all kinds "
                        "are detected")(
      "write-texts", boost::program_options::value<std::string>()->value_name("FOLDER"),
      "write the texts as they are read: UTF-8, without markup. Byte offsets of tokens, kwic and zones are theirs");
  return options;
}

void check_study(const arguments& a) {
  require_format(a);
  const studies::material m = open_material(a);
  const auto& s = m.study();
  if (a.has("write-texts") && !s.has_texts()) {
    throw data_error(s.folder.string(), "has features only; --write-texts needs the texts", "Leave the option out.");
  }
  if (a.has("write-zones")) write_zones(a, m);
  if (a.has("write-texts")) write_texts(a, m);
  table t = check_layout();
  t.add("study", s.name, "");
  t.add("documents", std::to_string(s.documents.size()), fmt::format("columns: {}", corpus::join(s.columns)));
  t.add("source", s.has_texts() ? "texts" : "features",
        s.has_texts() ? "every analysis" : "every analysis that needs no word order");
  add_zones(t, s);
  t.add("groups", std::to_string(m.groups().empty() ? 0 : m.groups().groups.size()),
        m.groups().empty() ? "name a column with --group-by"
                           : fmt::format("{}: {}", m.groups().column, corpus::join(m.groups().groups)));
  add_file(t, "variants.csv", s.files.variants, "spellings that count as one term");
  add_file(t, "phrases.csv", s.files.phrases, "phrases that count as one term");
  add_file(t, "targets.csv", s.files.targets, "whom or what the texts judge");
  add_file(t, "stopwords.txt", s.files.stopwords, "terms left out where content counts");
  add_file(t, "analysis.ini", s.files.settings, "the study's own options");
  for (const auto& l : m.lexicons()) {
    t.add("lexicon", l.name,
          fmt::format("{} entries in {} categories: {}", l.entries.size(), l.categories.size(),
                      corpus::join(l.categories)));
  }
  const table documents = studies::documents(m);
  for (std::size_t i = 0; i < documents.n_rows(); ++i) {
    t.add(
        "document", documents.texts("document")[i],
        fmt::format("{} tokens in zone {}, {} types, {} segments", documents.integers("tokens")[i],
                    m.options().zones.to_string(), documents.integers("types")[i], documents.integers("segments")[i]));
  }
  for (const auto& note : m.notes()) t.add("note", note, "");
  const bool several = s.documents.size() > 1;
  t.add("can run", corpus::join({"frequencies", "tfidf", "dispersion", "diversity"}), "");
  if (m.groups().groups.size() > 1) t.add("can run", "keyness", "");
  if (s.has_texts()) t.add("can run", corpus::join({"tokens", "kwic", "collocates", "reuse"}), "");
  if (s.has_texts() && m.groups().groups.size() > 1) t.add("can run", "contested", "");
  if (!m.lexicons().empty()) t.add("can run", "stance, lexicon", "");
  if (studies::why_no_targets(m).empty()) t.add("can run", "targets", "");
  if (several) t.add("can run", "similarity, clusters, ordination", "");
  if (s.documents.size() > 2) t.add("can run", "scaling", "");
  if (studies::why_no_attribution(m, attribution_choice(a, m)).empty()) t.add("can run", "attribute", "");
  write_table(a, t);
}

}  // namespace isogloss::cli
