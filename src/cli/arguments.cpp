#include "cli/arguments.hpp"

#include <fmt/format.h>

#include <array>
#include <map>
#include <set>
#include <sstream>

#include "isogloss/base/errors.hpp"
#include "isogloss/base/files.hpp"
#include "isogloss/text/encoding.hpp"
#include "isogloss/text/utf8.hpp"

namespace isogloss::cli {
namespace {

namespace po = boost::program_options;
namespace fs = std::filesystem;

constexpr std::array path_options = {"variants", "phrases", "stopwords", "content-stopwords", "lexicon"};
// What changes how the work is done or shown, not what comes out.
constexpr std::array incidental = {"help", "study", "output", "threads", "memory", "quiet", "config", "format"};

std::string closest(const std::string& wanted, const po::options_description& options) {
  const auto distance = [](const std::string& a, const std::string& b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
      std::size_t diagonal = std::exchange(row[0], i);
      for (std::size_t j = 1; j <= b.size(); ++j) {
        const std::size_t above = row[j];
        row[j] = std::min({row[j] + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0U : 1U)});
        diagonal = above;
      }
    }
    return row.back();
  };
  std::string best;
  std::size_t least = 3;
  for (const auto& option : options.options()) {
    const std::size_t d = distance(wanted, option->long_name());
    if (d < least) {
      least = d;
      best = option->long_name();
    }
  }
  return best;
}

[[noreturn]] void rethrow(const po::error& error, const std::string& where, const po::options_description& known) {
  if (const auto* unknown = dynamic_cast<const po::unknown_option*>(&error)) {
    std::string option = unknown->get_option_name();
    option.erase(0, option.find_first_not_of('-'));
    const std::string near = closest(option, known);
    throw data_error(where, fmt::format("there is no option \"{}\"", option),
                     near.empty() ? "--help lists them." : fmt::format("Did you mean --{}?", near));
  }
  throw data_error(where, error.what(), "--help lists the options and their values.");
}

// "keep-case" of "--keep-case=false", which takes back what a file of options says; "" of anything else.
std::string flag_switched_off(const std::string& argument, const po::options_description& known) {
  constexpr std::string_view no = "=false";
  if (!argument.starts_with("--") || !argument.ends_with(no)) return {};
  std::string name = argument.substr(2, argument.size() - 2 - no.size());
  const auto* option = known.find_nothrow(name, false);
  return option != nullptr && option->semantic()->max_tokens() == 0 ? name : std::string();
}

bool is_path(const std::string& option) {
  return std::find(path_options.begin(), path_options.end(), option) != path_options.end();
}

std::string shown(const boost::any& value) {
  if (const auto* text = boost::any_cast<std::string>(&value)) return *text;
  if (const auto* number = boost::any_cast<std::int64_t>(&value)) return std::to_string(*number);
  if (const auto* flag = boost::any_cast<bool>(&value)) return *flag ? "true" : "false";
  if (const auto* texts = boost::any_cast<std::vector<std::string>>(&value))
    return fmt::format("{}", fmt::join(*texts, ", "));
  return {};
}

}  // namespace

arguments::arguments(const po::options_description& own, const po::options_description& all,
                     const std::vector<std::string>& argv, bool takes_pattern) {
  po::options_description known;
  known.add(own).add(shared_options());
  parse(known, argv, takes_pattern);
  help_ = values_.count("help") > 0;
  if (help_) return;
  require_operands(takes_pattern);
  study_ = values_["study"].as<std::string>();
  if (has("config")) read_file(text("config"), all);
  if (const fs::path own_settings = study_ / "analysis.ini"; fs::is_regular_file(own_settings))
    read_file(own_settings, all);
}

void arguments::parse(const po::options_description& known, const std::vector<std::string>& argv, bool takes_pattern) {
  po::options_description with_operands;
  with_operands.add(known).add_options()("study", po::value<std::string>(), "");
  po::positional_options_description places;
  places.add("study", 1);
  if (takes_pattern) {
    with_operands.add_options()("pattern", po::value<std::string>(), "");
    places.add("pattern", 1);
  }
  std::vector<std::string> plain;
  std::vector<po::option> switched_off;
  for (const auto& argument : argv) {
    const std::string flag = flag_switched_off(argument, known);
    if (flag.empty()) {
      plain.push_back(argument);
    } else {
      switched_off.emplace_back(flag, std::vector<std::string>{"false"});
    }
  }
  try {
    const int style = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;
    auto parsed = po::command_line_parser(plain).options(with_operands).positional(places).style(style).run();
    parsed.options.insert(parsed.options.end(), switched_off.begin(), switched_off.end());
    for (const auto& option : parsed.options) typed_.insert(option.string_key);
    po::store(parsed, values_);
  } catch (const po::too_many_positional_options_error&) {
    if (takes_pattern)
      throw data_error("", "more than a study and a pattern are named", "Quote a phrase: \"two words\".");
    throw data_error("", "more than one study is named", "Name one folder or file; quote names with blanks.");
  } catch (const po::error& error) {
    rethrow(error, "", known);
  }
}

void arguments::require_operands(bool takes_pattern) const {
  if (!has("study"))
    throw data_error("", "no study is named",
                     "Give a study folder, a folder of .txt, .xml (TEI) or .html files, or one such file.");
  if (takes_pattern && !has("pattern"))
    throw data_error("", "no pattern is given", "After the study: a word, \"bureaucra*\", or \"two words\".");
}

// Options of other commands are known and passed over. Paths start from the file's own folder.
void arguments::read_file(const fs::path& file, const po::options_description& all) {
  const std::string content = text::decode(isogloss::read_file(file), "utf-8", file);
  std::istringstream stream(content.substr(text::byte_order_mark_size(content)));
  try {
    auto parsed = po::parse_config_file(stream, all);
    for (auto& option : parsed.options) {
      if (!is_path(option.string_key)) continue;
      for (auto& value : option.value) {
        if (value != "none") value = (file.parent_path() / value).string();
      }
    }
    po::store(parsed, values_);
  } catch (const po::error& error) {
    rethrow(error, file.string(), all);
  }
}

bool arguments::flag(const std::string& option) const {
  return has(option) && values_[option].as<bool>();
}

std::string arguments::text(const std::string& option) const {
  return has(option) ? values_[option].as<std::string>() : std::string();
}

std::vector<std::string> arguments::list(const std::string& option) const {
  std::vector<std::string> items;
  std::istringstream text(this->text(option));
  for (std::string item; std::getline(text, item, ',');) items.push_back(item);
  return items;
}

std::vector<std::string> arguments::texts(const std::string& option) const {
  return has(option) ? values_[option].as<std::vector<std::string>>() : std::vector<std::string>();
}

std::size_t arguments::number(const std::string& option, std::size_t lowest, std::size_t highest) const {
  const std::int64_t value = values_[option].as<std::int64_t>();
  if (value < static_cast<std::int64_t>(lowest)) {
    throw data_error("--" + option, fmt::format("is {}, but must be at least {}", value, lowest));
  }
  if (value > static_cast<std::int64_t>(highest)) {
    throw data_error("--" + option, fmt::format("is {}, but must be at most {}", value, highest));
  }
  return static_cast<std::size_t>(value);
}

std::map<std::string, std::string> arguments::settings() const {
  std::map<std::string, std::string> result;
  for (const auto& [option, value] : values_) {
    if (std::find(incidental.begin(), incidental.end(), option) != incidental.end()) continue;
    // Of a path only the name: where a study lies on one machine says nothing of the result.
    std::string text = is_path(option) && option != "lexicon" ? fs::path(shown(value.value())).filename().string()
                                                              : shown(value.value());
    if (option == "lexicon") {
      text.clear();
      for (const auto& path : texts(option)) text += (text.empty() ? "" : ", ") + fs::path(path).filename().string();
    }
    result[option] = text;
  }
  return result;
}

}  // namespace isogloss::cli
