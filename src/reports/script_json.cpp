#include "reports/script_json.hpp"

namespace isogloss::reports {

std::string script_json(const nlohmann::ordered_json& value) {
  const std::string plain = value.dump();
  std::string safe;
  safe.reserve(plain.size() + plain.size() / 16);
  // These characters occur within strings only, where an escape means the same.
  for (std::size_t i = 0; i < plain.size(); ++i) {
    const char c = plain[i];
    if (c == '<')
      safe += "\\u003c";
    else if (c == '>')
      safe += "\\u003e";
    else if (c == '&')
      safe += "\\u0026";
    else if (plain.compare(i, 3, "\xE2\x80\xA8") == 0 || plain.compare(i, 3, "\xE2\x80\xA9") == 0) {
      safe += plain[i + 2] == '\xA8' ? "\\u2028" : "\\u2029";
      i += 2;
    } else
      safe += c;
  }
  return safe;
}

}  // namespace isogloss::reports
