#include "reports/web_page.hpp"

#ifdef ISOGLOSS_WEB_PAGE

// The assembler takes the files in as they are: a megabyte is too much for a literal.
#define ISOGLOSS_CARRY(name, file)  \
  asm(".section .rodata\n"          \
      ".global " name               \
      "\n"                          \
      ".global " name "_end\n" name \
      ":\n"                         \
      ".incbin \"" file "\"\n" name \
      "_end:\n"                     \
      ".byte 0\n"                   \
      ".previous\n")

ISOGLOSS_CARRY("isogloss_web_page", ISOGLOSS_WEB_PAGE);
ISOGLOSS_CARRY("isogloss_svg_script", ISOGLOSS_SVG_SCRIPT);

extern "C" {
extern const char isogloss_web_page[];
extern const char isogloss_web_page_end[];
extern const char isogloss_svg_script[];
extern const char isogloss_svg_script_end[];
}

namespace isogloss::reports {

std::string_view web_page() {
  return {isogloss_web_page, static_cast<std::size_t>(isogloss_web_page_end - isogloss_web_page)};
}

std::string_view svg_script() {
  return {isogloss_svg_script, static_cast<std::size_t>(isogloss_svg_script_end - isogloss_svg_script)};
}

}  // namespace isogloss::reports

#else

namespace isogloss::reports {

std::string_view web_page() {
  return {};
}

std::string_view svg_script() {
  return {};
}

}  // namespace isogloss::reports

#endif
