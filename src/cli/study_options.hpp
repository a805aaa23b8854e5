#pragma once

#include "cli/arguments.hpp"
#include "isogloss/studies/attribution.hpp"
#include "isogloss/studies/clusters.hpp"
#include "isogloss/studies/collocates.hpp"
#include "isogloss/studies/contested.hpp"
#include "isogloss/studies/counting.hpp"
#include "isogloss/studies/evenness.hpp"
#include "isogloss/studies/keyness.hpp"
#include "isogloss/studies/kwic.hpp"
#include "isogloss/studies/ordination.hpp"
#include "isogloss/studies/scaling.hpp"
#include "isogloss/studies/similarity.hpp"

namespace isogloss::cli {

// The options of single studies, on the command line and as what they choose.

[[nodiscard]] boost::program_options::options_description tfidf_flags();
[[nodiscard]] studies::tfidf_options tfidf_choice(const arguments& a);

[[nodiscard]] boost::program_options::options_description keyness_flags();
[[nodiscard]] studies::keyness_options keyness_choice(const arguments& a);
/// How many differences hold, in these texts and beyond them.
[[nodiscard]] std::string describe(const studies::keyness_summary& s);

[[nodiscard]] boost::program_options::options_description dispersion_flags();
[[nodiscard]] studies::dispersion_options dispersion_choice(const arguments& a);
[[nodiscard]] boost::program_options::options_description diversity_flags();
[[nodiscard]] studies::diversity_options diversity_choice(const arguments& a);

/// The layers of --layer, or all that the study has.
/// The layers that --layer names, none where it is not given; or else those that the study has.
[[nodiscard]] std::vector<studies::layer_kind> layers_named(const arguments& a);
[[nodiscard]] std::vector<studies::layer_kind> layers(const arguments& a, const studies::material& m);
[[nodiscard]] std::vector<statistics::measure> measures(const arguments& a);
/// For a command that compares by one measure. In a file of options several may stand, for similarity; it takes the
/// first.
/// @throws data_error  the command line names several
void require_one_measure(const arguments& a);

[[nodiscard]] boost::program_options::options_description kwic_flags();
[[nodiscard]] studies::kwic_options kwic_choice(const arguments& a);
[[nodiscard]] boost::program_options::options_description collocates_flags();
[[nodiscard]] studies::collocates_options collocates_choice(const arguments& a);

[[nodiscard]] boost::program_options::options_description stance_flags();
[[nodiscard]] boost::program_options::options_description targets_flags();
/// What `run` alone takes: what its page holds.
[[nodiscard]] boost::program_options::options_description page_flags();
/// @throws data_error  neither yes nor no
[[nodiscard]] bool shows_concordances(const arguments& a);
/// Options given on the command line that kwic needs to find the same: names and values.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> search_choices(const arguments& a);
[[nodiscard]] boost::program_options::options_description contested_flags();
[[nodiscard]] studies::contested_options contested_choice(const arguments& a);
[[nodiscard]] boost::program_options::options_description reuse_flags();

[[nodiscard]] boost::program_options::options_description comparison_flags();
[[nodiscard]] boost::program_options::options_description similarity_flags();
[[nodiscard]] boost::program_options::options_description clustering_flags();
[[nodiscard]] studies::similarity_options similarity_choice(const arguments& a, const studies::material& m);
[[nodiscard]] studies::clusters_options clusters_choice(const arguments& a, const studies::material& m);

[[nodiscard]] boost::program_options::options_description ordination_flags();
[[nodiscard]] studies::ordination_options ordination_choice(const arguments& a, const studies::material& m);
[[nodiscard]] boost::program_options::options_description scaling_flags();
[[nodiscard]] studies::scaling_options scaling_choice(const arguments& a, const studies::material& m);

/// What files of options may set; `run` takes them too.
[[nodiscard]] boost::program_options::options_description attribution_settings();
/// Those and what stands on the command line of `attribute` only: --method and --table mean other things elsewhere.
[[nodiscard]] boost::program_options::options_description attribution_flags();
[[nodiscard]] studies::attribution_options attribution_choice(const arguments& a, const studies::material& m);
/// The table that --method and --table ask for.
[[nodiscard]] table attribution_table(const studies::material& m, const arguments& a);

}  // namespace isogloss::cli
