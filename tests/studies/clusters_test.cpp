#include "isogloss/studies/clusters.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <set>

#include "isogloss/base/errors.hpp"
#include "support/scratch.hpp"

namespace isogloss::studies {
namespace {

using isogloss::testing::scratch_folder;

// Three texts on foxes and three on trams: nothing in common but the grouping.
void write_two_kinds(const scratch_folder& folder) {
  const std::string fox = "Foxes hunt mice. Good foxes sleep well in dens. Every fox loves its good cubs. ";
  const std::string tram = "Trams need tracks. Bad trams break down on bridges. This tram costs bad money. ";
  std::string manifest = "document,kind\n";
  for (const std::string number : {"one", "two", "three"}) {
    manifest += "fox-" + number + ",animal\ntram-" + number + ",machine\n";
    folder.write("fox-" + number + ".txt", fox + fox + "Fox " + number + " is a red fox.");
    folder.write("tram-" + number + ".txt", tram + tram + "Tram " + number + " is a blue tram.");
  }
  folder.write("documents.csv", manifest);
  folder.write("lexicons/tone.csv", "category,pattern\npositive,good\npositive,well\nnegative,bad\n");
}

material read(const scratch_folder& folder, const std::string& group_by = "kind", std::uint32_t replicates = 60) {
  corpus::study s = corpus::open_study(folder.path());
  material_options o;
  o.group_by = group_by;
  o.replicates = replicates;
  o.lexicons = s.files.lexicons;
  o.segmentation.segment_tokens = 6;
  return {std::move(s), std::move(o)};
}

clusters_options vocabulary_by(const std::string& method, std::size_t k) {
  clusters_options o;
  o.layers = {layer_kind::vocabulary};
  o.methods = {method};
  o.clusters = k;
  return o;
}

clusters_options every_layer_by(std::vector<std::string> methods) {
  clusters_options o;
  o.methods = std::move(methods);
  return o;
}

// All but those whose trees may be impossible to cut.
std::vector<std::string> cutting_methods() {
  std::vector<std::string> methods = clustering_methods();
  std::erase(methods, "centroid");
  std::erase(methods, "median");
  return methods;
}

TEST(Clusters, AreTheGroupsWhereGroupsAreObviouslyApart) {
  const scratch_folder folder;
  write_two_kinds(folder);
  const auto found = clusters(read(folder), every_layer_by(cutting_methods()));
  const table& t = found.agreement;
  ASSERT_EQ(t.n_rows(), 3U * cutting_methods().size());
  for (std::size_t i = 0; i < t.n_rows(); ++i) {
    const std::string which = t.texts("layer")[i] + " " + t.texts("method")[i];
    EXPECT_EQ(t.texts("grouping")[i], "kind");
    EXPECT_EQ(t.integers("clusters")[i], 2);
    EXPECT_DOUBLE_EQ(t.numbers("adjusted_rand_index")[i], 1) << which;
    EXPECT_GT(t.numbers("mean_silhouette")[i], 0.2) << which;
    EXPECT_GT(t.numbers("permanova_f")[i], 1) << which;
    // Six documents, three a group: 20 relabellings, of which two are the groups themselves.
    EXPECT_NEAR(t.numbers("p_value")[i], 0.1, 1e-12) << which;
  }
}

TEST(Clusters, AreNumberedInTheOrderOfDocuments) {
  const scratch_folder folder;
  write_two_kinds(folder);
  const auto found = clusters(read(folder), every_layer_by(cutting_methods()));
  const table& t = found.clusters;
  for (std::size_t i = 0; i < t.n_rows(); i += 6) {
    for (std::size_t d = 0; d < 6; ++d) {
      EXPECT_EQ(t.integers("cluster")[i + d], t.texts("document")[i + d].starts_with("fox") ? 1 : 2);
      EXPECT_GT(t.numbers("silhouette")[i + d], 0);
    }
  }
}

TEST(Clusters, MayBeAsManyAsDocuments) {
  const scratch_folder folder;
  write_two_kinds(folder);
  for (const auto& method : cutting_methods()) {
    const auto found = clusters(read(folder), vocabulary_by(method, 6));
    std::set<std::int64_t> labels;
    for (std::size_t i = 0; i < 6; ++i) labels.insert(found.clusters.integers("cluster")[i]);
    EXPECT_EQ(labels.size(), 6U) << method;
  }
}

TEST(Clusters, MayBeOne) {
  const scratch_folder folder;
  write_two_kinds(folder);
  for (const auto& method : cutting_methods()) {
    const auto found = clusters(read(folder), vocabulary_by(method, 1));
    for (std::size_t i = 0; i < 6; ++i) {
      EXPECT_EQ(found.clusters.integers("cluster")[i], 1) << method;
      EXPECT_TRUE(std::isnan(found.clusters.numbers("silhouette")[i])) << method;
    }
  }
}

TEST(Clusters, AreNotMoreThanDocuments) {
  const scratch_folder folder;
  write_two_kinds(folder);
  EXPECT_THROW(static_cast<void>(clusters(read(folder), vocabulary_by("average", 7))), data_error);
}

TEST(Clusters, TakeTwoDocuments) {
  const scratch_folder folder;
  folder.write("a.txt", "A fox.");
  EXPECT_THROW(static_cast<void>(clusters(read(folder, ""), vocabulary_by("average", 0))), data_error);
  folder.write("b.txt", "A tram.");
  const auto found = clusters(read(folder, ""), vocabulary_by("average", 0));
  EXPECT_EQ(found.clusters.n_rows(), 2U);
  EXPECT_EQ(found.merges.n_rows(), 1U);
  EXPECT_EQ(found.agreement.n_rows(), 0U);
}

void write_three_the_same(const scratch_folder& folder) {
  for (const char* name : {"a.txt", "b.txt", "c.txt"}) folder.write(name, "The same fox sleeps. It sleeps well.");
}

TEST(Clusters, OfIdenticalDocumentsAreAllAtOneHeight) {
  const scratch_folder folder;
  write_three_the_same(folder);
  const auto found = clusters(read(folder, ""), vocabulary_by("average", 2));
  ASSERT_EQ(found.merges.n_rows(), 2U);
  EXPECT_NEAR(found.merges.numbers("height")[1], 0, 1e-12);
}

// No word varies, so there is no Delta: said as such, not by a function that meets a NaN.
TEST(Clusters, SayThatDistancesDoNotExist) {
  const scratch_folder folder;
  write_three_the_same(folder);
  clusters_options options = every_layer_by({"average"});
  options.layers = {layer_kind::style};
  EXPECT_THROW(static_cast<void>(clusters(read(folder, ""), options)), data_error);
}

// Heights of centroid and median can go down, and such a tree cannot be cut.
TEST(Clusters, SayThatATreeCannotBeCut) {
  const scratch_folder folder;
  write_two_kinds(folder);
  for (const char* method : {"centroid", "median"}) {
    try {
      EXPECT_EQ(clusters(read(folder), every_layer_by({method})).agreement.n_rows(), 3U);
    } catch (const data_error& error) {
      EXPECT_NE(std::string(error.what()).find(method), std::string::npos) << error.what();
    }
  }
}

TEST(Clusters, AreAsManyAsAreSaid_OfIdenticalDocumentsToo) {
  const scratch_folder folder;
  write_three_the_same(folder);
  for (const auto& method : cutting_methods()) {
    const auto found = clusters(read(folder, ""), vocabulary_by(method, 2));
    std::set<std::int64_t> labels;
    for (std::size_t i = 0; i < 3; ++i) labels.insert(found.clusters.integers("cluster")[i]);
    EXPECT_EQ(static_cast<std::int64_t>(labels.size()), found.clusters.integers("clusters")[0]) << method;
  }
}

TEST(Clusters, NameAMethodThatDoesNotExist) {
  const scratch_folder folder;
  write_two_kinds(folder);
  EXPECT_THROW(static_cast<void>(clusters(read(folder), vocabulary_by("ward", 2))), data_error);
}

TEST(Merges, JoinAllDocumentsWithSupportsThatAreShares) {
  const scratch_folder folder;
  write_two_kinds(folder);
  const auto found = clusters(read(folder), every_layer_by({"average", "complete"}));
  const table& t = found.merges;
  ASSERT_EQ(t.n_rows(), 3U * 2U * 5U);
  for (std::size_t i = 0; i < t.n_rows(); ++i) {
    EXPECT_EQ(t.integers("step")[i], static_cast<std::int64_t>(i % 5 + 1));
    EXPECT_GE(t.numbers("support")[i], 0);
    EXPECT_LE(t.numbers("support")[i], 1);
    if (i % 5 > 0) {
      EXPECT_GE(t.numbers("height")[i], t.numbers("height")[i - 1]);
    }
    if (i % 5 == 4) {
      EXPECT_EQ(t.integers("size")[i], 6);
      EXPECT_EQ(t.numbers("support")[i], 1) << "every tree has its root";
    }
  }
}

TEST(Merges, HaveNoSupportWithoutReplicatesOrAnythingToDraw) {
  const scratch_folder folder;
  write_two_kinds(folder);
  const auto none = clusters(read(folder, "kind", 0), vocabulary_by("average", 2));
  EXPECT_TRUE(std::isnan(none.merges.numbers("support")[0]));
  for (const char* document : {"fox-one", "fox-two", "fox-three"}) {
    folder.write(std::string(document) + ".txt", "A fox.");
  }
  const auto some = clusters(read(folder), vocabulary_by("average", 2));
  EXPECT_FALSE(std::isnan(some.merges.numbers("support")[0])) << "the trams can still be drawn";
  for (const char* document : {"tram-one", "tram-two", "tram-three"}) {
    folder.write(std::string(document) + ".txt", "A tram.");
  }
  const auto fixed = clusters(read(folder), vocabulary_by("average", 2));
  EXPECT_TRUE(std::isnan(fixed.merges.numbers("support")[0]));
}

TEST(Trees, AreOneALayerWithEveryDocumentInThem) {
  const scratch_folder folder;
  write_two_kinds(folder);
  const auto found = clusters(read(folder), {});
  ASSERT_EQ(found.trees.size(), 3U);
  for (const auto& tree : found.trees) {
    EXPECT_TRUE(tree.newick.ends_with(";\n"));
    for (const char* document : {"fox-one:", "fox-two:", "fox-three:", "tram-one:", "tram-two:", "tram-three:"}) {
      EXPECT_NE(tree.newick.find(document), std::string::npos) << tree.newick;
    }
  }
}

TEST(Trees, QuoteNamesThatNewickCouldMisread) {
  const scratch_folder folder;
  folder.write(
      "documents.csv",
      "document,file\n\"Bo's (first), 1:2; [x]\",a.txt\nplain,b.txt\nunder_score,c.txt\n\"two\nlines\",d.txt\n");
  for (const char* file : {"a.txt", "b.txt", "c.txt", "d.txt"})
    folder.write(file, "The fox " + std::string(file).substr(0, 1) + " sleeps.");
  const std::string tree = clusters(read(folder, ""), vocabulary_by("average", 2)).trees.at(0).newick;
  EXPECT_NE(tree.find("'Bo''s (first), 1:2; [x]':"), std::string::npos) << tree;
  EXPECT_NE(tree.find("plain:"), std::string::npos) << tree;
  EXPECT_EQ(tree.find("'plain'"), std::string::npos) << tree;
  EXPECT_NE(tree.find("'under_score':"), std::string::npos) << "an underscore without quotes is a blank: " << tree;
  EXPECT_NE(tree.find("'two\nlines':"), std::string::npos) << tree;
}

}  // namespace
}  // namespace isogloss::studies
