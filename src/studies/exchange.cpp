#include "isogloss/studies/exchange.hpp"

#include <algorithm>

#include "isogloss/base/errors.hpp"
#include "isogloss/studies/layouts.hpp"
#include "isogloss/studies/stance.hpp"

namespace isogloss::studies {

using enum column_type;

table long_form_layout() {
  return {"long",
          "Counts in long form: one row a document and term.",
          "document in the order of documents, term",
          {{"doc_id", string, "", "the document"}, columns::term(), {"n", integer, "tokens", "occurrences"}}};
}

table long_form(const counts::dfm& dfm) {
  table result = long_form_layout();
  for (Eigen::Index row = 0; row < dfm.counts.rows(); ++row) {
    for (counts::sparse_matrix::InnerIterator cell(dfm.counts, row); cell; ++cell) {
      if (cell.value() == 0) continue;
      result.add(dfm.documents[static_cast<std::size_t>(row)], dfm.terms[static_cast<std::size_t>(cell.col())],
                 static_cast<std::int64_t>(cell.value()));
    }
  }
  return result;
}

table matrix_documents_layout() {
  return {"matrix_documents",
          "The rows of matrix.mtx.",
          "row",
          {{"row", integer, "", "its row in the matrix, from 1"},
           columns::document(),
           {"tokens", integer, "tokens", "running words in the chosen zones, terms without a column included"}}};
}

table matrix_documents(const counts::dfm& dfm) {
  table result = matrix_documents_layout();
  for (std::size_t i = 0; i < dfm.documents.size(); ++i) {
    result.add(i + 1, dfm.documents[i], static_cast<std::int64_t>(dfm.tokens[static_cast<Eigen::Index>(i)]));
  }
  return result;
}

table matrix_terms_layout() {
  return {"matrix_terms",
          "The columns of matrix.mtx.",
          "column",
          {{"column", integer, "", "its column in the matrix, from 1"}, columns::term(), columns::count()}};
}

table matrix_terms(const counts::dfm& dfm) {
  table result = matrix_terms_layout();
  const Eigen::VectorXd counts = counts::term_counts(dfm);
  for (std::size_t i = 0; i < dfm.terms.size(); ++i) {
    result.add(i + 1, dfm.terms[i], static_cast<std::int64_t>(counts[static_cast<Eigen::Index>(i)]));
  }
  return result;
}

table liwc(const material& m) {
  if (m.lexicons().empty()) {
    throw data_error("--to", "liwc needs a lexicon", "Put some into lexicons/, or name one with --lexicon.");
  }
  const stance_segments s = count_stance(m, m.options().zones);
  std::vector<column_description> described = {{"Filename", string, "", "the document"},
                                               {"Segment", integer, "", "1: the whole document"},
                                               {"WC", integer, "tokens", "running words in the chosen zones"}};
  for (const auto& category : s.categories) {
    described.push_back({label(m, category), number, "per cent of words", "hits of the category"});
  }
  table result("liwc", "Rates of the lexicons' categories in the layout of LIWC.", "the order of documents", described);
  const auto n_documents = static_cast<Eigen::Index>(m.n_documents());
  Eigen::VectorXd words = Eigen::VectorXd::Zero(n_documents);
  Eigen::MatrixXd hits = Eigen::MatrixXd::Zero(n_documents, s.hits.cols());
  for (std::size_t i = 0; i < s.document_of.size(); ++i) {
    const auto document = static_cast<Eigen::Index>(s.document_of[i]);
    words[document] += s.tokens[static_cast<Eigen::Index>(i)];
    hits.row(document) += s.hits.row(static_cast<Eigen::Index>(i));
  }
  for (Eigen::Index d = 0; d < n_documents; ++d) {
    std::vector<double> cells = {1, words[d]};
    for (Eigen::Index c = 0; c < hits.cols(); ++c) cells.push_back(100 * hits(d, c) / words[d]);
    result.add_numbers(m.study().documents[static_cast<std::size_t>(d)].name, cells);
  }
  return result;
}

}  // namespace isogloss::studies
