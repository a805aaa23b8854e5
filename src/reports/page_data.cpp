#include "reports/page_data.hpp"

#include <openssl/evp.h>
#include <zlib.h>

#include <algorithm>
#include <limits>
#include <stdexcept>
#include <vector>

#include "reports/script_json.hpp"

namespace isogloss::reports {
namespace {

using bytes = std::vector<unsigned char>;

bytes packed(const std::string& text) {
  uLongf size = compressBound(text.size());
  bytes result(size);
  const int status =
      compress2(result.data(), &size, reinterpret_cast<const Bytef*>(text.data()), text.size(), Z_BEST_COMPRESSION);
  if (status != Z_OK) throw std::runtime_error("zlib could not pack the page's data");
  result.resize(size);
  return result;
}

std::string base64(const bytes& data) {
  // In pieces of whole groups of three bytes, as EVP_EncodeBlock counts in int.
  constexpr std::size_t piece = 3 * (std::size_t{1} << 20U);
  static_assert(piece < std::numeric_limits<int>::max());
  std::string result;
  std::vector<unsigned char> text(4 * piece / 3 + 1);
  for (std::size_t begin = 0; begin < data.size(); begin += piece) {
    const auto n = static_cast<int>(std::min(piece, data.size() - begin));
    const int size = EVP_EncodeBlock(text.data(), data.data() + begin, n);
    result.append(text.begin(), text.begin() + size);
  }
  return result;
}

}  // namespace

std::string page_data(const nlohmann::ordered_json& value, std::size_t plain_up_to) {
  std::string plain = script_json(value);
  return plain.size() > plain_up_to ? base64(packed(plain)) : plain;
}

}  // namespace isogloss::reports
