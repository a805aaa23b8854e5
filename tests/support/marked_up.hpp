#pragma once

#include <string>
#include <vector>

#include "isogloss/corpus/markup.hpp"

namespace isogloss::testing {

/// "zone: text" or "zone (speaker): text" of every zone.
inline std::vector<std::string> passages_of(const corpus::marked_up_text& m) {
  std::vector<std::string> result;
  for (const auto& z : m.zones) {
    const std::string speaker = z.speaker.empty() ? "" : " (" + z.speaker + ")";
    result.push_back(std::string(corpus::name(z.kind)) + speaker + ": " + m.text.substr(z.begin, z.end - z.begin));
  }
  return result;
}

inline corpus::marked_up_text tei(const std::string& body, const std::string& header = {}) {
  return corpus::read_marked_up("<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader>" + header +
                                    "</teiHeader><text><body>" + body + "</body></text></TEI>",
                                {}, "a.xml");
}

inline corpus::marked_up_text html(const std::string& page) {
  return corpus::read_marked_up(page, {}, "a.html");
}

}  // namespace isogloss::testing
