#include "isogloss/corpus/study.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "corpus/study_texts.hpp"
#include "isogloss/base/errors.hpp"
#include "isogloss/corpus/csv_file.hpp"
#include "isogloss/corpus/frequency_table.hpp"
#include "isogloss/corpus/long_form.hpp"
#include "isogloss/text/encoding.hpp"
#include "isogloss/text/utf8.hpp"

namespace isogloss::corpus {
namespace {

namespace fs = std::filesystem;

constexpr const char* a_study_is =
    "A study is a folder with documents.csv, a folder of .txt, .xml (TEI) or .html files, or one such file.";

std::vector<fs::path> files_in(const fs::path& folder, bool (*wanted)(const fs::path&)) {
  std::vector<fs::path> result;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    if (wanted(entry.path())) result.push_back(entry.path());
  }
  if (error) throw data_error(folder.string(), "cannot be listed: " + error.message(), "Check its permissions.");
  std::sort(result.begin(), result.end());
  return result;
}

bool is_lexicon(const fs::path& path) {
  return fs::is_regular_file(path) && (path.extension() == ".csv" || path.extension() == ".dic");
}

study_files find_files(const fs::path& folder) {
  const auto present = [&](const char* name) { return fs::exists(folder / name) ? folder / name : fs::path(); };
  study_files files;
  files.documents = present("documents.csv");
  files.zones = present("zones.csv");
  files.features = present("features.csv");
  files.segments = present("segments.csv");
  files.lexicon_phrases = present("lexicon_phrases.csv");
  files.variants = present("variants.csv");
  files.phrases = present("phrases.csv");
  files.stopwords = present("stopwords.txt");
  files.targets = present("targets.csv");
  files.settings = present("analysis.ini");
  if (fs::is_directory(folder / "lexicons")) files.lexicons = files_in(folder / "lexicons", is_lexicon);
  return files;
}

document text_document(const fs::path& path, const std::string& encoding) {
  document d;
  d.name = path.stem().string();
  d.file = path;
  d.encoding = encoding;
  d.metadata = {d.name};
  return d;
}

void require_utf8_names(const std::vector<fs::path>& paths) {
  std::vector<problem> problems;
  for (const auto& path : paths) {
    const auto error = text::find_invalid_utf8(path.filename().string());
    if (!error) continue;
    problems.push_back(
        {path.parent_path().string(),
         fmt::format("the name of a file in it is not UTF-8 (byte {}: 0x{:02X})", error->offset, error->byte),
         "Rename the file; documents are named after their files."});
  }
  throw_if_any(std::move(problems));
}

void require_distinct_names(const study& s) {
  std::map<std::string, fs::path> seen;
  std::vector<problem> problems;
  for (const auto& d : s.documents) {
    const auto [first, is_new] = seen.emplace(d.name, d.file);
    if (is_new) continue;
    problems.push_back({d.file.string(), fmt::format("has the name of {}", first->second.filename().string()),
                        "Documents are named after their files: rename one, or list those to read in documents.csv."});
  }
  throw_if_any(std::move(problems));
}

study study_of_texts(const fs::path& folder, const std::vector<fs::path>& paths, const std::string& encoding) {
  require_utf8_names(paths);
  study s;
  s.folder = folder;
  s.columns = {"document"};
  for (const auto& path : paths) s.documents.push_back(text_document(path, encoding));
  require_distinct_names(s);
  read_markup(s, true);
  return s;
}

class manifest_reader {
 public:
  manifest_reader(study& s, const std::string& encoding) : study_(s), encoding_(encoding), file_(s.files.documents) {
    study_.columns = file_.header();
    name_ = file_.column("document");
    text_ = file_.find_column("file");
    encoding_column_ = file_.find_column("encoding");
    language_ = file_.find_column("language");
  }

  void read() {
    for (const auto& row : file_.rows()) read_row(row);
    throw_if_any(std::move(problems_));
    if (study_.documents.empty()) throw data_error(file_.path().string(), "lists no documents", "Add a row for each.");
  }

 private:
  void read_row(const csv_row& row) {
    document d;
    d.name = row.cells[name_];
    d.metadata = row.cells;
    if (encoding_column_) d.encoding = row.cells[*encoding_column_];
    if (d.encoding.empty()) d.encoding = encoding_;
    if (language_) d.language = row.cells[*language_];
    const auto [first, is_new] = seen_.emplace(d.name, row.line);
    if (d.name.empty()) {
      fail(row, "a document has no name", "Give it one in column \"document\".");
    } else if (!is_new) {
      fail(row, fmt::format("document \"{}\" is listed already, on line {}", d.name, first->second), "Rename one.");
    } else if (!text::is_known_encoding(d.encoding)) {
      fail(row, fmt::format("encoding \"{}\" is not known", d.encoding), "Use a name such as utf-8 or windows-1252.");
    } else {
      find_file(row, d);
      study_.documents.push_back(std::move(d));
    }
  }

  // A folder with features.csv may leave the texts out, but all of them.
  void find_file(const csv_row& row, document& d) {
    const std::string named = text_ ? row.cells[*text_] : std::string();
    d.file = find_text(study_.folder, named, d.name);
    if (!d.file.empty() || !study_.files.features.empty()) return;
    fail(row, fmt::format("text \"{}\" of document \"{}\" is missing", named.empty() ? d.name + ".txt" : named, d.name),
         fmt::format("It is looked for in {0} and {0}/texts; column \"file\" names it.", study_.folder.string()));
  }

  void fail(const csv_row& row, std::string what, std::string remedy) {
    problems_.push_back({file_.where(row), std::move(what), std::move(remedy)});
  }

  study& study_;
  const std::string& encoding_;
  csv_file file_;
  std::size_t name_ = 0;
  std::optional<std::size_t> text_, encoding_column_, language_;
  std::map<std::string, std::size_t> seen_;
  std::vector<problem> problems_;
};

// Texts and features are not mixed: a study with a text missing is one of features.
void choose_source(study& s) {
  const bool complete =
      std::all_of(s.documents.begin(), s.documents.end(), [](const auto& d) { return !d.file.empty(); });
  if (complete) return;
  for (auto& d : s.documents) d.file.clear();
}

void note_unlisted_texts(study& s) {
  std::set<fs::path> listed;
  for (const auto& d : s.documents) listed.insert(fs::weakly_canonical(d.file));
  for (const auto& folder : {s.folder, s.folder / "texts"}) {
    if (!fs::is_directory(folder)) continue;
    for (const auto& path : files_in(folder, is_text)) {
      if (path.filename() == "stopwords.txt" || listed.contains(fs::weakly_canonical(path))) continue;
      s.notes.push_back(fmt::format("{} is in no row of documents.csv and is left out", path.string()));
    }
  }
}

study study_of_folder(const fs::path& folder, const std::string& encoding) {
  const study_files files = find_files(folder);
  if (files.documents.empty()) {
    auto texts = files_in(folder, is_text);
    // A stopwords.txt among texts is the stop list of a study, not a text.
    std::erase_if(texts, [](const auto& path) { return path.filename() == "stopwords.txt"; });
    if (texts.empty()) {
      throw data_error(folder.string(), "has neither documents.csv nor .txt files, nor .xml, .tei, .html or .htm",
                       a_study_is);
    }
    study s = study_of_texts(folder, texts, encoding);
    s.files = files;
    attach_zones(s);
    return s;
  }
  study s;
  s.folder = folder;
  s.files = files;
  manifest_reader(s, encoding).read();
  choose_source(s);
  if (s.has_texts()) note_unlisted_texts(s);
  read_markup(s, false);
  attach_zones(s);
  return s;
}

void keep(study& s, const std::vector<condition>& where) {
  std::map<std::size_t, std::set<std::string>> wanted, unwanted;
  for (const auto& c : where) {
    const auto column = s.find_column(c.column);
    if (!column) {
      throw data_error("--where", fmt::format("there is no column \"{}\"", c.column),
                       fmt::format("documents.csv has: {}.", join(s.columns)));
    }
    (c.excluded ? unwanted : wanted)[*column].insert(c.value);
  }
  std::erase_if(s.documents, [&](const document& d) {
    const auto has_one_of = [&](const auto& values) { return values.second.contains(d.metadata[values.first]); };
    return !std::all_of(wanted.begin(), wanted.end(), has_one_of) ||
           std::any_of(unwanted.begin(), unwanted.end(), has_one_of);
  });
  if (s.documents.empty()) {
    throw data_error("--where", "no document meets the conditions", "Check the values against documents.csv.");
  }
}

}  // namespace

std::optional<std::size_t> study::find_column(std::string_view column) const {
  const auto found = std::find(columns.begin(), columns.end(), column);
  if (found == columns.end()) return std::nullopt;
  return static_cast<std::size_t>(found - columns.begin());
}

study open_study(const fs::path& path, const std::vector<condition>& where, const std::string& encoding) {
  if (!fs::exists(path)) {
    throw data_error(path.string(), "there is no such study", a_study_is);
  }
  if (is_frequency_table(path)) {
    throw data_error(path.string(), "is a table of relative frequencies, as stylo writes: it has no counts",
                     "isogloss similarity reads it; give the texts for everything else.");
  }
  const bool counted = is_long_form(path);
  if (!fs::is_directory(path) && !is_text(path) && !counted) {
    throw data_error(
        path.string(),
        "is not a .txt file, nor .xml, .tei, .html or .htm, nor a CSV file of counts (columns doc_id, term, n)",
        a_study_is);
  }
  study s = fs::is_directory(path) ? study_of_folder(path, encoding)
            : counted              ? study_of_long_form(path)
                                   : study_of_texts(path.parent_path(), {path}, encoding);
  const fs::path absolute = fs::absolute(path).lexically_normal();
  s.name = absolute.has_filename() ? absolute.stem().string() : absolute.parent_path().filename().string();
  if (fs::is_directory(path))
    s.name = (absolute.has_filename() ? absolute : absolute.parent_path()).filename().string();
  s.name = text::with_replacements(s.name);
  keep(s, where);
  return s;
}

grouping group_by(const study& s, const std::string& column) {
  grouping g{column, {}, {}};
  if (column.empty()) {
    g.group_of.assign(s.documents.size(), 0);
    return g;
  }
  const auto place = s.find_column(column);
  if (!place) {
    throw data_error("--group-by", fmt::format("there is no column \"{}\"", column),
                     fmt::format("documents.csv has: {}.", join(s.columns)));
  }
  std::vector<problem> problems;
  for (const auto& d : s.documents) {
    const std::string& value = d.metadata[*place];
    if (value.empty()) {
      problems.push_back({"documents.csv", fmt::format("document \"{}\" has no {}", d.name, column),
                          "Fill it in, or leave the document out with --where."});
    }
    const auto found = std::find(g.groups.begin(), g.groups.end(), value);
    g.group_of.push_back(static_cast<std::size_t>(found - g.groups.begin()));
    if (found == g.groups.end()) g.groups.push_back(value);
  }
  throw_if_any(std::move(problems));
  return g;
}

void require_groups(const grouping& g) {
  if (g.empty()) {
    throw data_error("--group-by", "the documents are not grouped", "Name a column of documents.csv with --group-by.");
  }
  if (g.groups.size() < 2) {
    throw data_error("--group-by", fmt::format("column \"{}\" has one group only (\"{}\")", g.column, g.groups[0]),
                     "Comparing takes two; choose another column, or other documents with --where.");
  }
}

}  // namespace isogloss::corpus
