#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "isogloss/studies/concordances.hpp"

namespace isogloss::studies {

/// Where names stand in a document, in words.
struct places_in_document {
  struct place {
    std::uint32_t first, n_words;
  };
  std::size_t n_words = 0;
  std::size_t n_bytes = 0;
  std::vector<place> places;        ///< by name, then by `first`
  std::vector<std::size_t> starts;  ///< of each name, and the end of the last

  [[nodiscard]] std::size_t count(std::size_t name) const { return starts[name + 1] - starts[name]; }
};

/// Chooses the places that lines show: see concordances.
class line_choice {
 public:
  /// @param groups  of documents: indexes of documents; every document in one of them
  line_choice(const std::vector<places_in_document>& documents, std::vector<std::vector<std::size_t>> groups,
              std::size_t n_names, const concordances_options& options);

  [[nodiscard]] std::size_t lines_each() const { return lines_each_; }
  /// Calls chosen(document, place) for the lines of a name, by document and place.
  using take = std::function<void(std::size_t document, const places_in_document::place& place)>;
  void for_each_line(std::size_t name, const take& chosen) const;

 private:
  [[nodiscard]] std::size_t bytes_with(std::size_t lines_each, std::size_t n_names) const;
  void choose(std::size_t name, std::size_t n_lines, const take& chosen) const;

  const std::vector<places_in_document>& documents_;
  std::vector<std::vector<std::size_t>> groups_;
  concordances_options options_;
  std::size_t lines_each_ = 0, names_with_lines_ = 0;
};

}  // namespace isogloss::studies
