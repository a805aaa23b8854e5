#pragma once

#include <cstdio>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace isogloss::reports {

class descriptor;

/// A file that appears whole or not at all: written beside its place under another name, moved there by commit(). What
/// a process that was killed left under such a name is removed first.
class output_file {
 public:
  /// @throws output_error  it cannot be made
  explicit output_file(std::filesystem::path path);
  ~output_file();
  output_file(const output_file&) = delete;
  output_file& operator=(const output_file&) = delete;

  void write(std::string_view bytes);
  void commit();

 private:
  std::filesystem::path path_;
  std::filesystem::path partial_;
  std::FILE* file_ = nullptr;
};

/// A folder of results. Files are gathered in a folder of their own inside it and moved to their places all together by
/// commit(): a run that fails before leaves what was there as it was. What a run that was killed left is removed first.
class output_folder {
 public:
  /// @throws output_error  it cannot be made
  explicit output_folder(std::filesystem::path folder);
  ~output_folder();
  output_folder(const output_folder&) = delete;
  output_folder& operator=(const output_folder&) = delete;

  /// Where to write a file that belongs at `name` in the folder.
  [[nodiscard]] std::filesystem::path place(const std::string& name);
  /// @return  the names of the files, in the order they were placed
  const std::vector<std::string>& commit();

 private:
  std::filesystem::path folder_;
  std::filesystem::path partial_;
  std::unique_ptr<descriptor> held_;  // partial_
  std::vector<std::string> names_;
  std::vector<std::filesystem::path> made_;  // folders that were not there, innermost first
};

}  // namespace isogloss::reports
