#include "reports/svg.hpp"

#include <fmt/format.h>

#include "reports/process.hpp"
#include "reports/web_page.hpp"

namespace isogloss::reports {
namespace {

constexpr int width = 640;  // pixels: as wide as the text of a page of paper
constexpr std::string_view script_end{"\0", 1};

// The script is too long for an argument of a program, so it comes with the plots.
constexpr const char* run_script = R"js(
if (parseInt(process.versions.node) < 18) process.exit(1);
const all = require('fs').readFileSync(0, 'utf8'), end = all.indexOf('\0');
globalThis.isoglossPlots = all.slice(end + 1);
new Function('require', 'module', 'exports', all.slice(0, end))(require, {exports: {}}, {});
)js";

std::string as_input(const std::vector<plot>& plots) {
  json all = json::array();
  for (const plot& p : plots) all.push_back({{"caption", p.caption}, {"specification", p.specification}});
  std::string input(svg_script());
  input += script_end;
  return input + json{{"width", width}, {"plots", std::move(all)}}.dump();
}

drawings none(const std::vector<plot>& plots, const std::string& why) {
  return {std::vector<std::string>(plots.size()), {"no plots/*.svg: " + why}};
}

// What stands on PATH under this name may be another program.
bool is_drawing(const json& result) {
  return result.is_object() && result.contains("svg") && result["svg"].is_string() &&
         result["svg"].get_ref<const std::string&>().starts_with("<svg");
}

drawings read(const std::vector<plot>& plots, const std::string& output) {
  const json results = json::parse(output, nullptr, false);
  if (!results.is_array() || results.size() != plots.size())
    return none(plots, "what Node.js is taken for gave something else");
  drawings all;
  for (std::size_t i = 0; i < plots.size(); ++i) {
    all.svg.push_back(is_drawing(results[i]) ? results[i]["svg"].get<std::string>() : "");
    if (all.svg.back().empty())
      all.notes.push_back(fmt::format("no plots/{}.svg: Vega could not draw it in Node.js", plots[i].name));
  }
  return all;
}

}  // namespace

drawings draw(const std::vector<plot>& plots, const std::string& node, std::chrono::milliseconds limit) {
  if (svg_script().empty()) return none(plots, "built without Node.js");
  if (plots.empty()) return {};
  const auto done = run_process(node, {"-e", run_script}, as_input(plots), {limit});
  switch (done.how) {
    case process_outcome::ending::success:
      return read(plots, done.output);
    case process_outcome::ending::not_started:
      return none(plots, "Node.js is not there; the variable ISOGLOSS_NODE names where it is");
    case process_outcome::ending::failure:
      return none(plots, "Node.js failed; it must be of version 18 or later");
    case process_outcome::ending::out_of_time:
      break;
  }
  return none(plots, fmt::format("Node.js took longer than {} s",
                                 std::chrono::duration_cast<std::chrono::seconds>(limit).count()));
}

}  // namespace isogloss::reports
