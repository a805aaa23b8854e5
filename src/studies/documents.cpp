#include <set>

#include "isogloss/studies/counting.hpp"
#include "isogloss/studies/layouts.hpp"

namespace isogloss::studies {
namespace {

struct shares {
  double all = 0;
  double chosen = 0;
  double body = 0;
  double quotation = 0;
  std::set<std::uint32_t> segments;  // with a token in the chosen zones
};

shares count_zones(const material& m, const corpus::document_features& document) {
  shares result;
  const auto& f = m.features();
  for (const auto& feature : document.features) {
    if (!m.rules().is_counted(f.types[index(feature.type)])) continue;
    const auto count = static_cast<double>(feature.count);
    const corpus::zone kind = f.voices[feature.voice].kind;
    result.all += count;
    if (kind == corpus::zone::body) result.body += count;
    if (kind == corpus::zone::quotation) result.quotation += count;
    if (m.options().zones.contains(kind)) {
      result.chosen += count;
      result.segments.insert(feature.segment);
    }
  }
  return result;
}

double sentences(const material& m, const corpus::document_features& document) {
  if (!m.features().has_sentences) return std::numeric_limits<double>::quiet_NaN();
  double n = 0;
  for (const auto& cell : document.sentences) {
    if (m.options().zones.contains(cell.kind)) n += static_cast<double>(cell.sentences);
  }
  return n;
}

}  // namespace

table documents_layout() {
  using enum column_type;
  return {
      "documents",
      "What was counted in each document.",
      "the order of documents.csv, or name",
      {columns::document(),
       {"group", string, "", "its group, by --group-by; empty where documents are not grouped"},
       {"tokens", integer, "tokens", "running words in the chosen zones"},
       {"types", integer, "terms", "distinct terms among them"},
       {"sentences", number, "sentences", "sentences that begin in the chosen zones; NA where features do not tell"},
       {"segments", integer, "segments", "segments with a token in the chosen zones"},
       {"body_share", number, "share", "running words in the author's own voice, of those in all zones"},
       {"quotation_share", number, "share", "running words in quotations, of those in all zones"}}};
}

table documents(const material& m) {
  table result = documents_layout();
  const counts::dfm& dfm = m.dfm(term_choice::all);
  for (std::size_t i = 0; i < m.n_documents(); ++i) {
    const auto row = static_cast<Eigen::Index>(i);
    const auto& document = m.features().documents[i];
    const shares s = count_zones(m, document);
    result.add(dfm.documents[i], m.group_of(i), static_cast<std::int64_t>(s.chosen),
               dfm.counts.innerVector(row).nonZeros(), sentences(m, document), s.segments.size(), s.body / s.all,
               s.quotation / s.all);
  }
  return result;
}

}  // namespace isogloss::studies
