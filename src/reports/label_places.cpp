#include "reports/label_places.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "isogloss/text/characters.hpp"

namespace isogloss::reports {
namespace {

using json = nlohmann::ordered_json;

// Widths of plots from a phone's to a wide screen's.
constexpr std::array widths = {180, 220, 260, 320, 400, 500, 620, 760, 900};
constexpr double line_height = 14;
constexpr double half_point = 5;
constexpr double beside = 7;
constexpr double above = 11;
constexpr std::array sides = {"right", "left", "above", "below"};

// What is taken by a name or a point. Boxes that overlap in height must keep the order of their points.
struct box {
  double left, right, top, bottom, of;  // of: where its point lies

  [[nodiscard]] bool is_clear_of(const box& other) const {
    if (bottom <= other.top || other.bottom <= top) return true;
    return (right <= other.left && of <= other.of) || (other.right <= left && other.of <= of);
  }
};

struct placed {
  std::size_t point;
  std::size_t side;
};

class placer {
 public:
  placer(const std::vector<named_point>& points, double height) : points_(points), height_(height) {}

  // The names that find a place at a width besides those placed at narrower ones.
  std::vector<placed> at(double width) {
    width_ = width;
    std::vector<placed> added;
    for (std::size_t i = 0; i < points_.size(); ++i) {
      if (points_[i].name.empty() || is_placed(i)) continue;
      if (const auto side = free_side(i)) {
        all_.push_back({i, *side});
        added.push_back(all_.back());
      }
    }
    return added;
  }

 private:
  [[nodiscard]] bool is_placed(std::size_t i) const {
    return std::any_of(all_.begin(), all_.end(), [&](const placed& p) { return p.point == i; });
  }

  [[nodiscard]] box box_of(const placed& p) const {
    const auto& point = points_[p.point];
    const double x = point.x * width_, y = (1 - point.y) * height_, w = label_width(point.name);
    const std::array<double, 4> left = {x + beside, x - beside - w, x - w / 2, x - w / 2};
    const std::array<double, 4> middle = {y, y, y - above, y + above};
    return {left[p.side], left[p.side] + w, middle[p.side] - line_height / 2, middle[p.side] + line_height / 2, x};
  }

  [[nodiscard]] box box_of(const named_point& p) const {
    const double x = p.x * width_, y = (1 - p.y) * height_;
    return {x - half_point, x + half_point, y - half_point, y + half_point, x};
  }

  [[nodiscard]] bool is_free(const box& b) const {
    if (b.left < 0 || b.right > width_ || b.top < 0 || b.bottom > height_) return false;
    return std::all_of(all_.begin(), all_.end(), [&](const placed& p) { return b.is_clear_of(box_of(p)); });
  }

  [[nodiscard]] bool hides_none(const box& b, std::size_t own) const {
    for (std::size_t i = 0; i < points_.size(); ++i) {
      if (i != own && !b.is_clear_of(box_of(points_[i]))) return false;
    }
    return true;
  }

  [[nodiscard]] std::optional<std::size_t> free_side(std::size_t i) const {
    for (std::size_t side = 0; side < sides.size(); ++side) {
      const box b = box_of(placed{i, side});
      if (is_free(b) && hides_none(b, i)) return side;
    }
    return std::nullopt;
  }

  const std::vector<named_point>& points_;
  double height_, width_ = 0;
  std::vector<placed> all_;
};

double character_width(char32_t c) {
  if (c >= 0x300 && c < 0x370) return 0;  // combining marks
  return c < 0x1100 ? 7 : 12;             // from there on most are as wide as high
}

}  // namespace

double label_width(std::string_view name) {
  double width = 0;
  for (std::size_t at = 0; at < name.size();) {
    const auto c = text::character_at(name, at);
    width += character_width(c.code);
    at = c.end;
  }
  return std::min(width, longest_label);
}

void place_labels(const std::vector<named_point>& points, double height, json& values) {
  placer names(points, height);
  for (const int width : widths) {
    for (const placed& p : names.at(width)) {
      json& row = values[points[p.point].row];
      row["label_from"] = width;
      row["side"] = sides[p.side];
    }
  }
}

json label_layer(const std::string& field, bool searched) {
  json layer = json::parse(R"json({
    "transform": [{"filter": ""}],
    "mark": {"type": "text",
      "align": {"expr": "datum.side == 'left' ? 'right' : datum.side == 'above' || datum.side == 'below' ? 'center' : 'left'"},
      "dx": {"expr": "datum.side == 'left' ? -7 : datum.side == 'above' || datum.side == 'below' ? 0 : 7"},
      "dy": {"expr": "datum.side == 'above' ? -11 : datum.side == 'below' ? 11 : 0"}},
    "encoding": {}})json");
  layer["transform"][0]["filter"] =
      searched ? "search == '' ? width >= datum.label_from : datum.found" : "width >= datum.label_from";
  layer["mark"]["limit"] = longest_label;
  layer["encoding"]["text"] = {{"field", field}};
  return layer;
}

}  // namespace isogloss::reports
