#pragma once

#include <span>

/// Lexical diversity from the size of a text and of its vocabulary. All of these depend on the length of the text, so
/// that texts are compared at equal length (rarefaction.hpp) or with measures built for it (running_diversity.hpp).
namespace isogloss::statistics {

/// N tokens of V types.
struct vocabulary_size {
  double tokens = 0.0;
  double types = 0.0;
};

/// N and V from the counts of the terms; a count of 0 is no type.
///
/// @throws    std::domain_error  a count is negative or not finite
/// Checked    tests/statistics/diversity_test.cpp: by hand
[[nodiscard]] vocabulary_size vocabulary_of(std::span<const double> counts);

/// Type-token ratio, V / N.
///
/// Range      1/N to 1 (every token a new type). Falls as the text grows
/// Direction  larger is more diverse, as in all measures here but maas_a and maas_a2
///
/// @return    NaN for an empty text
/// @throws    std::domain_error  a number is negative or not finite, more types than tokens, or none of several tokens;
///            as in all measures here
/// Source     Johnson (1944), Psychological Monographs 56(2), 1-15
/// Checked    tests/statistics/diversity_test.cpp: LexicalRichness, lexical_diversity, five accounts
[[nodiscard]] double type_token_ratio(const vocabulary_size& size);

/// Guiraud's R, also root TTR: V / sqrt(N).
///
/// Range      1/sqrt(N) to sqrt(N)
///
/// @return    NaN for an empty text
/// Source     Guiraud (1954), Les caractères statistiques du vocabulaire
/// Checked    tests/statistics/diversity_test.cpp: LexicalRichness, lexical_diversity, five accounts
[[nodiscard]] double guiraud_r(const vocabulary_size& size);

/// Carroll's corrected TTR: V / sqrt(2 N).
///
/// Range      1/sqrt(2 N) to sqrt(N / 2)
///
/// @return    NaN for an empty text
/// Source     Carroll (1964), Language and Thought
/// Checked    tests/statistics/diversity_test.cpp: LexicalRichness, five accounts
[[nodiscard]] double carroll_cttr(const vocabulary_size& size);

/// Herdan's C, also log TTR: ln V / ln N, the same in every base.
///
/// Range      0 (one type) to 1 (every token a new type)
///
/// @return    NaN for a text of fewer than two tokens
/// Source     Herdan (1960), Type-Token Mathematics
/// Checked    tests/statistics/diversity_test.cpp: LexicalRichness, lexical_diversity, five accounts
[[nodiscard]] double herdan_c(const vocabulary_size& size);

/// Dugast's U ("Uber index"): (log N)^2 / (log N - log V). Depends on the base: U_10 = U_e / ln 10.
///
/// Range      log N (one type) upwards
///
/// @return    NaN for a text of fewer than two tokens, or where every token is a new type
/// @throws    std::domain_error  as above, or the base is not above 1
/// Source     Dugast (1979), Vocabulaire et stylistique
/// Checked    tests/statistics/diversity_test.cpp: quanteda on five accounts
[[nodiscard]] double dugast_u(const vocabulary_size& size, double logarithm_base = 10.0);

/// Summer's S: log log V / log log N. Depends on the base; 10 as in quanteda and koRpus, e in LexicalRichness.
///
/// Range      up to 1
///
/// @return    NaN where V or N is not above the base, so that a logarithm of a logarithm is not above 0
/// @throws    std::domain_error  as above, or the base is not above 1
/// Source     Somers (1966), Statistical methods in literary analysis; "Summer" in the programs that carry it
/// Checked    tests/statistics/diversity_test.cpp: quanteda on five accounts, LexicalRichness
[[nodiscard]] double summer_s(const vocabulary_size& size, double logarithm_base = 10.0);

/// Maas's a squared: (log N - log V) / (log N)^2 = 1 / U. Depends on the base.
///
/// Range      0 (every token a new type) to 1 / log N (one type)
/// Direction  larger is LESS diverse
///
/// @return    NaN for a text of fewer than two tokens
/// @throws    std::domain_error  as above, or the base is not above 1
/// Source     Maas (1972), Zeitschrift für Literaturwissenschaft und Linguistik 2(8), 73-96
/// Checked    tests/statistics/diversity_test.cpp: lexical_diversity, five accounts
[[nodiscard]] double maas_a2(const vocabulary_size& size, double logarithm_base = 10.0);

/// Maas's a, the root of maas_a2: what quanteda and koRpus give as "Maas".
///
/// Direction  larger is LESS diverse
///
/// @return    NaN for a text of fewer than two tokens
/// @throws    std::domain_error  as above, or the base is not above 1
/// Checked    tests/statistics/diversity_test.cpp: quanteda on five accounts
[[nodiscard]] double maas_a(const vocabulary_size& size, double logarithm_base = 10.0);

}  // namespace isogloss::statistics
