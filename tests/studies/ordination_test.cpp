#include "isogloss/studies/ordination.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <map>

#include "isogloss/base/errors.hpp"
#include "isogloss/base/parallel.hpp"
#include "support/scratch.hpp"

namespace isogloss::studies {
namespace {

using isogloss::testing::scratch_folder;

constexpr const char* fox =
    "The fox is red and quick. Perhaps the quick fox of the house runs home. A good fox sleeps well.";
constexpr const char* hen =
    "A hen sat in a house. Perhaps it slept; no hen is quick. The bad house was not safe from a fox.";
constexpr const char* owl =
    "Owls see well at night. An owl hunts mice in the good woods and never sleeps in a red house.";

material read(const scratch_folder& folder) {
  corpus::study s = corpus::open_study(folder.path());
  material_options o;
  o.lexicons = s.files.lexicons;
  return {std::move(s), std::move(o)};
}

void write_three(const scratch_folder& folder) {
  folder.write("a.txt", fox);
  folder.write("b.txt", hen);
  folder.write("c.txt", owl);
  folder.write(
      "lexicons/tone.csv",
      "category,pattern\npositive,good\npositive,well\nnegative,bad\nnegative,not\nhedge,perhaps\nrare,zebra\n");
}

ordination_options small() {
  ordination_options o;
  o.min_count = 2;
  return o;
}

// layer, method, axis -> coordinates or loadings in the order of the table.
std::map<std::string, std::vector<double>> values_of(const table& t, const char* column) {
  std::map<std::string, std::vector<double>> values;
  for (std::size_t i = 0; i < t.n_rows(); ++i) {
    values[t.texts("layer")[i] + " " + t.texts("method")[i] + " " + std::to_string(t.integers("axis")[i])].push_back(
        t.numbers(column)[i]);
  }
  return values;
}

TEST(Ordination, HasEveryMethodOfEveryLayerOnTwoAxes) {
  const scratch_folder folder;
  write_three(folder);
  const auto result = ordination(read(folder), small());
  const auto places = values_of(result.ordination, "coordinate");
  ASSERT_EQ(places.size(), 2U * (3 + 2 + 2));
  for (const auto& [axis, coordinates] : places) {
    EXPECT_EQ(coordinates.size(), 3U) << axis;
    if (axis.find(" ca ") == std::string::npos) {
      EXPECT_NEAR(coordinates[0] + coordinates[1] + coordinates[2], 0, 1e-12) << axis;
    }
  }
}

TEST(Ordination, HasLoadingsFromTheGreatestToTheLeastOfWhichTheFirstIsPositive) {
  const scratch_folder folder;
  write_three(folder);
  for (const auto& [axis, loadings] : values_of(ordination(read(folder), small()).loadings, "loading")) {
    EXPECT_GT(loadings.front(), 0) << axis;
    double squares = 0;
    for (std::size_t i = 0; i < loadings.size(); ++i) {
      squares += loadings[i] * loadings[i];
      EXPECT_LE(std::abs(loadings[i]), std::abs(loadings[i > 0 ? i - 1 : 0]) * (1 + 1e-9)) << axis;
    }
    EXPECT_NEAR(squares, 1, 1e-12) << axis;
  }
}

TEST(Ordination, HasNoMoreTermsAndAxesThanAreWanted) {
  const scratch_folder folder;
  write_three(folder);
  auto options = small();
  options.axes = 1;
  options.top = 3;
  options.layers = {layer_kind::style};
  const auto result = ordination(read(folder), options);
  EXPECT_EQ(result.ordination.n_rows(), 2U * 3);
  EXPECT_EQ(result.loadings.n_rows(), 3U);
}

TEST(Ordination, NamesFeaturesThatDoNotVary) {
  const scratch_folder folder;
  write_three(folder);
  const auto result = ordination(read(folder), small());
  ASSERT_FALSE(result.notes.empty());
  EXPECT_EQ(result.notes.back(),
            "pca of the layer stance: 1 of 4 features are the same in every document and left out");
}

TEST(Ordination, OfTwoDocumentsHasOneAxis) {
  const scratch_folder folder;
  folder.write("a.txt", fox);
  folder.write("b.txt", hen);
  auto options = small();
  options.layers = {layer_kind::vocabulary, layer_kind::style};
  const auto places = values_of(ordination(read(folder), options).ordination, "coordinate");
  EXPECT_EQ(places.size(), 5U);
  for (const auto& [axis, coordinates] : places) EXPECT_TRUE(axis.ends_with(" 1")) << axis;
}

TEST(Ordination, OfDocumentsThatAreAlikeHasNoAxes) {
  const scratch_folder folder;
  for (const char* name : {"a.txt", "b.txt", "c.txt"}) folder.write(name, fox);
  auto options = small();
  options.layers = {layer_kind::vocabulary};
  const auto result = ordination(read(folder), options);
  EXPECT_EQ(result.ordination.n_rows(), 0U);
  EXPECT_EQ(result.loadings.n_rows(), 0U);
  options.layers = {layer_kind::style};
  EXPECT_THROW(static_cast<void>(ordination(read(folder), options)), data_error);
}

TEST(Ordination, OfOneDocumentIsRefused) {
  const scratch_folder folder;
  folder.write("a.txt", fox);
  EXPECT_THROW(static_cast<void>(ordination(read(folder), small())), data_error);
}

TEST(Ordination, FollowsTheDocumentsWhenTheirOrderChanges) {
  const scratch_folder folder, other;
  write_three(folder);
  write_three(other);
  folder.write("documents.csv", "document,file\na,a.txt\nb,b.txt\nc,c.txt\n");
  other.write("documents.csv", "document,file\nc,c.txt\na,a.txt\nb,b.txt\n");
  const auto before = values_of(ordination(read(folder), small()).ordination, "coordinate");
  const auto after = values_of(ordination(read(other), small()).ordination, "coordinate");
  for (const auto& [axis, coordinates] : before) {
    const auto& moved = after.at(axis);
    for (std::size_t i = 0; i < 3; ++i) EXPECT_NEAR(moved[(i + 1) % 3], coordinates[i], 1e-11) << axis;
  }
}

TEST(Ordination, IsTheSameWhateverTheThreads) {
  const scratch_folder folder;
  write_three(folder);
  const auto run = [&](std::size_t threads) {
    const thread_limit limit(threads);
    return values_of(ordination(read(folder), small()).ordination, "coordinate");
  };
  const auto one = run(1);
  EXPECT_EQ(run(2), one);
  EXPECT_EQ(run(7), one);
}

}  // namespace
}  // namespace isogloss::studies
