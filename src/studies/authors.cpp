#include "studies/authors.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "isogloss/base/errors.hpp"
#include "isogloss/studies/layers.hpp"

namespace isogloss::studies {
namespace {

void require_placeable(statistics::measure m) {
  if (statistics::can_place(m)) return;
  throw data_error("--measure", fmt::format("{} is made of all documents together and cannot leave one out", name(m)),
                   "Choose another, such as burrows_delta, cosine_delta or ruzicka.");
}

void require_authors(const material& m, const author_profiles& p, const attribution_options& options) {
  if (p.authors.size() > 1) return;
  throw data_error(
      m.study().name,
      p.authors.empty()
          ? fmt::format("has no document of known author in column \"{}\"", options.author_column)
          : fmt::format("has one known author, \"{}\"; attribution chooses between two or more", p.authors.front()),
      "Name the authors in documents.csv, or another column with --author-by; an author that --unknown "
      "names is not known.");
}

void require_tokens(const material& m, const Eigen::VectorXd& tokens) {
  std::vector<problem> problems;
  for (std::size_t i = 0; i < m.n_documents(); ++i) {
    if (tokens[static_cast<Eigen::Index>(i)] > 0) continue;
    problems.push_back({m.study().name,
                        fmt::format("document \"{}\" has no tokens in zone {} and cannot be compared",
                                    m.study().documents[i].name, m.options().zones.to_string()),
                        "Choose other zones with --zones, or leave it out with --where."});
  }
  throw_if_any(std::move(problems));
}

void require_terms(const std::vector<std::vector<Eigen::Index>>& terms) {
  if (std::ranges::none_of(terms, [](const auto& list) { return list.empty(); })) return;
  throw data_error("--culling", "no term is left that a document of known author has",
                   "Lower --culling, --min-count or --min-documents.");
}

// The words that may be compared.
counts::dfm countable(const material& m, double culling) {
  counts::trim_options trim = m.options().trim;
  const double documents = std::ceil(culling / 100 * static_cast<double>(m.n_documents()) - 1e-9);
  trim.min_documents = std::max(trim.min_documents, static_cast<std::size_t>(std::max(0.0, documents)));
  trim.most_frequent = 0;
  counts::dfm trimmed = counts::trim(m.dfm(term_choice::all), trim);
  if (trimmed.terms.empty()) {
    throw data_error("--culling", "no term is left", "Lower --culling, --min-count or --min-documents.");
  }
  return trimmed;
}

std::vector<Eigen::Index> by_frequency(const counts::dfm& m, std::size_t n) {
  const auto order = counts::by_frequency(m);
  return {order.begin(), order.begin() + static_cast<std::ptrdiff_t>(std::min(n, order.size()))};
}

// The columns that any list names, ascending; the lists then name places among them.
std::vector<std::size_t> united(std::vector<std::vector<Eigen::Index>>& lists, std::size_t n_columns) {
  std::vector<Eigen::Index> place(n_columns, -1);
  for (const auto& list : lists) {
    for (const Eigen::Index column : list) place[static_cast<std::size_t>(column)] = 0;
  }
  std::vector<std::size_t> columns;
  for (std::size_t column = 0; column < n_columns; ++column) {
    if (place[column] < 0) continue;
    place[column] = static_cast<Eigen::Index>(columns.size());
    columns.push_back(column);
  }
  for (auto& list : lists) {
    for (Eigen::Index& column : list) column = place[static_cast<std::size_t>(column)];
  }
  return columns;
}

statistics::dense_profiles relative(const counts::sparse_matrix& counts, const Eigen::VectorXd& tokens) {
  statistics::dense_profiles profiles = statistics::dense_profiles::Zero(counts.rows(), counts.cols());
  for (Eigen::Index row = 0; row < counts.rows(); ++row) {
    for (counts::sparse_matrix::InnerIterator cell(counts, row); cell; ++cell) {
      profiles(row, cell.col()) = cell.value() / tokens[row];
    }
  }
  return profiles;
}

}  // namespace

const char* author_profiles::status(std::size_t document) const {
  const int author = authorship.author_of[document];
  if (author == statistics::unknown_author) return "unknown";
  return documents_of(author) > 1 ? "known" : "alone";
}

std::size_t author_profiles::documents_of(int author) const {
  return static_cast<std::size_t>(std::ranges::count(authorship.author_of, author));
}

author_profiles read_authors(const material& m, const attribution_options& options) {
  const auto column = m.study().find_column(options.author_column);
  if (!column) {
    throw data_error("--author-by", fmt::format("documents.csv has no column \"{}\"", options.author_column),
                     "Name the column that says who wrote a document.");
  }
  author_profiles p;
  for (const auto& d : m.study().documents) p.author_of.push_back(d.metadata[*column]);
  const auto is_known = [&](const std::string& author) {
    return !author.empty() && std::ranges::find(options.unknown, author) == options.unknown.end();
  };
  for (const auto& author : p.author_of) {
    if (is_known(author)) p.authors.push_back(author);
  }
  std::ranges::sort(p.authors);
  p.authors.erase(std::unique(p.authors.begin(), p.authors.end()), p.authors.end());
  p.authorship.n_authors = static_cast<int>(p.authors.size());
  for (const auto& author : p.author_of) {
    p.authorship.author_of.push_back(
        is_known(author) ? static_cast<int>(std::ranges::lower_bound(p.authors, author) - p.authors.begin())
                         : statistics::unknown_author);
  }
  for (const auto& value : options.unknown) {
    if (std::ranges::find(p.author_of, value) == p.author_of.end()) {
      p.notes.push_back(
          fmt::format("no document has \"{}\" in column \"{}\", which --unknown names", value, options.author_column));
    }
  }
  return p;
}

author_profiles make_author_profiles(const material& m, const attribution_options& options) {
  require_placeable(options.measure);
  author_profiles p = read_authors(m, options);
  require_authors(m, p, options);
  require_tokens(m, m.dfm(term_choice::all).tokens);
  const counts::dfm all = countable(m, options.culling);
  const std::size_t wanted = m.options().trim.most_frequent;
  const std::size_t n = wanted > 0 ? wanted : default_style_terms;
  std::vector<std::vector<Eigen::Index>> terms;
  if (options.scale_of_all) {
    terms.push_back(by_frequency(all, n));
  } else {
    terms = statistics::held_out_terms(all.counts, p.authorship, n);
  }
  require_terms(terms);
  p.n_terms = terms.front().size();
  const counts::dfm dfm = counts::select(all, united(terms, all.terms.size()));
  p.terms = dfm.terms;
  p.profiles = relative(dfm.counts, dfm.tokens);
  if (options.scale_of_all) {
    p.scales.emplace(p.profiles, terms.front(), options.measure);
  } else {
    p.scales.emplace(p.profiles, p.authorship, terms, options.measure);
  }
  return p;
}

}  // namespace isogloss::studies
