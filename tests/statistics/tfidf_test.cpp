#include "isogloss/statistics/tfidf.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "statistics/accounts.hpp"

namespace isogloss::statistics {
namespace {

weight_matrix sparse(const Eigen::MatrixXd& dense) {
  return dense.sparseView();
}

Eigen::VectorXd document_frequencies(const Eigen::MatrixXd& counts) {
  return (counts.array() > 0).cast<double>().colwise().sum().transpose();
}

weight_matrix weigh(const Eigen::MatrixXd& counts, tfidf_scheme scheme) {
  const auto idf = inverse_document_frequency(document_frequencies(counts), static_cast<double>(counts.rows()), scheme);
  return tfidf(sparse(counts), counts.rowwise().sum(), idf, scheme);
}

TEST(Tfidf, IsThatOfScikitLearnAndROnTheFiveAccounts) {
  const auto counted = accounts::read_counts();
  const std::map<std::string, Eigen::MatrixXd> weights = {
      {"sklearn_smooth_l2", Eigen::MatrixXd(weigh(counted.counts, tfidf_scheme::sklearn))},
      {"quanteda_tfidf", Eigen::MatrixXd(weigh(counted.counts, tfidf_scheme::quanteda))},
      {"textbook", Eigen::MatrixXd(weigh(counted.counts, tfidf_scheme::textbook))}};
  const auto rows = accounts::table("tfidf.csv");
  ASSERT_GT(rows.size(), 600U);
  for (const auto& row : rows) {
    const double ours =
        weights.at(row.at("measure"))(accounts::document(row.at("document")), counted.column.at(row.at("term")));
    EXPECT_NEAR(ours, accounts::number(row, "value"), 1e-13) << row.at("measure") << ' ' << row.at("term");
  }
}

// Two documents, three terms; N = 2.
const Eigen::MatrixXd small{{3, 1, 0}, {2, 0, 4}};

TEST(Tfidf, OfTidytextIsThatOfTheTextbook) {
  EXPECT_EQ(Eigen::MatrixXd(weigh(small, tfidf_scheme::tidytext)),
            Eigen::MatrixXd(weigh(small, tfidf_scheme::textbook)));
}

TEST(Tfidf, OfBm25IsAsWorkedByHand) {
  const Eigen::MatrixXd w(weigh(small, tfidf_scheme::bm25));
  // tokens 4 and 6, mean 5; term 1: df 2, idf ln(1 + 0.5/2.5) = ln 1.2; document 1: k(1 - b + b 4/5) = 1.2 * 0.85
  // = 1.02
  EXPECT_NEAR(w(0, 0), 3 * 2.2 / (3 + 1.02) * std::log(1.2), 1e-15);
  // term 3: df 1, idf ln(1 + 1.5/1.5) = ln 2; document 2: 1.2 * (0.25 + 0.75 * 6/5) = 1.38
  EXPECT_NEAR(w(1, 2), 4 * 2.2 / (4 + 1.38) * std::log(2.0), 1e-15);
}

TEST(Tfidf, IsZeroForATermOfAllDocumentsUnlessSmoothed) {
  for (const auto scheme : {tfidf_scheme::textbook, tfidf_scheme::quanteda, tfidf_scheme::tidytext}) {
    EXPECT_EQ(Eigen::MatrixXd(weigh(small, scheme))(0, 0), 0) << name(scheme);
  }
  for (const auto scheme : {tfidf_scheme::sklearn, tfidf_scheme::bm25}) {
    EXPECT_GT(Eigen::MatrixXd(weigh(small, scheme))(0, 0), 0) << name(scheme);
  }
}

TEST(Tfidf, OfScikitLearnHasRowsOfLengthOneAndLeavesEmptyDocumentsZero) {
  const Eigen::MatrixXd counts{{3, 1, 0}, {0, 0, 0}, {2, 0, 4}};
  const Eigen::MatrixXd w(weigh(counts, tfidf_scheme::sklearn));
  EXPECT_NEAR(w.row(0).norm(), 1, 1e-15);
  EXPECT_EQ(w.row(1).norm(), 0);
  EXPECT_NEAR(w.row(2).norm(), 1, 1e-15);
}

TEST(InverseDocumentFrequency, DoesNotExistForATermOfNoDocumentUnlessSmoothed) {
  const Eigen::VectorXd absent = Eigen::VectorXd::Zero(1);
  for (const auto scheme : {tfidf_scheme::textbook, tfidf_scheme::quanteda, tfidf_scheme::tidytext}) {
    EXPECT_TRUE(std::isnan(inverse_document_frequency(absent, 5, scheme)[0])) << name(scheme);
  }
  EXPECT_NEAR(inverse_document_frequency(absent, 5, tfidf_scheme::sklearn)[0], std::log(6.0) + 1, 1e-15);
}

TEST(InverseDocumentFrequency, RejectsMoreDocumentsThanThereAre) {
  EXPECT_THROW((void)inverse_document_frequency(Eigen::VectorXd::Constant(1, 6), 5, tfidf_scheme::sklearn),
               std::domain_error);
  EXPECT_THROW((void)inverse_document_frequency(Eigen::VectorXd::Constant(1, -1), 5, tfidf_scheme::bm25),
               std::domain_error);
}

TEST(TermFrequency, RejectsCountsWithoutTokens) {
  EXPECT_THROW((void)term_frequency(sparse(small), Eigen::VectorXd::Zero(2), tfidf_scheme::textbook),
               std::domain_error);
}

TEST(TfidfScheme, IsFoundByItsName) {
  for (const auto scheme : all_tfidf_schemes()) EXPECT_EQ(tfidf_scheme_from(name(scheme)), scheme);
  EXPECT_FALSE(tfidf_scheme_from("tf-idf").has_value());
}

}  // namespace
}  // namespace isogloss::statistics
