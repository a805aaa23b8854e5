#include "corpus/study_texts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "isogloss/base/errors.hpp"
#include "isogloss/base/files.hpp"
#include "isogloss/base/parallel.hpp"
#include "isogloss/corpus/markup.hpp"
#include "isogloss/text/encoding.hpp"
#include "isogloss/text/utf8.hpp"

namespace isogloss::corpus {
namespace {

namespace fs = std::filesystem;

marked_up_text read_marked_up(const document& d) {
  return corpus::read_marked_up(isogloss::read_file(d.file), d.encoding, d.file);
}

void replace_markup(study& s, document& d) {
  d.zones.clear();
  d.has_markup = false;
  s.notes.push_back(fmt::format("zones of {} are those of zones.csv, not of its markup", d.name));
}

}  // namespace

bool is_text(const fs::path& file) {
  return fs::is_regular_file(file) && (file.extension() == ".txt" || is_marked_up(file));
}

fs::path find_text(const fs::path& folder, const std::string& named, const std::string& document) {
  std::vector<std::string> names = {named};
  if (named.empty()) {
    names.clear();
    for (const char* ending : {".txt", ".xml", ".tei", ".html", ".htm"}) names.push_back(document + ending);
  }
  for (const auto& name : names) {
    for (const auto& candidate : {folder / name, folder / "texts" / name}) {
      if (fs::is_regular_file(candidate)) return candidate;
    }
  }
  return {};
}

void read_markup(study& s, bool with_metadata) {
  const auto is_marked = [](const document& d) { return is_marked_up(d.file); };
  if (std::none_of(s.documents.begin(), s.documents.end(), is_marked)) return;
  if (with_metadata) s.columns.insert(s.columns.end(), {"author", "title", "date"});
  std::vector<std::vector<problem>> problems(s.documents.size());
  parallel_for(s.documents.size(), {"reading markup", "documents"}, [&](std::size_t i) {
    document& d = s.documents[i];
    marked_up_text found;
    try {
      if (is_marked(d)) found = read_marked_up(d);
    } catch (const data_error& error) {
      problems[i] = error.problems();
    }
    if (with_metadata) d.metadata.insert(d.metadata.end(), {found.author, found.title, found.date});
    if (d.language.empty()) d.language = found.language;
    d.has_markup = is_marked(d);
    d.zones = std::move(found.zones);
  });
  throw_if_any(joined(std::move(problems)));
}

void attach_zones(study& s) {
  if (s.files.zones.empty() || !s.has_texts()) return;
  std::map<std::string, document*> by_name;
  for (auto& d : s.documents) by_name.emplace(d.name, &d);
  std::vector<problem> problems;
  std::map<const document*, std::vector<zone_row>> rows_of;
  for (auto& row : read_zones(s.files.zones)) {
    const auto found = by_name.find(row.document);
    if (found == by_name.end()) {
      problems.push_back({row.where, fmt::format("document \"{}\" is not in documents.csv", row.document),
                          "Correct the name, or add the document."});
    } else {
      rows_of[found->second].push_back(std::move(row));
    }
  }
  for (auto& d : s.documents) {
    auto& rows = rows_of[&d];
    if (!rows.empty() && d.has_markup) replace_markup(s, d);
    std::stable_sort(rows.begin(), rows.end(),
                     [](const auto& a, const auto& b) { return a.span.begin < b.span.begin; });
    std::size_t widest = 0;  // the zone so far that reaches furthest
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (i > 0 && rows[i].span.begin < rows[widest].span.end) {
        problems.push_back(
            {rows[i].where,
             fmt::format("zone {}-{} of \"{}\" overlaps zone {}-{} ({})", rows[i].span.begin, rows[i].span.end, d.name,
                         rows[widest].span.begin, rows[widest].span.end, rows[widest].where),
             "A byte belongs to one zone; shorten one of them."});
      }
      if (rows[i].span.end > rows[widest].span.end) widest = i;
      d.zones.push_back(rows[i].span);
    }
  }
  throw_if_any(std::move(problems));
}

std::string read_text(const document& d) {
  std::string text =
      is_marked_up(d.file) ? read_marked_up(d).text : text::decode(isogloss::read_file(d.file), d.encoding, d.file);
  std::vector<problem> problems;
  for (const auto& z : d.zones) {
    const std::string what = fmt::format("zone {}-{} ({}) of \"{}\"", z.begin, z.end, name(z.kind), d.name);
    if (z.end > text.size()) {
      problems.push_back({z.where, fmt::format("{} ends beyond the text, which has {} bytes", what, text.size()),
                          "Offsets count bytes of the UTF-8 text, not characters; was the text changed since?"});
    } else if (!text::is_character_boundary(text, z.begin) || !text::is_character_boundary(text, z.end)) {
      problems.push_back({z.where, what + " cuts a character in two",
                          "Offsets count bytes of the UTF-8 text; move it to a character's beginning."});
    }
  }
  throw_if_any(std::move(problems));
  return text;
}

}  // namespace isogloss::corpus
