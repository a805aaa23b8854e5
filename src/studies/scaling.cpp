#include "isogloss/studies/scaling.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

#include "isogloss/base/errors.hpp"
#include "isogloss/base/numeric.hpp"
#include "isogloss/corpus/csv_file.hpp"
#include "isogloss/statistics/wordfish.hpp"
#include "isogloss/statistics/wordscores.hpp"
#include "isogloss/studies/layouts.hpp"

namespace isogloss::studies {
namespace {

using Eigen::Index;
using Eigen::VectorXd;

constexpr double half_width = 1.959963984540054;  // of a normal interval at 95 %, in standard errors

void require_counts(const material& m, const counts::dfm& dfm) {
  const VectorXd sums = dfm.counts * VectorXd::Ones(dfm.counts.cols());
  std::vector<problem> problems;
  for (std::size_t i = 0; i < m.n_documents(); ++i) {
    if (sums[static_cast<Index>(i)] > 0) continue;
    problems.push_back({m.study().name,
                        "document \"" + m.study().documents[i].name + "\" has no counted terms in zone " +
                            m.options().zones.to_string() + " and has no place on a scale",
                        "Choose other zones with --zones, or leave it out with --where."});
  }
  throw_if_any(std::move(problems));
}

void add(table& t, const material& m, const char* method, const VectorXd& positions, const VectorXd& errors,
         const VectorXd& scores) {
  for (std::size_t d = 0; d < m.n_documents(); ++d) {
    const auto i = static_cast<Index>(d);
    t.add(method, m.study().documents[d].name, positions[i], errors[i], positions[i] - half_width * errors[i],
          positions[i] + half_width * errors[i], scores[i]);
  }
}

Index document(const material& m, const std::string& name) {
  const auto names = m.document_names();
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) {
    throw data_error("--direction", fmt::format("there is no document \"{}\"", name),
                     fmt::format("There are: {}.", corpus::join(names)));
  }
  return found - names.begin();
}

statistics::wordfish_options wordfish_choice(const material& m, const scaling_options& options) {
  statistics::wordfish_options choice;
  if (!options.direction) return choice;
  choice.direction = {document(m, options.direction->first), document(m, options.direction->second)};
  if (choice.direction.first == choice.direction.second) {
    throw data_error("--direction", "names one document twice", "Name two that lie apart.");
  }
  return choice;
}

void add_wordfish(const material& m, const counts::dfm& dfm, const scaling_options& options, scalings& result) {
  const auto found = statistics::wordfish(dfm.counts, wordfish_choice(m, options));
  const VectorXd none = VectorXd::Constant(found.theta.size(), not_a_number);
  add(result.scaling, m, "wordfish", found.theta, found.standard_errors, none);
  if (std::isnan(found.log_posterior)) {
    result.notes.emplace_back("wordfish: every document uses the same words equally often, so there is no scale");
    return;
  }
  // The gradient of a peak is rounding, which differs between machines: only how small it is.
  const std::string gradient = found.gradient_norm < 1e-12 ? "below 1e-12" : fmt::format("{:.1e}", found.gradient_norm);
  result.notes.push_back(fmt::format("wordfish {} {} steps, log posterior {:.4f}, gradient {} a token",
                                     found.converged ? "converged in" : "DID NOT CONVERGE in", found.iterations,
                                     found.log_posterior, gradient));
}

// A cell without text, or NA, is a document without a score.
double score_of(const std::string& cell, std::vector<problem>& problems, const material& m, std::size_t d) {
  if (cell.empty() || cell == "NA") return not_a_number;
  double value = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (error == std::errc{} && end == cell.data() + cell.size() && std::isfinite(value)) return value;
  problems.push_back({"--scores",
                      fmt::format("\"{}\" of document \"{}\" is not a number", cell, m.study().documents[d].name),
                      "Write a number with a point, or leave the cell empty where no position is known."});
  return not_a_number;
}

VectorXd scores_of(const material& m, const std::string& column) {
  const auto place = m.study().find_column(column);
  if (!place) {
    throw data_error("--scores", fmt::format("there is no column \"{}\" in documents.csv", column),
                     fmt::format("There are: {}.", corpus::join(m.study().columns)));
  }
  std::vector<problem> problems;
  VectorXd scores(static_cast<Index>(m.n_documents()));
  for (std::size_t d = 0; d < m.n_documents(); ++d) {
    scores[static_cast<Index>(d)] = score_of(m.study().documents[d].metadata[*place], problems, m, d);
  }
  throw_if_any(std::move(problems));
  const auto n = scores.size() - scores.array().isNaN().count();
  if (n < 2) {
    throw data_error(
        "--scores",
        fmt::format("column \"{}\" has {} number{}, and wordscores takes two or more", column, n, n == 1 ? "" : "s"),
        "Give the positions of the documents that you know.");
  }
  return scores;
}

void add_wordscores(const material& m, const counts::dfm& dfm, const std::string& column, scalings& result) {
  const VectorXd scores = scores_of(m, column);
  const auto found = statistics::wordscores(dfm.counts, scores);
  add(result.scaling, m, "wordscores", found.raw, found.standard_errors, scores);
  add(result.scaling, m, "wordscores_lbg", found.lbg, found.lbg_errors, scores);
  add(result.scaling, m, "wordscores_mv", found.mv, found.mv_errors, scores);
  if (std::isnan(found.lbg_errors[0])) {
    result.notes.emplace_back(
        "wordscores_lbg does not exist: it takes two documents or more without a score, at different positions");
  }
  for (std::size_t d = 0; d < m.n_documents(); ++d) {
    if (!std::isnan(found.raw[static_cast<Index>(d)])) continue;
    result.notes.push_back(fmt::format("wordscores: document \"{}\" has no word of the documents with a score",
                                       m.study().documents[d].name));
  }
}

}  // namespace

table scaling_layout() {
  using enum column_type;
  return {"scaling",
          "Where documents lie on one scale.",
          "method, the order of documents",
          {{"method", string, "",
            "wordfish: from the words alone; wordscores: by words of documents of known position, raw, and rescaled as "
            "Laver, Benoit & Garry (_lbg, over the documents without a score) or Martin & Vanberg (_mv)"},
           columns::document(),
           {"position", number, "", "wordfish: mean 0, deviation 1; wordscores: in units of the scores"},
           {"standard_error", number, "",
            "as if words were drawn one by one, and (wordfish) the words' own sides were known: a lower bound"},
           {"low", number, "", "position - 1.96 standard errors"},
           {"high", number, "", "position + 1.96 standard errors"},
           {"score", number, "", "the position that --scores gives; NA where it gives none"}}};
}

std::string why_no_wordfish(const material& m) {
  return m.n_documents() < 3 ? "wordfish takes three documents or more" : "";
}

scalings scaling(const material& m, const scaling_options& options) {
  const std::string reason = why_no_wordfish(m);
  if (!reason.empty() && options.scores.empty()) {
    throw data_error(m.study().name, fmt::format("has {} documents, and {}", m.n_documents(), reason),
                     "Name a column of known positions with --scores, or a folder of more texts.");
  }
  const counts::dfm dfm = m.trimmed(term_choice::all);
  require_counts(m, dfm);
  scalings result{scaling_layout(), {}};
  if (reason.empty()) {
    add_wordfish(m, dfm, options, result);
  } else {
    result.notes.push_back("no wordfish: " + reason);
  }
  if (!options.scores.empty()) add_wordscores(m, dfm, options.scores, result);
  return result;
}

}  // namespace isogloss::studies
