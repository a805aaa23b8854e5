#include "isogloss/reports/records.hpp"

#include <openssl/evp.h>

#include <array>
#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "isogloss/base/files.hpp"
#include "isogloss/base/version.hpp"

namespace isogloss::reports {
namespace {

using json = nlohmann::ordered_json;

std::string sha256(const std::string& bytes) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest;
  unsigned size = 0;
  if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, EVP_sha256(), nullptr) != 1) {
    throw std::runtime_error("OpenSSL: SHA-256 is not available");
  }
  constexpr std::string_view hexadecimal = "0123456789abcdef";
  std::string text;
  for (unsigned i = 0; i < size; ++i) {
    text += hexadecimal[digest[i] >> 4U];
    text += hexadecimal[digest[i] & 15U];
  }
  return text;
}

// A record that somebody wrote must not reach outside the folder: plain names, and plain names in plots/.
bool stays_inside(const std::string& name) {
  const std::filesystem::path path(name);
  const auto folder = path.parent_path();
  const auto file = path.filename();
  return (folder.empty() || folder == "plots") && file != "." && file != ".." && !file.empty() && !path.is_absolute();
}

// Names of files and what was typed may not be UTF-8, JSON is.
std::string text_of(const json& record) {
  return record.dump(2, ' ', false, json::error_handler_t::replace) + "\n";
}

json field(const column_description& column) {
  json result = {{"name", column.name}, {"type", name(column.type)}, {"description", column.description}};
  if (!column.unit.empty()) result["unit"] = column.unit;
  return result;
}

json resource(const table& t) {
  json fields = json::array();
  for (const auto& column : t.columns()) fields.push_back(field(column));
  return {{"name", t.name()},
          {"path", t.name() + ".csv"},
          {"profile", "tabular-data-resource"},
          {"format", "csv"},
          {"mediatype", "text/csv"},
          {"encoding", "utf-8"},
          {"description", t.description()},
          {"sortedBy", t.sorted_by()},
          {"schema", {{"fields", fields}, {"missingValues", {"NA"}}}}};
}

}  // namespace

file_record record_of(const std::filesystem::path& file, const std::filesystem::path& relative_to) {
  const std::string bytes = read_file(file);
  // Written the same way, whatever the folder the program was started in.
  const auto from = std::filesystem::absolute(relative_to.empty() ? "." : relative_to).lexically_normal();
  return {std::filesystem::absolute(file).lexically_normal().lexically_proximate(from).generic_string(), bytes.size(),
          sha256(bytes)};
}

std::string to_json(const run_record& record) {
  json inputs = json::array();
  for (const auto& file : record.inputs) {
    inputs.push_back({{"path", file.path}, {"bytes", file.bytes}, {"sha256", file.sha256}});
  }
  const json run = {{"program", "isogloss"},     {"version", isogloss::version}, {"command", record.command},
                    {"study", record.study},     {"settings", record.settings},  {"inputs", inputs},
                    {"outputs", record.outputs}, {"notes", record.notes}};
  return text_of(run);
}

std::vector<std::string> former_outputs(const std::filesystem::path& folder) {
  std::ifstream file(folder / "run.json");
  const json record = json::parse(file, nullptr, false);
  std::vector<std::string> names;
  if (!record.is_object() || record.value("program", "") != "isogloss" || !record.contains("outputs")) return names;
  for (const auto& name : record["outputs"]) {
    if (name.is_string() && stays_inside(name.get<std::string>())) names.push_back(name);
  }
  return names;
}

std::string data_package(const std::string& name, const std::string& title, const std::vector<const table*>& tables) {
  json resources = json::array();
  for (const table* t : tables) resources.push_back(resource(*t));
  const json package = {
      {"profile", "tabular-data-package"}, {"name", name}, {"title", title}, {"resources", resources}};
  return text_of(package);
}

}  // namespace isogloss::reports
