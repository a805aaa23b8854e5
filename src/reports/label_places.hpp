#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace isogloss::reports {

/// A point of a plot and the name that may stand beside it.
struct named_point {
  double x, y;  ///< shares of the plot's width and height, from the left and from below, 0 to 1
  std::string name;
  std::size_t row = 0;  ///< of the data: where the place of the name goes
};

/// How wide a name is drawn, in pixels: an estimate, rather too large. Longer names are cut to longest_label.
[[nodiscard]] double label_width(std::string_view name);
inline constexpr double longest_label = 170;

/// Places names beside their points so that none overlaps another or hides a point, the first first; those that find no
/// place are told by pointing only.
///
/// A page's plots are as wide as its window. A row gets "label_from", the least width of the plot in pixels at which
/// its name has a place, and "side", on which side of the point: names that are apart stay apart as the plot widens,
/// because a place counts as free only where names and points keep their order from left to right.
///
/// @param points  the named ones, most important first, at most a few hundred; those of other rows of `values` with
///                an empty name
/// @param height  of the plot, pixels
void place_labels(const std::vector<named_point>& points, double height, nlohmann::ordered_json& values);

/// A layer of the placed names, of the field `field`; with `searched` the parameter "search" names what it finds
/// instead.
[[nodiscard]] nlohmann::ordered_json label_layer(const std::string& field, bool searched);

}  // namespace isogloss::reports
