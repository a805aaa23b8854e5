#include "reports/label_places.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "isogloss/base/philox.hpp"

namespace isogloss::reports {
namespace {

using ordered = nlohmann::ordered_json;

constexpr double height = 300;

ordered placed(const std::vector<named_point>& points) {
  ordered values = ordered::array();
  for (std::size_t i = 0; i < points.size(); ++i) values.push_back(ordered::object());
  place_labels(points, height, values);
  return values;
}

struct rectangle {
  double left, right, top, bottom;

  [[nodiscard]] bool overlaps(const rectangle& other) const {
    return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
  }
};

// Where label_layer draws a name, at a height of line of 13 pixels.
rectangle drawn(const named_point& p, const std::string& side, double width) {
  const double x = p.x * width, w = label_width(p.name);
  const double y = (1 - p.y) * height + (side == "above" ? -11 : side == "below" ? 11 : 0);
  const double left = side == "left" ? x - 7 - w : side == "right" ? x + 7 : x - w / 2;
  return {left, left + w, y - 6.5, y + 6.5};
}

TEST(LabelPlaces, NeverOverlapAtAnyWidthNorLeaveThePlotNorHidePoints) {
  philox random(7, 1, 1, 1);
  std::vector<named_point> points;
  for (std::size_t i = 0; i < 120; ++i) {
    const double x = static_cast<double>(random.below(1000)) / 999, y = static_cast<double>(random.below(1000)) / 999;
    points.push_back({x, y, i < 80 ? std::string(2 + random.below(20), 'n') : "", i});
  }
  const ordered values = placed(points);
  std::size_t narrow = 0, wide = 0;
  for (const double width : {180, 200, 241, 290, 333, 470, 555, 700, 899, 1300}) {
    std::vector<rectangle> seen;
    for (std::size_t i = 0; i < points.size(); ++i) {
      if (!values[i].contains("label_from") || values[i]["label_from"].get<double>() > width) continue;
      const rectangle name = drawn(points[i], values[i]["side"], width);
      EXPECT_GE(name.left, 0);
      EXPECT_LE(name.right, width);
      EXPECT_GE(name.top, 0);
      EXPECT_LE(name.bottom, height);
      for (const auto& other : seen) EXPECT_FALSE(name.overlaps(other)) << i << " at " << width;
      for (const auto& p : points) {
        const double x = p.x * width, y = (1 - p.y) * height;
        EXPECT_FALSE(name.overlaps({x - 4, x + 4, y - 4, y + 4})) << i << " hides a point at " << width;
      }
      seen.push_back(name);
    }
    if (width == 200) narrow = seen.size();
    wide = seen.size();
  }
  EXPECT_GT(narrow, 3U);
  EXPECT_GT(wide, 2 * narrow) << "a wider plot has room for more";
}

TEST(LabelPlaces, GoToTheFirstOfPointsInOnePlace) {
  const auto values = placed({{0.5, 0.5, "first", 2}, {0.5, 0.5, "second", 0}, {0.5, 0.5, "third", 1}});
  EXPECT_EQ(values[2]["side"], "right");
  EXPECT_EQ(values[0]["side"], "left");
  EXPECT_TRUE(values[1].empty()) << "above and below it would hide the points";
}

TEST(LabelPlaces, TurnToTheSideWhereThereIsRoom) {
  const auto values = placed({{1, 0.5, "right end", 0}, {0, 0.5, "left end", 1}, {0.5, 0.5, "", 2}});
  EXPECT_EQ(values[0]["side"], "left");
  EXPECT_EQ(values[1]["side"], "right");
  EXPECT_EQ(values[0]["label_from"], 180);
  EXPECT_TRUE(values[2].empty());
}

TEST(LabelWidth, CountsCharactersNotBytesAndNoCombiningMarks) {
  EXPECT_EQ(label_width("abc"), 21);
  EXPECT_EQ(label_width("été"), 21);
  EXPECT_EQ(label_width("e\xCC\x81t\xC3\xA9"), 21);
  EXPECT_EQ(label_width("革命"), 24);
  EXPECT_EQ(label_width(""), 0);
  EXPECT_EQ(label_width(std::string(100, 'x')), longest_label);
}

}  // namespace
}  // namespace isogloss::reports
