#include "cli/command.hpp"
#include "cli/study_options.hpp"
#include "isogloss/studies/counting.hpp"

namespace isogloss::cli {
namespace {

using studies::material;

using maker = std::function<void(const material&, const studies::table_sink&)>;

// Writes a table in parts, once it is known that there is one.
void write_table_of(const arguments& a, const material& m, studies::term_choice wanted, const table& layout,
                    const maker& make) {
  require_other_output(a, m);
  for (const auto& note : m.notes()) tell(a, note);
  static_cast<void>(m.rows(wanted));
  write_parts(a, layout, [&](const studies::table_sink& sink) { make(m, sink); });
}

}  // namespace

void write_frequencies(const arguments& a) {
  require_format(a);
  const auto all = studies::term_choice::all;
  write_table_of(a, open_counts(a, all), all, studies::frequencies_layout(),
                 [](const material& m, const studies::table_sink& sink) { studies::frequencies(m, sink); });
}

void write_tfidf(const arguments& a) {
  require_format(a);
  const auto options = tfidf_choice(a);
  const auto content = studies::term_choice::content;
  const bool by_segment = options.unit == studies::idf_unit::segment;
  write_table_of(a, by_segment ? open_material(a) : open_counts(a, content), content, studies::tfidf_layout(),
                 [&](const material& m, const studies::table_sink& sink) { studies::tfidf(m, options, sink); });
}

void write_tokens(const arguments& a) {
  require_format(a);
  const material m = open_stream(a);
  require_other_output(a, m);
  for (const auto& note : m.notes()) tell(a, note);
  static_cast<void>(m.stream());  // what has no word order is refused before anything is written
  write_parts(a, studies::tokens_layout(), [&](const studies::table_sink& sink) { studies::tokens(m, sink); });
}

}  // namespace isogloss::cli
