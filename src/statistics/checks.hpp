#pragma once

#include <cstddef>
#include <span>

#include "isogloss/statistics/contingency.hpp"

/// The first lines of a measure: arguments that make no sense are thrown back as std::domain_error, in the words
/// "function: name is VALUE, but must be ...". NaN is never within bounds.
namespace isogloss::statistics::checks {

void in_range(const char* function, const char* name, double value, double low, double high);
void not_negative(const char* function, const char* name, double value);
void positive(const char* function, const char* name, double value);
void above(const char* function, const char* name, double value, double bound);
void between(const char* function, const char* name, double value, double low, double high);  // neither included
void whole(const char* function, const char* name, double value);
void same_length(const char* function, const char* name, std::size_t length, const char* other, std::size_t wanted);

/// Both token numbers finite and not negative, each count between 0 and its corpus's tokens.
void table(const char* function, const contingency& t);
void whole_table(const char* function, const contingency& t);

/// As many counts as sizes, sizes above 0, each count between 0 and its size.
void counts_and_sizes(const char* function, std::span<const double> counts, std::span<const double> sizes);
void counts(const char* function, std::span<const double> counts);
void whole_counts(const char* function, std::span<const double> counts);
void finite(const char* function, const char* name, std::span<const double> values);

}  // namespace isogloss::statistics::checks
