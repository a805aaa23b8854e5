#include "isogloss/corpus/features.hpp"

#include <fmt/format.h>

#define CSV_IO_NO_THREAD  // it reads from memory
#include <csv.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

#include "isogloss/base/errors.hpp"
#include "isogloss/base/files.hpp"
#include "isogloss/base/progress.hpp"
#include "isogloss/corpus/csv_file.hpp"
#include "isogloss/corpus/long_form.hpp"
#include "isogloss/text/encoding.hpp"

namespace isogloss::corpus {
namespace {

constexpr std::size_t most_problems = 20;
constexpr std::size_t rows_a_block = 4096;  // of progress

// Which documents.csv names, and which of them the study keeps.
struct document_index {
  std::unordered_map<std::string, std::size_t> kept;
  std::set<std::string> known;

  explicit document_index(const study& s) {
    for (std::size_t i = 0; i < s.documents.size(); ++i) kept.emplace(s.documents[i].name, i);
    const csv_file file(s.files.documents);
    const std::size_t column = file.column("document");
    for (const auto& row : file.rows()) known.insert(row.cells[column]);
  }
};

template <unsigned Columns>
using rows_of = io::CSVReader<Columns, io::trim_chars<>, io::double_quote_escape<',', '"'>, io::throw_on_overflow,
                              io::empty_line_comment>;

// Calls row() until it says false; the parser's own errors become problems with file and line.
template <class Row>
void read_rows(const std::filesystem::path& path, std::vector<problem>& problems, const Row& row) {
  const progress_stage reading({"reading", "rows"});
  for (std::size_t n = 1;; ++n) {
    if (n % rows_a_block == 0) reading.advance(rows_a_block);
    try {
      if (problems.size() >= most_problems || !row()) return;
    } catch (const io::error::base& error) {
      problems.push_back({path.string(), error.what(), "isogloss extract writes such a file."});
      // Header and file errors come again with every call; a bad row does not.
      if (dynamic_cast<const io::error::with_file_line*>(&error) == nullptr) return;
    }
  }
}

class features_reader {
 public:
  explicit features_reader(const study& s) : study_(s), index_(s) { result_.documents.resize(s.documents.size()); }

  features read() {
    read_counts();
    if (!study_.files.segments.empty()) read_sentences();
    if (!study_.files.lexicon_phrases.empty()) read_phrases();
    for (std::size_t i = 0; i < study_.documents.size(); ++i) {
      auto& document = result_.documents[i];
      if (document.features.empty() && problems_.empty()) {
        problems_.push_back({study_.files.features.string(),
                             fmt::format("has no row for document \"{}\"", study_.documents[i].name),
                             "A document without tokens cannot be compared; take it out of documents.csv, or extract "
                             "its features."});
      }
      std::sort(document.features.begin(), document.features.end(), [](const feature& a, const feature& b) {
        return std::tuple(a.segment, a.voice, a.type) < std::tuple(b.segment, b.voice, b.type);
      });
    }
    throw_if_any(std::move(problems_));
    return std::move(result_);
  }

 private:
  void read_counts() {
    const auto& path = study_.files.features;
    const std::string text = text::decode(isogloss::read_file(path), "utf-8", path);
    rows_of<6> rows(path.string(), text.data(), text.data() + text.size());
    const char* speaker = "";
    bool header = true;
    read_rows(path, problems_, [&] {
      if (std::exchange(header, false)) {
        rows.read_header(io::ignore_extra_column | io::ignore_missing_column, "document", "segment", "zone", "token",
                         "count", "speaker");
        require_columns(rows, path, {"document", "segment", "zone", "token", "count"});
      }
      const char *document = nullptr, *zone = nullptr, *token = nullptr;
      std::uint32_t segment = 0;
      std::uint64_t count = 0;
      if (!rows.read_row(document, segment, zone, token, count, speaker)) return false;
      const std::string where = fmt::format("{}:{}", path.string(), rows.get_file_line());
      if (auto* d = find_document(document, where)) {
        if (const auto v = find_voice(zone, speaker, where)) {
          if (*token == '\0' || segment == 0 || count == 0) {
            problems_.push_back({where, "has no token, or segment or count 0", "Segments and counts begin with 1."});
          } else {
            d->features.push_back({segment, *v, static_cast<type_id>(result_.types.add(token)), count});
          }
        }
      }
      return true;
    });
  }

  void read_sentences() {
    const auto& path = study_.files.segments;
    const std::string text = text::decode(isogloss::read_file(path), "utf-8", path);
    rows_of<4> rows(path.string(), text.data(), text.data() + text.size());
    bool header = true;
    read_rows(path, problems_, [&] {
      if (std::exchange(header, false)) {
        rows.read_header(io::ignore_extra_column, "document", "segment", "zone", "sentences");
      }
      const char *document = nullptr, *kind = nullptr;
      sentence_count cell{};
      if (!rows.read_row(document, cell.segment, kind, cell.sentences)) return false;
      const std::string where = fmt::format("{}:{}", path.string(), rows.get_file_line());
      if (auto* d = find_document(document, where)) {
        if (const auto v = find_voice(kind, "", where)) {
          cell.kind = result_.voices[*v].kind;
          d->sentences.push_back(cell);
        }
      }
      return true;
    });
    result_.has_sentences = true;
  }

  void read_phrases() {
    const auto& path = study_.files.lexicon_phrases;
    const std::string text = text::decode(isogloss::read_file(path), "utf-8", path);
    rows_of<9> rows(path.string(), text.data(), text.data() + text.size());
    bool header = true;
    read_rows(path, problems_, [&] {
      if (std::exchange(header, false)) {
        rows.read_header(io::ignore_extra_column, "document", "segment", "zone", "speaker", "lexicon", "category",
                         "pattern", "words", "count");
      }
      const char *document = nullptr, *kind = nullptr, *speaker = nullptr;
      lexicon_phrase p{};
      if (!rows.read_row(document, p.segment, kind, speaker, p.lexicon, p.category, p.pattern, p.words, p.count)) {
        return false;
      }
      const std::string where = fmt::format("{}:{}", path.string(), rows.get_file_line());
      if (auto* d = find_document(document, where)) {
        if (const auto v = find_voice(kind, speaker, where)) {
          p.voice = *v;
          d->phrases.push_back(std::move(p));
        }
      }
      return true;
    });
    result_.has_phrases = true;
  }

  template <class Rows>
  void require_columns(const Rows& rows, const std::filesystem::path& path, std::vector<std::string> names) {
    std::erase_if(names, [&](const std::string& name) { return rows.has_column(name); });
    if (names.empty()) return;
    throw data_error(path.string() + ":1", fmt::format("has no column \"{}\"", join(names, "\", \"")),
                     "isogloss extract writes such a file.");
  }

  document_features* find_document(const char* name, const std::string& where) {
    if (last_document_ == nullptr || last_name_ != name) {
      const auto found = index_.kept.find(name);
      if (found == index_.kept.end()) {
        if (!index_.known.contains(name)) {
          problems_.push_back({where, fmt::format("document \"{}\" is not in documents.csv", name),
                               "Correct the name, or add the document."});
        }
        return nullptr;
      }
      last_name_ = name;
      last_document_ = &result_.documents[found->second];
    }
    return last_document_;
  }

  std::optional<std::uint32_t> find_voice(const char* kind, const char* speaker, const std::string& where) {
    const auto z = zone_from(kind);
    if (!z) {
      problems_.push_back({where, fmt::format("\"{}\" is not a zone", kind), "Zones are named as in zones.csv."});
      return std::nullopt;
    }
    return voice_index(result_.voices, {*z, speaker == nullptr ? "" : speaker});
  }

  const study& study_;
  document_index index_;
  features result_;
  std::vector<problem> problems_;
  std::string last_name_;
  document_features* last_document_ = nullptr;
};

}  // namespace

std::uint32_t voice_index(std::vector<voice>& voices, const voice& v) {
  const auto found = std::find(voices.begin(), voices.end(), v);
  if (found != voices.end()) return static_cast<std::uint32_t>(found - voices.begin());
  voices.push_back(v);
  return static_cast<std::uint32_t>(voices.size() - 1);
}

features read_features(const study& s) {
  if (s.files.features.empty()) throw data_error(s.folder.string(), "has neither texts nor features.csv");
  if (s.files.documents.empty() && is_long_form(s.files.features)) return read_long_form(s);
  return features_reader(s).read();
}

}  // namespace isogloss::corpus
