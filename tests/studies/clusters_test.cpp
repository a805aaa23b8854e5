#include "isogloss/studies/clusters.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <set>

#include "isogloss/base/errors.hpp"
#include "isogloss/base/parallel.hpp"
#include "isogloss/reports/table_writer.hpp"
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
    const auto found = clusters(read(folder), every_layer_by({method}));
    EXPECT_EQ(found.agreement.n_rows() + found.notes.size(), 3U);
    EXPECT_EQ(found.merges.n_rows(), 3 * (read(folder).n_documents() - 1));
    for (const auto& note : found.notes) EXPECT_NE(note.find(method), std::string::npos) << note;
  }
}

// Three documents as far from each other as can be: the third lies nearer the middle of the others than they to each
// other.
TEST(Clusters, HaveTheTreeOfCentroidsWhoseHeightsGoDown) {
  const scratch_folder folder;
  for (const char* name : {"a", "b", "c"})
    folder.write(std::string(name) + ".txt", std::string("word") + name + " same.");
  const auto found = clusters(read(folder, ""), vocabulary_by("centroid", 2));
  ASSERT_EQ(found.merges.n_rows(), 2U);
  EXPECT_LT(found.merges.numbers("height")[1], found.merges.numbers("height")[0]);
  EXPECT_EQ(found.clusters.n_rows(), 0U);
  ASSERT_EQ(found.notes.size(), 1U);
  EXPECT_NE(found.notes[0].find("no clusters by centroid in vocabulary"), std::string::npos) << found.notes[0];
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

// Where no word is shared between kinds, and each text has its own number: the two kinds are branches whatever the
// words, unless these are so few that the texts cannot be told apart.
TEST(Sensitivity, IsTheShareOfChoicesOfWordsThatHaveTheBranch) {
  const scratch_folder folder;
  write_two_kinds(folder);
  clusters_options options = vocabulary_by("average", 2);
  options.sweep = {{5, 10, 100}, {0, 50}};
  const auto found = clusters(read(folder), options);
  const table& t = found.merges;
  ASSERT_EQ(t.n_rows(), 5U);
  for (std::size_t i = 0; i < 5; ++i) {
    EXPECT_EQ(t.integers("settings")[i], t.integers("settings")[0]);
    EXPECT_GE(t.numbers("sensitivity")[i], 0);
    EXPECT_LE(t.numbers("sensitivity")[i], 1);
  }
  EXPECT_EQ(t.numbers("sensitivity")[4], 1) << "every tree has its root";
  // 23 words are in three texts, more than ten: 5, 10 and all of those, and of all words 5, 10 and all. The five and
  // ten most frequent are the same words both times.
  EXPECT_EQ(t.integers("settings")[0], 4);
  for (std::size_t i = 0; i < 5; ++i) {
    if (t.integers("size")[i] == 3) {
      EXPECT_EQ(t.numbers("sensitivity")[i], 1) << "a kind is a branch by any words";
    }
  }
}

TEST(Sensitivity, LeavesOutChoicesInWhichADistanceDoesNotExist) {
  const scratch_folder folder;
  write_two_kinds(folder);
  clusters_options options = vocabulary_by("average", 2);
  // The most frequent word is not in all texts, and those without it have nothing that could be compared.
  options.sweep = {{1}, {0}};
  const auto found = clusters(read(folder), options);
  EXPECT_EQ(found.merges.integers("settings")[0], 0);
  EXPECT_TRUE(std::isnan(found.merges.numbers("sensitivity")[0]));
  options.sweep = {{}, {0}};
  const auto none = clusters(read(folder), options);
  EXPECT_EQ(none.merges.integers("settings")[0], 0);
  EXPECT_TRUE(std::isnan(none.merges.numbers("sensitivity")[0]));
}

TEST(Sensitivity, IsNotOfStanceWhichHasNoWordsToChoose) {
  const scratch_folder folder;
  write_two_kinds(folder);
  clusters_options options = every_layer_by({"average"});
  options.layers = {layer_kind::stance};
  const auto found = clusters(read(folder), options);
  EXPECT_EQ(found.merges.integers("settings")[0], 0);
  EXPECT_TRUE(std::isnan(found.merges.numbers("sensitivity")[0]));
}

TEST(Sensitivity, DoesNotTouchSupport) {
  const scratch_folder folder;
  write_two_kinds(folder);
  clusters_options options = vocabulary_by("average", 2);
  const auto with = clusters(read(folder), options);
  options.sensitivity = false;
  const auto without = clusters(read(folder), options);
  EXPECT_EQ(with.merges.numbers("support"), without.merges.numbers("support"));
  EXPECT_TRUE(std::isnan(without.merges.numbers("sensitivity")[0]));
}

TEST(Merges, TellHowTrueTheTreeIs) {
  const scratch_folder folder;
  write_two_kinds(folder);
  const auto found = clusters(read(folder), vocabulary_by("average", 2));
  for (const double correlation : found.merges.numbers("cophenetic_correlation")) EXPECT_GT(correlation, 0.9);
}

TEST(Agreement, HasAnIntervalAndTheSmallestAttainableP) {
  const scratch_folder folder;
  write_two_kinds(folder);
  const auto found = clusters(read(folder), every_layer_by({"average", "k-means", "spherical-k-means", "pam"}));
  const table& t = found.agreement;
  ASSERT_EQ(t.n_rows(), 12U);
  for (std::size_t i = 0; i < t.n_rows(); ++i) {
    // Three and three documents: the groups and their mirror image are 2 of 20 relabellings.
    EXPECT_NEAR(t.numbers("p_attainable")[i], 0.1, 1e-12);
    EXPECT_NEAR(t.numbers("p_value")[i], 0.1, 1e-12);
    EXPECT_LE(t.numbers("low")[i], t.numbers("high")[i]);
    EXPECT_LE(t.numbers("high")[i], 1);
    if (t.texts("layer")[i] == "vocabulary") {
      EXPECT_EQ(t.numbers("low")[i], 1) << "no resample mixes texts without a common word";
    }
  }
}

TEST(Agreement, HasNoIntervalWithoutReplicates) {
  const scratch_folder folder;
  write_two_kinds(folder);
  const auto found = clusters(read(folder, "kind", 0), vocabulary_by("average", 2));
  EXPECT_TRUE(std::isnan(found.agreement.numbers("low")[0]));
  EXPECT_TRUE(std::isnan(found.agreement.numbers("high")[0]));
  EXPECT_EQ(found.agreement.numbers("adjusted_rand_index")[0], 1);
}

TEST(Agreement, IsWithAnyColumn) {
  const scratch_folder folder;
  write_two_kinds(folder);
  clusters_options options = vocabulary_by("average", 0);
  options.agree_with = "kind";
  const auto found = clusters(read(folder, ""), options);
  ASSERT_EQ(found.agreement.n_rows(), 1U);
  EXPECT_EQ(found.agreement.texts("grouping")[0], "kind");
  EXPECT_EQ(found.agreement.numbers("adjusted_rand_index")[0], 1);
}

// As many groups as documents: clusters are the groups, and no relabelling is another partition.
TEST(Agreement, WithEveryDocumentItsOwnGroupHasNoTest) {
  const scratch_folder folder;
  write_two_kinds(folder);
  clusters_options options = vocabulary_by("average", 0);
  options.agree_with = "document";
  const auto found = clusters(read(folder, ""), options);
  ASSERT_EQ(found.agreement.n_rows(), 1U);
  EXPECT_EQ(found.agreement.integers("clusters")[0], 6);
  EXPECT_EQ(found.agreement.numbers("adjusted_rand_index")[0], 1);
  EXPECT_TRUE(std::isnan(found.agreement.numbers("permanova_f")[0]));
  EXPECT_TRUE(std::isnan(found.agreement.numbers("p_value")[0]));
  EXPECT_TRUE(std::isnan(found.agreement.numbers("p_attainable")[0]));
}

TEST(Agreement, NamesAColumnThatIsNotThereOrDoesNotVary) {
  const scratch_folder folder;
  folder.write("documents.csv", "document,place\na,here\nb,here\nc,here\n");
  folder.write("a.txt", "A fox.");
  folder.write("b.txt", "A hen.");
  folder.write("c.txt", "An owl.");
  clusters_options options = vocabulary_by("average", 2);
  for (const char* column : {"place", "time"}) {
    options.agree_with = column;
    try {
      static_cast<void>(clusters(read(folder, ""), options));
      ADD_FAILURE() << column;
    } catch (const data_error& error) {
      EXPECT_NE(std::string(error.what()).find("--agree-with"), std::string::npos) << error.what();
      EXPECT_NE(std::string(error.what()).find(column), std::string::npos) << error.what();
    }
  }
}

TEST(Agreement, OfIdenticalDocumentsHasAnIndexAndNoTest) {
  const scratch_folder folder;
  folder.write("documents.csv", "document,side\na,left\nb,right\nc,left\n");
  write_three_the_same(folder);
  const auto found = clusters(read(folder, "side"), vocabulary_by("average", 2));
  EXPECT_TRUE(std::isfinite(found.agreement.numbers("adjusted_rand_index")[0]));
  EXPECT_TRUE(std::isnan(found.agreement.numbers("permanova_f")[0])) << "all distances are 0";
  EXPECT_TRUE(std::isnan(found.agreement.numbers("p_value")[0]));
}

// Documents without a common word with any other: all distances are 1.
TEST(Clusters, OfDocumentsThatShareNothingAreDefined) {
  const scratch_folder folder;
  folder.write("a.txt", "Cats purr.");
  folder.write("b.txt", "Dogs bark.");
  folder.write("c.txt", "Hens cluck.");
  folder.write("d.txt", "Owls hoot.");
  for (const auto& method : cutting_methods()) {
    const auto found = clusters(read(folder, ""), vocabulary_by(method, 2));
    EXPECT_EQ(found.clusters.n_rows(), 4U) << method;
    for (std::size_t i = 0; i < found.merges.n_rows(); ++i) EXPECT_GE(found.merges.numbers("height")[i], 1) << method;
  }
}

// A document may be drawn without any content word, and then it has no cosine.
TEST(Support, PassesOverResamplesInWhichADistanceDoesNotExist) {
  const scratch_folder folder;
  folder.write("stopwords.txt", "it\nis\nso\nand\nwas\n");
  folder.write("a.txt", "Foxes hunt mice. It is so and it was so and it is so.");
  folder.write("b.txt", "Foxes hunt hens at night. Foxes hunt mice in dens.");
  folder.write("c.txt", "Trams need tracks on bridges. Trams break down often.");
  corpus::study s = corpus::open_study(folder.path());
  material_options o;
  o.replicates = 60;
  o.segmentation.segment_tokens = 3;
  o.content_stopwords = s.files.stopwords;
  const auto found = clusters({std::move(s), std::move(o)}, vocabulary_by("average", 2));
  EXPECT_GT(found.merges.numbers("support")[0], 0.9);
}

TEST(Clusters, AreTheSameForAnyNumberOfThreads) {
  const scratch_folder folder;
  write_two_kinds(folder);
  const auto bytes = [&](std::size_t threads) {
    const thread_limit limit(threads);
    const auto found = clusters(read(folder), every_layer_by(cutting_methods()));
    std::string text;
    for (const table* t : {&found.clusters, &found.merges, &found.agreement}) {
      reports::write(*t, reports::format::csv, [&](std::string_view more) { text += more; });
    }
    return text;
  };
  const std::string one = bytes(1);
  EXPECT_EQ(bytes(2), one);
  EXPECT_EQ(bytes(7), one);
}

}  // namespace
}  // namespace isogloss::studies
