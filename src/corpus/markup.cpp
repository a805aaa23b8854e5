#include "isogloss/corpus/markup.hpp"

#include <algorithm>

#include "corpus/html.hpp"
#include "corpus/markup_encoding.hpp"
#include "corpus/tei.hpp"

namespace isogloss::corpus {
namespace {

std::string ending_of(const std::filesystem::path& file) {
  std::string ending = file.extension().string();
  std::transform(ending.begin(), ending.end(), ending.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
  return ending;
}

bool is_html(const std::filesystem::path& file) {
  const std::string ending = ending_of(file);
  return ending == ".html" || ending == ".htm";
}

}  // namespace

bool is_marked_up(const std::filesystem::path& file) {
  const std::string ending = ending_of(file);
  return ending == ".xml" || ending == ".tei" || is_html(file);
}

marked_up_text read_marked_up(std::string bytes, const std::string& encoding, const std::filesystem::path& file) {
  const std::string text = decode_markup(std::move(bytes), is_html(file), encoding, file);
  return is_html(file) ? read_html(text, file) : read_tei(text, file);
}

}  // namespace isogloss::corpus
