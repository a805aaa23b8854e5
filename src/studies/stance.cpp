#include "isogloss/studies/stance.hpp"

#include <array>
#include <cmath>
#include <limits>
#include <map>

#include "isogloss/base/parallel.hpp"
#include "isogloss/statistics/bootstrap.hpp"
#include "isogloss/studies/layouts.hpp"

namespace isogloss::studies {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

struct voice_choice {
  const char* name;
  corpus::zone_set zones;
};

// Running words of every segment with a token in `zones`, numbered on through the documents.
struct segment_numbers {
  std::map<std::pair<std::size_t, std::uint32_t>, Eigen::Index> row;
  std::vector<double> tokens;
  std::vector<std::size_t> document_of;
  std::vector<std::uint32_t> segment_of;

  segment_numbers(const material& m, const corpus::zone_set& zones) {
    const auto& f = m.features();
    std::vector<bool> counted(f.types.size());
    for (std::size_t i = 0; i < counted.size(); ++i) counted[i] = m.rules().is_counted(f.types[i]);
    for (std::size_t d = 0; d < f.documents.size(); ++d) {
      for (const auto& feature : f.documents[d].features) {
        if (!counted[index(feature.type)] || !zones.contains(f.voices[feature.voice].kind)) continue;
        const auto [found, is_new] =
            row.emplace(std::pair(d, feature.segment), static_cast<Eigen::Index>(tokens.size()));
        if (is_new) {
          tokens.push_back(0);
          document_of.push_back(d);
          segment_of.push_back(feature.segment);
        }
        tokens[static_cast<std::size_t>(found->second)] += static_cast<double>(feature.count);
      }
    }
  }
};

// Rates per thousand tokens of every document (rows) and category, under weights of the segments.
Eigen::MatrixXd rates(const stance_segments& s, const std::vector<double>& weights, std::size_t n_documents) {
  const auto n = static_cast<Eigen::Index>(n_documents);
  Eigen::MatrixXd hits = Eigen::MatrixXd::Zero(n, s.hits.cols());
  Eigen::VectorXd tokens = Eigen::VectorXd::Zero(n);
  for (std::size_t i = 0; i < weights.size(); ++i) {
    if (weights[i] == 0) continue;
    const auto segment = static_cast<Eigen::Index>(i);
    const auto document = static_cast<Eigen::Index>(s.document_of[i]);
    hits.row(document) += weights[i] * s.hits.row(segment);
    tokens[document] += weights[i] * s.tokens[segment];
  }
  for (Eigen::Index d = 0; d < n; ++d) hits.row(d) *= 1000 / tokens[d];  // 0/0: a document without tokens has no rate
  return hits;
}

struct totals {
  Eigen::MatrixXd hits;      // n_documents x n_categories
  Eigen::VectorXd tokens;    // n_documents
  Eigen::VectorXd segments;  // n_documents
};

totals total(const stance_segments& s, std::size_t n_documents) {
  const auto n = static_cast<Eigen::Index>(n_documents);
  totals t{Eigen::MatrixXd::Zero(n, s.hits.cols()), Eigen::VectorXd::Zero(n), Eigen::VectorXd::Zero(n)};
  for (std::size_t i = 0; i < s.document_of.size(); ++i) {
    const auto document = static_cast<Eigen::Index>(s.document_of[i]);
    t.hits.row(document) += s.hits.row(static_cast<Eigen::Index>(i));
    t.tokens[document] += s.tokens[static_cast<Eigen::Index>(i)];
    t.segments[document] += 1;
  }
  return t;
}

// One column a cell (document-major), one row a replicate.
Eigen::MatrixXd resampled_rates(const material& m, const stance_segments& s) {
  const std::size_t n_documents = m.n_documents();
  Eigen::MatrixXd result(static_cast<Eigen::Index>(m.options().replicates),
                         static_cast<Eigen::Index>(n_documents) * s.hits.cols());
  parallel_for(m.options().replicates, {"resampling rates", "resamples"}, [&](std::size_t replicate) {
    const auto weights = statistics::resample_segments(
        s.document_of, m.options().seed, statistics::random_study::stance, static_cast<std::uint32_t>(replicate));
    const Eigen::MatrixXd rate = rates(s, weights, n_documents).transpose();
    result.row(static_cast<Eigen::Index>(replicate)) = rate.reshaped().transpose();
  });
  return result;
}

// A document of one segment cannot be resampled, and of no hits a resample knows nothing: NA.
statistics::interval interval_of(const Eigen::MatrixXd& resampled, Eigen::Index cell, double hits, double segments) {
  if (segments < 2 || hits == 0) return {nan, nan};
  const Eigen::VectorXd column = resampled.col(cell);
  return statistics::percentile_interval({column.begin(), column.end()});
}

}  // namespace

table stance_layout() {
  using enum column_type;
  return {"stance",
          "How often each document speaks in the words of each category, in its own voice and in quotations.",
          "the order of documents, lexicon, category, voice",
          {columns::document(),
           {"lexicon", string, "", "the lexicon"},
           {"category", string, "", "its category"},
           {"voice", string, "", "own: the chosen zones; quoted: quotations"},
           {"hits", integer, "", "words and phrases of the category"},
           {"tokens", integer, "tokens", "running words of that voice"},
           {"per_thousand", number, "per thousand tokens", "1000 * hits / tokens; NA where the voice says nothing"},
           columns::low("per thousand tokens"),
           columns::high("per thousand tokens")}};
}

table stance(const material& m) {
  using corpus::zone_set;
  const std::array<voice_choice, 2> voices = {voice_choice{"own", m.options().zones},
                                              voice_choice{"quoted", zone_set("quotation", "")}};
  std::vector<stance_segments> segments;
  std::vector<totals> sums;
  std::vector<Eigen::MatrixXd> resampled;
  for (const auto& voice : voices) {
    segments.push_back(count_stance(m, voice.zones));
    sums.push_back(total(segments.back(), m.n_documents()));
    resampled.push_back(resampled_rates(m, segments.back()));
  }
  table result = stance_layout();
  const auto n_categories = static_cast<Eigen::Index>(segments[0].categories.size());
  for (std::size_t d = 0; d < m.n_documents(); ++d) {
    const auto document = static_cast<Eigen::Index>(d);
    for (Eigen::Index c = 0; c < n_categories; ++c) {
      const auto& category = segments[0].categories[static_cast<std::size_t>(c)];
      const auto& lexicon = m.lexicons()[category.lexicon];
      for (std::size_t v = 0; v < voices.size(); ++v) {
        const double hits = sums[v].hits(document, c);
        const double tokens = sums[v].tokens[document];
        const auto ends = interval_of(resampled[v], document * n_categories + c, hits, sums[v].segments[document]);
        result.add(m.study().documents[d].name, lexicon.name, lexicon.categories[category.category], voices[v].name,
                   static_cast<std::int64_t>(hits), static_cast<std::int64_t>(tokens), 1000 * hits / tokens, ends.low,
                   ends.high);
      }
    }
  }
  return result;
}

stance_segments count_stance(const material& m, const corpus::zone_set& zones) {
  stance_segments s;
  std::vector<std::size_t> first_column;
  for (std::size_t l = 0; l < m.lexicons().size(); ++l) {
    first_column.push_back(s.categories.size());
    for (std::size_t c = 0; c < m.lexicons()[l].categories.size(); ++c) s.categories.push_back({l, c});
  }
  const segment_numbers segments(m, zones);
  s.document_of = segments.document_of;
  s.segment_of = segments.segment_of;
  s.tokens =
      Eigen::Map<const Eigen::VectorXd>(segments.tokens.data(), static_cast<Eigen::Index>(segments.tokens.size()));
  s.hits = Eigen::MatrixXd::Zero(s.tokens.size(), static_cast<Eigen::Index>(s.categories.size()));
  for (std::size_t l = 0; l < m.lexicons().size(); ++l) {
    const auto& lexicon = m.lexicons()[l];
    for (const auto& hit : counts::count_lexicon(m.features(), m.lexicon_matchers()[l], m.lexicon_rules())) {
      if (!zones.contains(m.features().voices[hit.voice].kind)) continue;
      const auto row = segments.row.find({hit.document, hit.segment});
      if (row == segments.row.end()) continue;
      s.hits(row->second, static_cast<Eigen::Index>(first_column[l] + lexicon.entries[hit.entry].category)) +=
          hit.count;
    }
  }
  return s;
}

std::string label(const material& m, const stance_category& c) {
  const auto& lexicon = m.lexicons()[c.lexicon];
  return lexicon.name + ": " + lexicon.categories[c.category];
}

}  // namespace isogloss::studies
