#include "studies/line_choice.hpp"

#include <algorithm>

#include "studies/line_shares.hpp"

namespace isogloss::studies {
namespace {

// A line's place in its document's passages and what JSON puts around it.
constexpr std::size_t bytes_of_line = 17;

}  // namespace

line_choice::line_choice(const std::vector<places_in_document>& documents, std::vector<std::vector<std::size_t>> groups,
                         std::size_t n_names, const concordances_options& options)
    : documents_(documents), groups_(std::move(groups)), options_(options), names_with_lines_(n_names) {
  const auto fits = [&](std::size_t lines, std::size_t names) {
    return bytes_with(lines, names) <= options.most_bytes;
  };
  for (lines_each_ = options.most_lines; lines_each_ > options.least_lines; --lines_each_) {
    if (fits(lines_each_, n_names)) return;
    lines_each_ -= lines_each_ / 8;  // not every number is tried: each takes a walk through all places
  }
  lines_each_ = std::min(options.least_lines, options.most_lines);
  std::size_t too_many = n_names + 1;
  names_with_lines_ = 0;
  while (too_many - names_with_lines_ > 1) {
    const std::size_t middle = names_with_lines_ + (too_many - names_with_lines_) / 2;
    (fits(lines_each_, middle) ? names_with_lines_ : too_many) = middle;
  }
}

void line_choice::choose(std::size_t name, std::size_t n_lines, const take& chosen) const {
  std::vector<std::size_t> counts(documents_.size()), of_groups(groups_.size()), lines(documents_.size());
  for (std::size_t g = 0; g < groups_.size(); ++g) {
    for (const std::size_t d : groups_[g]) of_groups[g] += counts[d] = documents_[d].count(name);
  }
  const auto shares = even_shares(of_groups, n_lines);
  for (std::size_t g = 0; g < groups_.size(); ++g) {
    std::vector<std::size_t> in_group;
    for (const std::size_t d : groups_[g]) in_group.push_back(counts[d]);
    const auto of_documents = even_shares(in_group, shares[g]);
    for (std::size_t i = 0; i < in_group.size(); ++i) lines[groups_[g][i]] = of_documents[i];
  }
  for (std::size_t d = 0; d < documents_.size(); ++d) {
    for (const std::size_t i : evenly_spaced(lines[d], counts[d]))
      chosen(d, documents_[d].places[documents_[d].starts[name] + i]);
  }
}

void line_choice::for_each_line(std::size_t name, const take& chosen) const {
  if (name < names_with_lines_) choose(name, lines_each_, chosen);
}

// A passage that several lines show is kept once.
std::size_t line_choice::bytes_with(std::size_t lines_each, std::size_t n_names) const {
  std::vector<std::vector<bool>> shown;
  for (const auto& d : documents_) shown.emplace_back(d.n_words);
  std::size_t bytes = 0;
  for (std::size_t name = 0; name < n_names; ++name) {
    choose(name, lines_each, [&](std::size_t d, const places_in_document::place& place) {
      bytes += bytes_of_line;
      const std::size_t from = place.first - std::min<std::size_t>(place.first, options_.window);
      const std::size_t to =
          std::min<std::size_t>(documents_[d].n_words, place.first + place.n_words + options_.window);
      std::fill(shown[d].begin() + static_cast<std::ptrdiff_t>(from),
                shown[d].begin() + static_cast<std::ptrdiff_t>(to), true);
    });
  }
  for (std::size_t d = 0; d < documents_.size(); ++d) {
    const auto words = static_cast<std::size_t>(std::count(shown[d].begin(), shown[d].end(), true));
    if (words > 0) bytes += words * documents_[d].n_bytes / documents_[d].n_words;
  }
  return bytes;
}

}  // namespace isogloss::studies
