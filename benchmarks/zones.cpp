// How well zone detection finds hand-made zones: precision, recall and F1 by zone, over tokens.
//
//   zones STUDY...      a study folder with texts and zones.csv
//
// A token is a word with a letter, as the program counts by default; its zone is that of its first byte.

#include <fmt/format.h>

#include <array>
#include <cmath>

#include "isogloss/corpus/zone_detection.hpp"
#include "isogloss/text/utf8.hpp"

namespace isogloss {
namespace {

using corpus::n_zones;
using corpus::zone;

struct score {
  double both = 0, found = 0, true_ones = 0;
};
using scores = std::array<score, n_zones>;

std::string share(double part, double whole) {
  return whole > 0 ? fmt::format("{:.3f}", part / whole) : "NA";
}

void print_row(const std::string& study, const std::string& document, zone z, const score& s) {
  fmt::print("| {} | {} | {} | {} | {} | {} | {} |\n", study, document, name(z), s.true_ones, share(s.both, s.found),
             share(s.both, s.true_ones), share(2 * s.both, s.found + s.true_ones));
}

zone zone_at(const std::vector<corpus::zone_span>& zones, std::size_t byte) {
  for (const auto& z : zones) {
    if (z.begin <= byte && byte < z.end) return z.kind;
  }
  return zone::body;
}

// Of the quotations with a named speaker that are found: is it the same surname?
struct speaker_score {
  std::size_t right = 0, wrong = 0, none = 0;
};

std::string surname(const std::string& name) {
  const auto bracket = std::min(name.find(" ("), name.size());
  const std::string plain = name.substr(0, bracket);
  return plain.substr(plain.rfind(' ') == std::string::npos ? 0 : plain.rfind(' ') + 1);
}

void compare_speakers(const std::vector<corpus::zone_span>& is, const std::vector<corpus::zone_span>& found,
                      speaker_score& s) {
  for (const auto& z : is) {
    if (z.kind != zone::quotation || z.speaker.empty() || z.speaker == "unknown") continue;
    for (const auto& f : found) {
      if (f.kind != zone::quotation || f.end <= z.begin || z.end <= f.begin) continue;
      ++(f.speaker.empty() ? s.none : surname(f.speaker) == surname(z.speaker) ? s.right : s.wrong);
      break;
    }
  }
}

scores compare(const corpus::document& d, speaker_score& speakers) {
  const std::string text = corpus::read_text(d);
  const auto found = corpus::detect_zones(text).zones;
  compare_speakers(d.zones, found, speakers);
  scores s;
  text::word_segmenter words;
  const std::size_t mark = text::byte_order_mark_size(text);
  words.for_each_word(std::string_view(text).substr(mark), [&](text::range w) {
    if (!text::content_of(std::string_view(text).substr(mark + w.begin, w.end - w.begin)).letter) return;
    const zone is = zone_at(d.zones, mark + w.begin);
    const zone said = zone_at(found, mark + w.begin);
    ++s[static_cast<std::size_t>(is)].true_ones;
    ++s[static_cast<std::size_t>(said)].found;
    if (is == said) ++s[static_cast<std::size_t>(is)].both;
  });
  return s;
}

void print_study(const std::string& path) {
  const corpus::study s = corpus::open_study(path);
  scores all;
  speaker_score speakers;
  for (const auto& d : s.documents) {
    const scores one = compare(d, speakers);
    for (std::size_t z = 0; z < n_zones; ++z) {
      if (one[z].found + one[z].true_ones > 0) print_row(s.name, d.name, static_cast<zone>(z), one[z]);
      all[z].both += one[z].both;
      all[z].found += one[z].found;
      all[z].true_ones += one[z].true_ones;
    }
  }
  for (std::size_t z = 0; z < n_zones; ++z) print_row(s.name, "**all**", static_cast<zone>(z), all[z]);
  fmt::print(stderr, "{}: speakers of found quotations: {} right, {} wrong, {} not named\n", s.name, speakers.right,
             speakers.wrong, speakers.none);
}

}  // namespace
}  // namespace isogloss

int main(int argc, char** argv) {
  fmt::print("| study | document | zone | tokens | precision | recall | F1 |\n|---|---|---|--:|--:|--:|--:|\n");
  for (int i = 1; i < argc; ++i) isogloss::print_study(argv[i]);
}
