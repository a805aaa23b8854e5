#include <gtest/gtest.h>

#include <Eigen/SVD>

#include <cmath>
#include <map>

#include "isogloss/base/parallel.hpp"
#include "isogloss/statistics/bootstrap.hpp"
#include "isogloss/statistics/ellipse.hpp"
#include "isogloss/studies/ordination.hpp"
#include "support/scratch.hpp"

namespace isogloss::studies {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using isogloss::testing::scratch_folder;

struct drawn {
  std::string layer, of;
  std::int64_t points;
  double x, y, major, minor, angle;
};

std::map<std::string, drawn> ellipses_of(const material& m, layer_kind kind, bool of_documents = true) {
  ordination_options o;
  o.layers = {kind};
  o.min_count = 1;
  o.ellipses = of_documents;
  const auto t = ordination(m, o).ellipses;
  std::map<std::string, drawn> result;
  for (std::size_t i = 0; i < t.n_rows(); ++i) {
    result[t.texts("name")[i]] = {t.texts("layer")[i],      t.texts("of")[i],         t.integers("points")[i],
                                  t.numbers("centre_1")[i], t.numbers("centre_2")[i], t.numbers("major")[i],
                                  t.numbers("minor")[i],    t.numbers("angle")[i]};
  }
  return result;
}

material shipped(std::uint32_t replicates = 200) {
  auto s = corpus::open_study(ISOGLOSS_CORPUS "/soviet-accounts");
  material_options o;
  o.replicates = replicates;
  o.group_by = "tradition";
  return {std::move(s), std::move(o)};
}

// The same from dense matrices: counts of segments weighed, relative frequencies, z-scores of the texts, their
// loadings.
TEST(OrdinationEllipses, OfDocumentsAreThoseOfADenseComputation) {
  const material m = shipped();
  const layer l(m, layer_kind::style);
  const auto segments = m.segments(term_choice::all, l.features());
  const MatrixXd counts(segments.counts);
  const MatrixXd p(l.profiles());
  const Eigen::RowVectorXd mean = p.colwise().mean();
  const Eigen::RowVectorXd sd = ((p.rowwise() - mean).colwise().squaredNorm() / 4.0).cwiseSqrt();
  const MatrixXd z = (p.rowwise() - mean).array().rowwise() / sd.array();
  const Eigen::JacobiSVD<MatrixXd> svd(z, Eigen::ComputeThinU | Eigen::ComputeThinV);
  const MatrixXd axes = svd.matrixV().leftCols(2);
  const auto found = ellipses_of(m, layer_kind::style);

  for (const Index d : {Index{0}, Index{3}}) {
    MatrixXd places(200, 2);
    for (std::uint32_t b = 0; b < 200; ++b) {
      const auto weights =
          statistics::resample_segments(segments.document_of, 1, statistics::random_study::ordination, b);
      Eigen::RowVectorXd sum = Eigen::RowVectorXd::Zero(counts.cols());
      double tokens = 0;
      for (std::size_t s = 0; s < weights.size(); ++s) {
        if (segments.document_of[s] != static_cast<std::size_t>(d)) continue;
        sum += weights[s] * counts.row(static_cast<Index>(s));
        tokens += weights[s] * segments.tokens[static_cast<Index>(s)];
      }
      places.row(b) = ((sum / tokens - mean).array() / sd.array()).matrix() * axes;
    }
    const auto e = statistics::ellipse_of(places, -2 * std::log(0.05));
    const auto& row = found.at(m.study().documents[static_cast<std::size_t>(d)].name);
    EXPECT_NEAR(row.major, e.major, 1e-9);
    EXPECT_NEAR(row.minor, e.minor, 1e-9);
    // An axis may point the other way.
    EXPECT_NEAR(std::abs(row.angle), std::abs(e.angle), 1e-7);
    EXPECT_NEAR(std::abs(row.x), std::abs((z.row(d) * axes)[0]), 1e-9) << "round its own place";
  }
}

TEST(OrdinationEllipses, StandWhereTheDocumentsStand) {
  const material m = shipped(40);
  ordination_options o;
  o.layers = {layer_kind::vocabulary};
  const auto t = ordination(m, o).ordination;
  const auto found = ellipses_of(m, layer_kind::vocabulary);
  for (std::size_t i = 0; i < t.n_rows(); ++i) {
    if (t.texts("method")[i] != "pca") continue;
    const auto& row = found.at(t.texts("document")[i]);
    EXPECT_EQ(t.integers("axis")[i] == 1 ? row.x : row.y, t.numbers("coordinate")[i]);
    EXPECT_GT(row.minor, 0);
    EXPECT_GE(row.major, row.minor);
  }
  EXPECT_EQ(found.at("trotskyist").of, "group");
  EXPECT_TRUE(std::isnan(found.at("trotskyist").major)) << "two documents";
  EXPECT_EQ(found.size(), 8U);
}

void write_points(const scratch_folder& folder) {
  // Sentences of four words, which are the segments.
  folder.write("texts/a.txt", "X x x y. X x x z. X y y z.");
  folder.write("texts/b.txt", "X x y y.");
  folder.write("texts/c.txt", "X z z z. Y y z z.");
  folder.write("texts/d.txt", "y y y z.");
  folder.write("documents.csv", "document,side\na,g\nb,g\nc,g\nd,h\n");
}

material points(const scratch_folder& folder, std::uint32_t replicates = 100) {
  material_options o;
  o.segmentation.segment_tokens = 4;
  o.group_by = "side";
  o.replicates = replicates;
  return {corpus::open_study(folder.path()), std::move(o)};
}

TEST(OrdinationEllipses, OfAGroupAreThoseOfItsDocuments) {
  const scratch_folder folder;
  write_points(folder);
  const auto found = ellipses_of(points(folder), layer_kind::style);
  MatrixXd places(3, 2);
  Index i = 0;
  for (const char* name : {"a", "b", "c"}) places.row(i++) << found.at(name).x, found.at(name).y;
  const auto e = statistics::ellipse_of(places, 4.25);
  EXPECT_NEAR(found.at("g").major, e.major, 1e-12) << "2 F(0.68; 2, 2) = 2 * 0.68 / 0.32";
  EXPECT_NEAR(found.at("g").minor, e.minor, 1e-12);
  EXPECT_NEAR(found.at("g").angle, e.angle, 1e-9);
  EXPECT_NEAR(found.at("g").x, places.col(0).mean(), 1e-12);
  EXPECT_TRUE(std::isnan(found.at("h").major));
}

TEST(OrdinationEllipses, DoNotExistForFewSegmentsNorForFewResamples) {
  const scratch_folder folder;
  write_points(folder);
  const auto found = ellipses_of(points(folder), layer_kind::style);
  EXPECT_GT(found.at("a").minor, 0) << "three segments";
  EXPECT_TRUE(std::isnan(found.at("b").major)) << "one segment";
  EXPECT_TRUE(std::isnan(found.at("c").major)) << "two segments";
  EXPECT_TRUE(std::isnan(ellipses_of(points(folder, 39), layer_kind::style).at("a").major));
  EXPECT_EQ(ellipses_of(points(folder, 0), layer_kind::style).count("a"), 0U);
  EXPECT_EQ(ellipses_of(points(folder), layer_kind::style, false).count("a"), 0U);
}

TEST(OrdinationEllipses, NeedTwoAxes) {
  const scratch_folder folder;
  folder.write("a.txt", "X x y. X y y.");
  folder.write("b.txt", "X y z.");
  material_options o;
  o.segmentation.segment_tokens = 3;
  EXPECT_TRUE(ellipses_of({corpus::open_study(folder.path()), std::move(o)}, layer_kind::style).empty());
}

// Content of half the segments: a resample may hold none of it, and has no place then.
TEST(OrdinationEllipses, DoNotExistWhereManyResamplesHoldNoTerm) {
  const scratch_folder folder;
  folder.write("stop.txt", "the\n");
  folder.write("texts/a.txt", "The fox the owl. The the the the. The the the the.");
  folder.write("texts/b.txt", "Fox owl hen the. Fox the hen owl. Owl fox the fox.");
  folder.write("texts/c.txt", "Owl owl hen the. Hen owl owl fox. Hen fox the hen.");
  folder.write("documents.csv", "document\na\nb\nc\n");
  material_options o;
  o.segmentation.segment_tokens = 4;
  o.content_stopwords = folder.path() / "stop.txt";
  const auto found = ellipses_of({corpus::open_study(folder.path()), std::move(o)}, layer_kind::vocabulary);
  EXPECT_TRUE(std::isnan(found.at("a").major)) << "8 of 27 resamples";
  EXPECT_GT(found.at("b").minor, 0);
}

TEST(OrdinationEllipses, AreTheSameWhateverTheThreads) {
  const auto run = [](std::size_t threads) {
    const thread_limit limit(threads);
    std::vector<double> numbers;
    for (const auto& [name, e] : ellipses_of(shipped(60), layer_kind::vocabulary)) {
      if (e.of == "document") numbers.insert(numbers.end(), {e.x, e.y, e.major, e.minor, e.angle});
    }
    return numbers;
  };
  const auto one = run(1);
  EXPECT_EQ(one.size(), 25U);
  EXPECT_EQ(run(2), one);
  EXPECT_EQ(run(7), one);
}

}  // namespace
}  // namespace isogloss::studies
