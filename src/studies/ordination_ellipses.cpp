#include "studies/ordination_ellipses.hpp"

#include "isogloss/base/numeric.hpp"
#include "isogloss/base/parallel.hpp"
#include "isogloss/statistics/bootstrap.hpp"
#include "isogloss/statistics/ellipse.hpp"
#include "isogloss/studies/layouts.hpp"

namespace isogloss::studies {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using statistics::ellipse;

constexpr ellipse none = {not_a_number, not_a_number, not_a_number};
constexpr std::size_t fewest_segments = 3;  // two give places on a line
constexpr Index fewest_resamples = 40;      // as for intervals

// Places other profiles on the first two axes: of a profile p at p * loadings - middle.
struct placer {
  MatrixXd loadings;  // n_features x 2, divided by the deviations
  Eigen::RowVector2d middle;

  placer(const statistics::principal_components_result& found, Index n_features)
      : loadings(MatrixXd::Zero(n_features, 2)), middle(Eigen::RowVector2d::Zero()) {
    for (std::size_t i = 0; i < found.kept.size(); ++i) {
      const auto row = static_cast<Index>(i);
      loadings.row(found.kept[i]) = found.loadings.row(row).leftCols(2) / found.divisors[row];
      middle += found.means[row] * loadings.row(found.kept[i]);
    }
  }

  [[nodiscard]] MatrixXd operator()(const counts::sparse_matrix& profiles) const {
    return (profiles * loadings).rowwise() - middle;
  }
};

// One resample: a row of NaN for a document without direction, which a row of unit length cannot be made of.
MatrixXd resample(const material& m, const layer& l, const placer& place, std::uint32_t replicate) {
  const auto weights =
      statistics::resample_segments(l.document_of(), m.options().seed, statistics::random_study::ordination, replicate);
  const auto profiles = l.profiles_resampled(weights);
  MatrixXd places = place(profiles);
  if (l.kind() != layer_kind::vocabulary) return places;
  for (Index d = 0; d < profiles.rows(); ++d) {
    if (profiles.row(d).nonZeros() == 0) places.row(d).setConstant(not_a_number);
  }
  return places;
}

ellipse of_document(const std::vector<MatrixXd>& resamples, Index d) {
  MatrixXd places(static_cast<Index>(resamples.size()), 2);
  Index n = 0;
  for (const auto& r : resamples) {
    if (r.row(d).allFinite()) places.row(n++) = r.row(d);
  }
  const auto wanted = static_cast<Index>(resamples.size());
  if (n < fewest_resamples || 20 * (wanted - n) > wanted) return none;
  return statistics::ellipse_of(places.topRows(n), statistics::known_radius_squared(level_of_documents));
}

struct row {
  const layer& l;
  const char* of;
  const std::string& name;
  std::size_t points;
  double level;
};

void add(table& t, const row& r, const Eigen::RowVector2d& centre, const ellipse& e) {
  t.add(name(r.l.kind()), "pca", r.of, r.name, r.points, centre[0], centre[1], e.major, e.minor, e.angle, r.level);
}

void add_documents(const material& m, const layer& l, const placer& place, const MatrixXd& scores, table& t) {
  std::vector<MatrixXd> resamples(m.options().replicates);
  parallel_for(resamples.size(),
               [&](std::size_t i) { resamples[i] = resample(m, l, place, static_cast<std::uint32_t>(i)); });
  const auto segments = l.segments_of_documents();
  for (std::size_t d = 0; d < m.n_documents(); ++d) {
    const auto i = static_cast<Index>(d);
    const auto e = segments[d] < fewest_segments ? none : of_document(resamples, i);
    add(t, {l, "document", m.study().documents[d].name, segments[d], level_of_documents}, scores.row(i).leftCols<2>(),
        e);
  }
}

void add_groups(const material& m, const layer& l, const MatrixXd& scores, table& t) {
  const auto& groups = m.groups();
  for (std::size_t g = 0; g < groups.groups.size(); ++g) {
    std::vector<Index> members;
    for (std::size_t d = 0; d < groups.group_of.size(); ++d) {
      if (groups.group_of[d] == g) members.push_back(static_cast<Index>(d));
    }
    const MatrixXd places = scores(members, Eigen::seqN(0, 2));
    const auto e =
        members.size() < 3
            ? none
            : statistics::ellipse_of(places, statistics::estimated_radius_squared(level_of_groups, members.size()));
    add(t, {l, "group", groups.groups[g], members.size(), level_of_groups}, places.colwise().mean(), e);
  }
}

}  // namespace

table ordination_ellipses_layout() {
  using enum column_type;
  return {
      "ordination_ellipses",
      "How far the places of documents and groups spread on the first two axes of pca.",
      "layer, documents before groups, their order",
      {columns::layer(),
       {"method", string, "", "pca"},
       {"of", string, "", "document: its segments drawn anew, the axes held as they are; group: its documents"},
       {"name", string, "", "of the document or the group"},
       {"points", integer, "", "segments of the document, documents of the group; NA below follows from fewer than 3"},
       {"centre_1", number, "", "on axis 1: the document's place, or the mean of the group's"},
       {"centre_2", number, "", "on axis 2"},
       {"major", number, "", "longer half axis; NA where there is no ellipse"},
       {"minor", number, "", "shorter half axis"},
       {"angle", number, "degrees", "of the longer half axis from axis 1 towards axis 2; above -90 to 90"},
       {"level", number, "share",
        "what the ellipse would hold of a normal: 0.95 of a document's resamples, 0.68 of a group's documents"}}};
}

void add_ellipses(const material& m, const layer& l, const statistics::principal_components_result& found,
                  bool of_documents, table& ellipses) {
  if (found.scores.cols() < 2) return;
  if (of_documents && m.options().replicates > 0)
    add_documents(m, l, placer(found, static_cast<Index>(l.features().size())), found.scores, ellipses);
  if (!m.groups().empty()) add_groups(m, l, found.scores, ellipses);
}

}  // namespace isogloss::studies
