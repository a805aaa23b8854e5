#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "isogloss/base/table.hpp"
#include "isogloss/reports/records.hpp"
#include "isogloss/studies/concordances.hpp"

namespace isogloss::reports {

/// What a page of results is made of: the run, and the tables it wrote. What is not among the tables is not in the
/// page.
struct report_input {
  run_record run;
  std::vector<const table*> tables;                ///< "documents" among them
  std::map<std::string, std::string> chosen = {};  ///< the settings that the user or the study chose
  std::string node = {};                           ///< Node.js, to draw the plots as SVG; empty: not drawn so
  std::chrono::seconds node_limit{60};             ///< after which it is ended, and there is no SVG

  /// Makes the concordances of what the page names; where there is no such function, no text is in the page.
  std::function<studies::many_concordances(const std::vector<studies::concordance_name>&)> concordances = {};
  std::string why_no_concordance = {};  ///< half a sentence, where there are none
  /// The options without which `isogloss kwic` would not find the same, and their values ("true" of a flag).
  std::vector<std::pair<std::string, std::string>> search_options = {};
};

/// A page and its plots, to be written beside the tables.
struct report_files {
  std::vector<std::pair<std::string, std::string>> plots;  ///< "plots/NAME.vl.json", Vega-Lite 5 with its data, and
                                                           ///< "plots/NAME.svg" where Node.js drew it
  std::string page;                ///< HTML that needs no other file; empty unless draws_pages()
  std::vector<std::string> notes;  ///< what could not be drawn, and why; the page has them too
};

/// Was the program built with the scripts that draw a page?
[[nodiscard]] bool draws_pages();

/// Draws what the tables allow. The same tables give the same bytes.
[[nodiscard]] report_files make_report(report_input input);

}  // namespace isogloss::reports
