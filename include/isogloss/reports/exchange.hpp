#pragma once

#include <string>

#include "isogloss/counts/dfm.hpp"
#include "isogloss/studies/exchange.hpp"

namespace isogloss::reports {

/// The counts in NIST's Matrix Market exchange format, coordinate integer general: documents in rows, terms in columns,
/// both from 1, row by row. R's Matrix::readMM and scipy.io.mmread read it.
[[nodiscard]] std::string matrix_market(const counts::dfm& dfm);

/// stylo's table_with_frequencies.txt, as R's write.table writes it: terms in rows from the most frequent, documents in
/// columns, names in double quotes, cells parted by single spaces, relative frequencies in per cent of running words.
/// NA for a document without words.
[[nodiscard]] std::string stylo_table(const counts::dfm& dfm);

/// GEXF 1.3 (Gephi, NetworkX): an undirected, weighted graph with the group of every node and the measure's value of
/// every edge. Characters that XML does not hold become U+FFFD.
[[nodiscard]] std::string gexf(const studies::network& n);

}  // namespace isogloss::reports
