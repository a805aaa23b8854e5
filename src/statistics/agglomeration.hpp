#pragma once

#include "isogloss/statistics/condensed_distances.hpp"
#include "isogloss/statistics/hierarchical_clustering.hpp"

#include <vector>

namespace isogloss::statistics {

/// What the update needs to know of two clusters joined and a third.
struct joining {
  double ik, jk, ij;     // distances
  double n_i, n_j, n_k;  // sizes
};

/// The distance of the new cluster i+j from k, by the formula of the linkage (of ward_d2 on squared distances).
[[nodiscard]] double updated(linkage l, const joining& d);

/// A merge in R's order of its two numbers.
[[nodiscard]] merge in_order(int a, int b, double height, int size);

/// The same tree in two ways; both take the distances apart. See hierarchical_clustering() for ties.

/// Joins the nearest pair of all, again and again: any linkage. About n^2 time, n^3 at worst.
[[nodiscard]] std::vector<merge> join_nearest_pairs(condensed_distances distances, linkage l);

/// Follows nearest neighbours until two are each other's, and joins these; heights are sorted afterwards. n^2 time.
/// Only for linkages in which joining brings no cluster nearer to a third: not centroid, not median.
/// Source   Benzecri (1982), Cahiers de l'analyse des donnees 7(2), 209-218; Muellner (2011), arXiv:1109.2378, fig. 3
[[nodiscard]] std::vector<merge> follow_neighbours(condensed_distances distances, linkage l);

}  // namespace isogloss::statistics
