#include "corpus/zone_rules.hpp"
#include "isogloss/text/pattern.hpp"

namespace isogloss::corpus {
namespace {

using text::pattern;

bool is_caption(std::string_view line) {
  static const pattern label(
      R"(^[*_\[(]{0,2}(?:!\[|(?:fig(?:ure|\.)?|table|photo(?:graph)?|image|picture|illustration|map|chart|plate|caption|above|below|abb(?:ildung|\.)|tabelle|foto|bild|karte|photographie|légende|figura|tabla|fotografía|imagen|рис(?:унок|\.)|табл(?:ица|\.)|фото)\s*(?:\d{1,3}[a-z]?(?:\.\d{1,2})?)?\s*[:.–—]\s*\S|(?:图|圖|表|図)\s*\d+))",
      pattern::letters::any_case);
  static const pattern credit(
      R"(\bphoto(?:graph)?s?\s*(?:by|:|©|credit)|\bimages?\s*(?:by|:|credit)|wikimedia commons|\bwikipedia\b|getty images|\bcourtesy of\b|\buploaded by\b|\bCC[- ]BY\b|\bpublic domain\b|[–—(-]\s*scan from\b|\(detail\)|©|^\S.{0,80};\s+pages?\s+\d+$|[–—-]\s*pages?\s+\d+(?:\s+to\s+\d+|\s*[-–]\s*\d+)?$)",
      pattern::letters::any_case);
  const std::size_t words = n_words(line);
  return (words <= 80 && label.is_in(line)) || (words <= 40 && credit.is_in(line));
}

}  // namespace

void mark_captions(layout& l) {
  for (auto& p : l.paragraphs) {
    if (p.kind == zone::body && is_caption(l.of(p))) p.kind = zone::caption;
  }
}

}  // namespace isogloss::corpus
