#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "isogloss/base/table.hpp"

namespace isogloss::reports {

/// A file of a run and its checksum.
struct file_record {
  std::string path;  ///< relative to the study's folder
  std::size_t bytes;
  std::string sha256;
};

/// @throws data_error  the file cannot be read
[[nodiscard]] file_record record_of(const std::filesystem::path& file, const std::filesystem::path& relative_to);

/// What a run was: enough to repeat it and to know whether anything has changed. Neither times nor paths nor the number
/// of threads are in it, so that the same run writes the same bytes everywhere.
struct run_record {
  std::string command;
  std::string study;
  std::map<std::string, std::string> settings;
  std::vector<file_record> inputs;
  std::vector<std::string> outputs;  ///< names of the files the run writes
  std::vector<std::string> notes;
};
[[nodiscard]] std::string to_json(const run_record& record);

/// The outputs that the run.json in `folder` lists: what an earlier run wrote there. None where there is no such
/// record.
[[nodiscard]] std::vector<std::string> former_outputs(const std::filesystem::path& folder);

/// A Frictionless data package (v1) that describes tables written as CSV: each column's type, unit and meaning.
[[nodiscard]] std::string data_package(const std::string& name, const std::string& title,
                                       const std::vector<const table*>& tables);

}  // namespace isogloss::reports
