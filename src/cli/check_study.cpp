#include <fmt/format.h>

#include "cli/command.hpp"
#include "isogloss/corpus/csv_file.hpp"
#include "isogloss/studies/counting.hpp"

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

}  // namespace

void check_study(const arguments& a) {
  const studies::material m = open_material(a);
  const auto& s = m.study();
  table t = check_layout();
  t.add("study", s.name, "");
  t.add("documents", std::to_string(s.documents.size()), fmt::format("columns: {}", corpus::join(s.columns)));
  t.add("source", s.has_texts() ? "texts" : "features",
        s.has_texts() ? "every analysis" : "every analysis that needs no word order");
  std::size_t n_zones = 0;
  for (const auto& d : s.documents) n_zones += d.zones.size();
  t.add("zones", std::to_string(n_zones),
        s.has_texts() ? "own words are told from quoted ones" : "kept in the features");
  t.add("groups", std::to_string(m.groups().empty() ? 0 : m.groups().groups.size()),
        m.groups().empty() ? "name a column with --group-by"
                           : fmt::format("{}: {}", m.groups().column, corpus::join(m.groups().groups)));
  add_file(t, "variants.csv", s.files.variants, "spellings that count as one term");
  add_file(t, "phrases.csv", s.files.phrases, "phrases that count as one term");
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
  t.add("can run", corpus::join({"frequencies", "tfidf"}), "");
  if (s.has_texts()) t.add("can run", corpus::join({"tokens", "kwic", "collocates"}), "");
  if (!m.lexicons().empty()) t.add("can run", "stance, lexicon", "");
  if (several) t.add("can run", "similarity, clusters, ordination", "");
  if (s.documents.size() > 2) t.add("can run", "scaling", "");
  write_table(a, t);
}

}  // namespace isogloss::cli
