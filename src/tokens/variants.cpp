#include "isogloss/tokens/variants.hpp"

#include <fmt/format.h>

#include <array>
#include <optional>
#include <set>
#include <sstream>
#include <vector>

#include "isogloss/base/errors.hpp"
#include "isogloss/base/files.hpp"
#include "isogloss/corpus/csv_file.hpp"
#include "isogloss/text/encoding.hpp"
#include "isogloss/text/normalisation.hpp"
#include "isogloss/text/utf8.hpp"

namespace isogloss::tokens {
namespace {

std::string folded(std::string_view word) {
  return text::unify_apostrophes(text::fold_case(text::normalise(word, text::normalisation::nfc)));
}

constexpr std::array<std::pair<std::string_view, spelling>, 5> spellings = {{{"american", spelling::american},
                                                                             {"british", spelling::british},
                                                                             {"british-ize", spelling::british_ize},
                                                                             {"canadian", spelling::canadian},
                                                                             {"australian", spelling::australian}}};

// The tags that stand for a spelling, the first that a line has: VarCon's README, "Varcon Lines".
std::string_view tags_for(spelling preferred) {
  switch (preferred) {
    case spelling::american:
      return "A";
    case spelling::british:
      return "B";
    case spelling::british_ize:
      return "ZB";
    case spelling::canadian:
      return "CZB";
    case spelling::australian:
      return "DB";
  }
  return "";
}

struct tagged_form {
  std::string tags;  // "A Cv"
  std::string word;
};

std::vector<tagged_form> forms_of(const std::string& line, const std::string& where) {
  std::vector<tagged_form> forms;
  for (std::size_t begin = 0; begin < line.size();) {
    const std::size_t end = std::min(line.find(" / ", begin), line.size());
    const std::string form = line.substr(begin, end - begin);
    const auto colon = form.find(": ");
    if (colon == std::string::npos) {
      throw data_error(where, fmt::format("\"{}\" is not in VarCon's form", form),
                       "It is \"tags: word / tags: word\".");
    }
    forms.push_back({form.substr(0, colon), folded(form.substr(colon + 2))});
    begin = end + 3;
  }
  return forms;
}

bool has_tag(const tagged_form& form, char category, std::string_view indicators) {
  std::istringstream tags(form.tags);
  for (std::string tag; tags >> tag;) {
    if (tag[0] != category) continue;
    if (tag.size() == 1 ? indicators.empty() : indicators.find(tag[1]) != std::string_view::npos) return true;
  }
  return false;
}

std::optional<std::string> preferred_form(const std::vector<tagged_form>& forms, spelling preferred) {
  for (const char category : tags_for(preferred)) {
    for (const auto& form : forms) {
      if (has_tag(form, category, "")) return form.word;
    }
  }
  return std::nullopt;
}

// Somebody's ordinary spelling: plain, equal or variant, but not seldom or doubtful only.
bool is_ordinary(const tagged_form& form) {
  for (const char category : std::string_view("ABZCD_")) {
    if (has_tag(form, category, "") || has_tag(form, category, ".v")) return true;
  }
  return false;
}

variant_map read_varcon(const std::string& content, const std::filesystem::path& path, spelling preferred) {
  variant_map variants;
  std::set<std::string> terms;
  std::set<std::string> ambiguous;
  std::istringstream lines(content);
  std::size_t number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    if (line.ends_with('\r')) line.pop_back();
    if (const auto comment = line.find('#'); comment != std::string::npos) line.resize(comment);
    while (line.ends_with(' ')) line.pop_back();
    if (line.empty()) continue;
    const bool depends_on_sense = line.find(" | ") != std::string::npos;
    if (const auto note = line.find(" | "); note != std::string::npos) line.resize(note);
    const auto forms = forms_of(line, fmt::format("{}:{}", path.string(), number));
    const auto term = preferred_form(forms, preferred);
    if (!term) continue;
    terms.insert(*term);
    for (const auto& form : forms) {
      if (form.word == *term || !is_ordinary(form)) continue;
      const auto [found, is_new] = variants.emplace(form.word, *term);
      if (depends_on_sense || (!is_new && found->second != *term)) ambiguous.insert(form.word);
    }
  }
  std::erase_if(variants, [&](const auto& v) { return terms.contains(v.first) || ambiguous.contains(v.first); });
  return variants;
}

// a -> b and b -> c give a -> c.
void resolve_chains(variant_map& variants, const std::filesystem::path& path) {
  for (auto& [variant, term] : variants) {
    std::set<std::string> seen = {variant};
    for (auto next = variants.find(term); next != variants.end(); next = variants.find(term)) {
      if (!seen.insert(term).second) {
        throw data_error(path.string(), fmt::format("\"{}\" is, by way of others, a variant of itself", variant),
                         "Break the circle.");
      }
      term = next->second;
    }
  }
}

variant_map read_csv(const std::filesystem::path& path) {
  const corpus::csv_file file(path);
  const std::size_t variant = file.column("variant");
  const std::size_t term = file.column("term");
  variant_map variants;
  std::vector<problem> problems;
  for (const auto& row : file.rows()) {
    const std::string from = folded(row.cells[variant]);
    const std::string to = folded(row.cells[term]);
    if (from.empty() || to.empty()) {
      problems.push_back({file.where(row), "variant or term is empty", "Fill both in, or remove the row."});
    } else if (const auto [found, is_new] = variants.emplace(from, to); !is_new && found->second != to) {
      problems.push_back({file.where(row), fmt::format("\"{}\" is a variant of \"{}\" already", from, found->second),
                          "A variant has one term."});
    }
  }
  throw_if_any(std::move(problems));
  std::erase_if(variants, [](const auto& v) { return v.first == v.second; });
  resolve_chains(variants, path);
  return variants;
}

bool looks_like_varcon(const std::string& content) {
  const std::string first = content.substr(0, content.find('\n'));
  return first.starts_with("#") || first.find(": ") != std::string::npos;
}

}  // namespace

spelling spelling_from(std::string_view name) {
  std::vector<std::string> known;
  for (const auto& [known_name, value] : spellings) {
    if (known_name == name) return value;
    known.emplace_back(known_name);
  }
  throw data_error("--spelling", fmt::format("\"{}\" is not a spelling", name),
                   fmt::format("There are: {}.", corpus::join(known)));
}

variant_map read_variants(const std::filesystem::path& path, spelling preferred) {
  std::string content = read_file(path);
  content.erase(0, text::byte_order_mark_size(content));
  if (!looks_like_varcon(content)) return read_csv(path);
  // varcon.txt is published in ISO 8859-1.
  const bool utf8 = !text::find_invalid_utf8(content);
  return read_varcon(text::decode(std::move(content), utf8 ? "utf-8" : "iso-8859-1", path), path, preferred);
}

}  // namespace isogloss::tokens
