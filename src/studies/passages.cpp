#include "studies/passages.hpp"

#include <algorithm>

#include "isogloss/corpus/study.hpp"
#include "studies/kwic_lines.hpp"
#include "studies/placed_words.hpp"

namespace isogloss::studies {
namespace {

// The ranges, those that overlap or touch made one.
std::vector<text::range> merged(std::vector<text::range> ranges) {
  std::sort(ranges.begin(), ranges.end(), [](const auto& a, const auto& b) { return a.begin < b.begin; });
  std::vector<text::range> result;
  for (const auto& r : ranges) {
    if (result.empty() || r.begin > result.back().end) {
      result.push_back(r);
    } else {
      result.back().end = std::max(result.back().end, r.end);
    }
  }
  return result;
}

// Writes passages and tells where bytes of the text have come to stand.
class passage_writer {
 public:
  /// @param cuts  the bytes that will be asked for; none cuts a grapheme, so that no line break of two bytes is parted
  passage_writer(std::string_view text, const std::vector<text::range>& passages, std::vector<std::size_t> cuts)
      : cuts_(std::move(cuts)) {
    std::sort(cuts_.begin(), cuts_.end());
    cuts_.erase(std::unique(cuts_.begin(), cuts_.end()), cuts_.end());
    std::size_t next = 0;
    for (const auto& passage : passages) {
      if (!written.empty()) written += '\n';
      std::size_t at = passage.begin;
      for (; next < cuts_.size() && cuts_[next] <= passage.end; ++next) {
        written += on_one_line(text.substr(at, cuts_[next] - at));
        at = cuts_[next];
        places_.push_back(written.size());
      }
    }
  }

  [[nodiscard]] text::range place_of(const text::range& bytes) const { return {place(bytes.begin), place(bytes.end)}; }

  std::string written;

 private:
  [[nodiscard]] std::size_t place(std::size_t byte) const {
    return places_[static_cast<std::size_t>(std::lower_bound(cuts_.begin(), cuts_.end(), byte) - cuts_.begin())];
  }

  std::vector<std::size_t> cuts_, places_;
};

}  // namespace

void show(const material& m, std::size_t document, const tokens::stream_words& words, std::size_t window,
          passages_of_document& passages) {
  if (passages.places.empty()) return;
  const auto& tokens = m.stream().documents[document];
  const auto running = words.of_document(tokens);
  const std::string text = corpus::read_text(m.study().documents[document]);
  const auto places = places_of(running, tokens, words.forms, text);
  std::vector<kwic_place> found;
  std::vector<text::range> ranges;
  std::vector<std::size_t> cuts;
  for (const auto& [first, last] : passages.places) {
    const auto& place = found.emplace_back(kwic_place_of(text, places, first, last, window));
    ranges.push_back(place.around);
    cuts.insert(cuts.end(), {place.around.begin, place.keyword.begin, place.keyword.end, place.around.end});
  }
  passage_writer writer(text, merged(std::move(ranges)), std::move(cuts));
  for (std::size_t i = 0; i < found.size(); ++i) {
    const std::uint32_t voice = tokens[running[passages.places[i].first].token].voice;
    passages.lines.push_back({document, voice, writer.place_of(found[i].around), writer.place_of(found[i].keyword)});
  }
  passages.text = std::move(writer.written);
}

}  // namespace isogloss::studies
