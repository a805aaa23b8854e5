#include "reports/web_page.hpp"

#ifdef ISOGLOSS_WEB_PAGE

// The assembler takes the file in as it is: a megabyte is too much for a literal.
asm(".section .rodata\n"
    ".global isogloss_web_page\n"
    ".global isogloss_web_page_end\n"
    "isogloss_web_page:\n"
    ".incbin \"" ISOGLOSS_WEB_PAGE
    "\"\n"
    "isogloss_web_page_end:\n"
    ".byte 0\n"
    ".previous\n");

extern "C" {
extern const char isogloss_web_page[];
extern const char isogloss_web_page_end[];
}

namespace isogloss::reports {

std::string_view web_page() {
  return {isogloss_web_page, static_cast<std::size_t>(isogloss_web_page_end - isogloss_web_page)};
}

}  // namespace isogloss::reports

#else

namespace isogloss::reports {

std::string_view web_page() {
  return {};
}

}  // namespace isogloss::reports

#endif
