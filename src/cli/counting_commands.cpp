#include "cli/command.hpp"
#include "cli/study_options.hpp"
#include "isogloss/studies/counting.hpp"

namespace isogloss::cli {
namespace {

using studies::material;

// Opens the study for counts by document, and writes a table of it in parts.
void write_counts(const arguments& a, studies::term_choice wanted, const table& layout,
                  const std::function<void(const material&, const studies::table_sink&)>& make) {
  require_format(a);
  const material m = open_counts(a, wanted);
  require_other_output(a, m);
  for (const auto& note : m.notes()) tell(a, note);
  write_parts(a, layout, [&](const studies::table_sink& sink) { make(m, sink); });
}

}  // namespace

void write_frequencies(const arguments& a) {
  write_counts(a, studies::term_choice::all, studies::frequencies_layout(),
               [](const material& m, const studies::table_sink& sink) { studies::frequencies(m, sink); });
}

void write_tfidf(const arguments& a) {
  const auto options = tfidf_choice(a);
  const auto make = [&](const material& m, const studies::table_sink& sink) { studies::tfidf(m, options, sink); };
  if (options.unit == studies::idf_unit::document)
    return write_counts(a, studies::term_choice::content, studies::tfidf_layout(), make);
  require_format(a);
  const material m = open_material(a);
  require_other_output(a, m);
  for (const auto& note : m.notes()) tell(a, note);
  write_parts(a, studies::tfidf_layout(), [&](const studies::table_sink& sink) { make(m, sink); });
}

}  // namespace isogloss::cli
