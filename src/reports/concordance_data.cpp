#include "reports/concordance_data.hpp"

#include <algorithm>
#include <map>

#include "reports/shell_command.hpp"

namespace isogloss::reports {
namespace {

// With more, counts are told by group.
constexpr std::size_t most_documents_listed = 60;

// How many UTF-16 units stand before each byte.
std::vector<std::uint32_t> units_before(const std::string& text) {
  std::vector<std::uint32_t> units(text.size() + 1);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    const bool begins = (byte & 0xC0U) != 0x80U;
    units[i + 1] = units[i] + (begins ? 1 : 0) + (byte >= 0xF0 ? 1 : 0);
  }
  return units;
}

std::size_t index_of(const std::vector<std::string>& names, const std::string& name) {
  return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
}

class data_maker {
 public:
  data_maker(const studies::many_concordances& made, const plot_context& context) : context_(context) {
    for (const auto& text : made.passages) units_.push_back(units_before(text));
    for (const auto& name : context.documents) group_of_.push_back(index_of(context.groups, context.group_of(name)));
  }

  [[nodiscard]] bool by_document() const { return group_of_.size() <= most_documents_listed; }

  [[nodiscard]] json documents() const {
    json all = json::array();
    for (std::size_t d = 0; d < group_of_.size(); ++d) all.push_back({context_.documents[d], group_of_[d]});
    return all;
  }

  [[nodiscard]] json entry(const studies::concordance& c) const {
    std::size_t hits = 0, documents = 0;
    std::map<std::size_t, std::size_t> counts;
    for (std::size_t d = 0; d < c.counts.size(); ++d) {
      if (c.counts[d] == 0) continue;
      hits += c.counts[d];
      ++documents;
      counts[by_document() ? d : group_of_[d]] += c.counts[d];
    }
    json result = {{"n", hits}, {"d", documents}, {"c", json::array()}};
    for (const auto& [of, n] : counts) {
      result["c"].push_back(of);
      result["c"].push_back(n);
    }
    if (c.patterns.size() != 1 || c.patterns[0].regex || c.patterns[0].written != c.of.name) {
      json& patterns = result["k"] = json::array();
      for (const auto& p : c.patterns) patterns.push_back((p.regex ? "--regex " : "") + shell_quoted(p.written));
    }
    if (!c.lines.empty()) result["l"] = lines(c);
    return result;
  }

 private:
  [[nodiscard]] json lines(const studies::concordance& c) const {
    json numbers = json::array();
    for (const auto& line : c.lines) {
      const auto& units = units_[line.document];
      const auto length = [&](std::size_t from, std::size_t to) { return units[to] - units[from]; };
      numbers.push_back(line.document);
      numbers.push_back(line.voice);
      numbers.push_back(units[line.around.begin]);
      numbers.push_back(length(line.around.begin, line.keyword.begin));
      numbers.push_back(length(line.keyword.begin, line.keyword.end));
      numbers.push_back(length(line.keyword.end, line.around.end));
    }
    return numbers;
  }

  const plot_context& context_;
  std::vector<std::vector<std::uint32_t>> units_;
  std::vector<std::size_t> group_of_;
};

}  // namespace

json concordance_data(const report_input& input, const plot_context& context,
                      const std::vector<studies::concordance_name>& names) {
  json data = {{"command", kwic_command(input)}};
  if (!input.concordances) {
    data["why"] = input.why_no_concordance;
    return data;
  }
  const auto made = input.concordances(names);
  const data_maker maker(made, context);
  data["by"] = maker.by_document() ? "document" : "group";
  data["each"] = made.lines_each;
  data["documents"] = maker.documents();
  data["groups"] = context.grouped() ? json(context.groups) : json::array();
  json& voices = data["voices"] = json::array();
  for (const auto& voice : made.voices) voices.push_back({corpus::name(voice.kind), voice.speaker});
  data["passages"] = made.passages;
  // Put in without looking whether it is there, which takes the square of their number: names are distinct.
  json::object_t terms, targets;
  for (const auto& c : made.of) {
    const bool is_target = c.of.of == studies::concordance_name::kind::target;
    (is_target ? targets : terms).emplace_back(c.of.name, maker.entry(c));
  }
  data["term"] = std::move(terms);
  data["target"] = std::move(targets);
  return data;
}

}  // namespace isogloss::reports
