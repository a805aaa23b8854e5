#pragma once

#include <string>

#include "isogloss/reports/report.hpp"

namespace isogloss::reports {

/// A word of a shell's command line.
[[nodiscard]] std::string shell_quoted(const std::string& value);

/// "isogloss kwic STUDY" with the options that this run searched by; what is looked for is to follow.
[[nodiscard]] std::string kwic_command(const report_input& input);

}  // namespace isogloss::reports
