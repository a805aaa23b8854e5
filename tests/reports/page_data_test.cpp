#include "reports/page_data.hpp"

#include <gtest/gtest.h>
#include <openssl/evp.h>
#include <zlib.h>

#include <vector>

namespace isogloss::reports {
namespace {

using json = nlohmann::ordered_json;

json unpacked(const std::string& base64) {
  std::vector<unsigned char> packed(base64.size());
  const int size = EVP_DecodeBlock(packed.data(), reinterpret_cast<const unsigned char*>(base64.data()),
                                   static_cast<int>(base64.size()));
  EXPECT_GT(size, 0);
  std::string text(20'000'000, '\0');
  uLongf length = text.size();
  EXPECT_EQ(uncompress(reinterpret_cast<Bytef*>(text.data()), &length, packed.data(), static_cast<uLong>(size)), Z_OK);
  text.resize(length);
  return json::parse(text);
}

// Of so many different values that even packed it takes several pieces.
json long_data(std::size_t n) {
  json values = json::array();
  std::uint64_t number = 1;
  for (std::size_t i = 0; i < n; ++i) values.push_back(number = number * 6364136223846793005U + 1442695040888963407U);
  return {{"</script>", "\"&\u2028"}, {"values", values}};
}

TEST(PageData, IsJsonWhereItIsShort) {
  const std::string text = page_data({{"a", "<b>"}});
  EXPECT_EQ(text, R"({"a":"\u003cb\u003e"})");
}

TEST(PageData, IsPackedWhereItIsLong) {
  for (const std::size_t n : {0U, 1U, 2U, 3U, 1000U, 500000U}) {
    const json data = long_data(n);
    const std::string text = page_data(data, 10);
    EXPECT_EQ(text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/="),
              std::string::npos);
    EXPECT_EQ(unpacked(text), data) << n;
  }
}

}  // namespace
}  // namespace isogloss::reports
