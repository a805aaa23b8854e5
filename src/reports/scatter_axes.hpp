#pragma once

#include <vector>

#include "reports/plot.hpp"

namespace isogloss::reports {

/// What an axis shows, and where on it each row of the data lies, from 0 to 1.
struct scatter_axis {
  json domain;
  std::vector<double> shares;
};

/// @param linear  what is linear on the axis, of each row
/// @param back    from that to the values of the domain
[[nodiscard]] scatter_axis scatter_axis_of(const std::vector<double>& linear, axis_ends ends, double (*back)(double));
[[nodiscard]] double as_it_is(double value);

/// The scale of frequencies: logarithmic above 100 per million (Vega's symlog with that constant), and back.
[[nodiscard]] double compress(double per_million);
[[nodiscard]] double stretch(double compressed);

/// From 0 to a little above the largest of `values`, of which there are some.
[[nodiscard]] axis_ends from_zero(const std::vector<double>& values);

/// The numbers of a field; 0 where there is none.
[[nodiscard]] std::vector<double> numbers_of(const json& values, const char* field);
[[nodiscard]] std::vector<double> each(std::vector<double> numbers, double (*change)(double));

/// Sets the domains of a plot's axes, and names the rows that are `named` where they find a place, first rows first, of
/// each "comparison" by itself where there are several.
void set_axes(const scatter_axis& x, const scatter_axis& y, const std::vector<bool>& named, json& specification);

}  // namespace isogloss::reports
