#include "isogloss/corpus/zone_detection.hpp"

#include <algorithm>
#include <map>

#include "corpus/zone_rules.hpp"
#include "isogloss/base/errors.hpp"
#include "isogloss/base/parallel.hpp"
#include "isogloss/text/characters.hpp"
#include "isogloss/text/utf8.hpp"

namespace isogloss::corpus {
namespace {

// Zones that never overlap: what is laid first stays, later ones fill what is left.
class canvas {
 public:
  explicit canvas(std::string_view text) : text_(text) {}

  void lay(const zone_span& span) {
    std::size_t begin = span.begin;
    auto next = spans_.upper_bound(begin);
    if (next != spans_.begin()) begin = std::max(begin, std::prev(next)->second.end);
    std::vector<text::range> gaps;
    for (; next != spans_.end() && next->first < span.end; ++next) {
      gaps.push_back({begin, next->first});
      begin = std::max(begin, next->second.end);
    }
    gaps.push_back({begin, span.end});
    for (const auto& gap : gaps) lay_gap(gap, span);
  }

  [[nodiscard]] std::vector<zone_span> spans(const zone_set& kinds) const {
    std::vector<zone_span> result;
    for (const auto& [begin, span] : spans_) {
      if (kinds.contains(span.kind)) result.push_back(span);
    }
    return result;
  }

 private:
  void lay_gap(text::range gap, const zone_span& span) {
    if (gap.begin >= gap.end) return;
    const std::string_view part = text::trimmed(text_.substr(gap.begin, gap.end - gap.begin));
    if (part.empty()) return;
    const auto begin = static_cast<std::size_t>(part.data() - text_.data());
    if (span.kind == zone::quotation && n_words(part) == 0) return;
    spans_.emplace(begin, zone_span{begin, begin + part.size(), span.kind, span.speaker, span.where});
  }

  std::string_view text_;
  std::map<std::size_t, zone_span> spans_;
};

void lay_paragraphs(canvas& c, const layout& l) {
  for (const auto& p : l.paragraphs) {
    if (p.kind != zone::body) c.lay({p.begin, p.end, p.kind, {}});
  }
}

// A block quotation takes the place of those between marks in its paragraph.
std::vector<quotation> merged(std::vector<quotation> blocks, const std::vector<quotation>& marked) {
  const auto in_block = [&](const quotation& q) {
    return std::any_of(blocks.begin(), blocks.end(), [&](const quotation& b) {
      return b.block && b.place.begin <= q.place.begin && q.place.begin < b.place.end;
    });
  };
  std::vector<quotation> all;
  std::copy_if(marked.begin(), marked.end(), std::back_inserter(all), [&](const auto& q) { return !in_block(q); });
  all.insert(all.end(), blocks.begin(), blocks.end());
  std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.place.begin < b.place.begin; });
  return all;
}

// Markup that has headings, or captions, has them all: a line of verse is none because it is short.
bool is_told(const document& d, zone kind) {
  if (!d.has_markup || (kind != zone::heading && kind != zone::caption)) return false;
  return std::any_of(d.zones.begin(), d.zones.end(), [&](const auto& z) { return z.kind == kind; });
}

std::vector<zone_span> fill(std::string_view text, const document& d, const detection& found) {
  canvas c(text);
  for (const auto& z : d.zones) c.lay(z);
  for (const auto& z : found.zones) {
    if (!is_told(d, z.kind)) c.lay(z);
  }
  return c.spans(zone_set("all", "zones"));
}

}  // namespace

detection detect_zones(std::string_view text, const detection_options& options) {
  layout l(text);
  mark_furniture(l);
  mark_sections(l);
  mark_captions(l);
  mark_headings(l);
  const auto citations = find_citations(l);
  const auto blocks = find_block_quotations(l, citations);
  auto marked = find_quotations(l, citations);
  const auto quotations = merged(blocks, marked.quotations);
  const auto speakers = name_speakers(l, quotations, citations);

  canvas c(text);
  lay_paragraphs(c, l);
  for (const auto& place : citations) c.lay({place.begin, place.end, zone::reference, {}});
  for (std::size_t i = 0; i < quotations.size(); ++i) {
    c.lay({quotations[i].place.begin, quotations[i].place.end, zone::quotation, speakers[i]});
  }
  return {c.spans(options.kinds), std::move(marked.scare_quotes)};
}

void add_detected_zones(study& s, const detection_options& options) {
  if (!s.has_texts()) {
    throw data_error(s.folder.string(), "has features only; --detect-zones needs the texts",
                     "Their zones are what they were when the features were extracted.");
  }
  std::vector<std::vector<problem>> problems(s.documents.size());
  parallel_for(s.documents.size(), {"detecting zones", "documents"}, [&](std::size_t i) {
    document& d = s.documents[i];
    if (!d.zones.empty() && !d.has_markup && !options.everywhere) return;
    try {
      const std::string text = read_text(d);
      d.zones = fill(text, d, detect_zones(text, options));
    } catch (const data_error& error) {
      problems[i] = error.problems();
    }
  });
  std::vector<problem> all;
  for (auto& found : problems) std::move(found.begin(), found.end(), std::back_inserter(all));
  throw_if_any(std::move(all));
}

}  // namespace isogloss::corpus
