#include "isogloss/text/pattern.hpp"

#include <fmt/format.h>
#include <unicode/regex.h>
#include <unicode/utext.h>

#include <stdexcept>

#include "isogloss/base/errors.hpp"

namespace isogloss::text {
namespace {

void require(UErrorCode status) {
  if (U_FAILURE(status)) throw std::runtime_error(fmt::format("ICU pattern: {}", u_errorName(status)));
}

range group(icu::RegexMatcher& matcher, std::int32_t number, UErrorCode& status) {
  const auto begin = matcher.start64(number, status);
  const auto end = matcher.end64(number, status);
  if (begin < 0) return {0, 0};
  return {static_cast<std::size_t>(begin), static_cast<std::size_t>(end)};
}

match found(icu::RegexMatcher& matcher) {
  UErrorCode status = U_ZERO_ERROR;
  match result{group(matcher, 0, status), {}};
  for (std::int32_t i = 1; i <= matcher.groupCount(); ++i) result.groups.push_back(group(matcher, i, status));
  require(status);
  return result;
}

}  // namespace

struct pattern::state {
  std::unique_ptr<icu::RegexPattern> expression;

  // Calls `use` with each match until it returns false.
  template <class Use>
  void for_each(std::string_view text, const Use& use) const {
    UErrorCode status = U_ZERO_ERROR;
    UText view = UTEXT_INITIALIZER;
    utext_openUTF8(&view, text.data(), static_cast<std::int64_t>(text.size()), &status);
    {
      const std::unique_ptr<icu::RegexMatcher> matcher(expression->matcher(status));
      require(status);
      matcher->setStackLimit(0, status);  // else a word of 100,000 letters (an embedded picture) is too long for it
      matcher->reset(&view);
      while (matcher->find(status) && use(*matcher)) {
      }
    }
    utext_close(&view);
    require(status);
  }
};

pattern::pattern(const std::string& expression, letters compared) : state_(std::make_unique<state>()) {
  UErrorCode status = U_ZERO_ERROR;
  UParseError where{};
  const std::uint32_t flags = compared == letters::any_case ? static_cast<std::uint32_t>(UREGEX_CASE_INSENSITIVE) : 0U;
  state_->expression.reset(icu::RegexPattern::compile(icu::UnicodeString::fromUTF8(expression), flags, where, status));
  if (U_FAILURE(status)) {
    throw data_error(expression, fmt::format("is not a regular expression ({})", u_errorName(status)));
  }
}

pattern::pattern(pattern&&) noexcept = default;
pattern& pattern::operator=(pattern&&) noexcept = default;
pattern::~pattern() = default;

bool pattern::is_in(std::string_view text) const {
  bool result = false;
  state_->for_each(text, [&](icu::RegexMatcher&) { return !(result = true); });
  return result;
}

std::optional<match> pattern::find(std::string_view text) const {
  std::optional<match> result;
  state_->for_each(text, [&](icu::RegexMatcher& matcher) {
    result = found(matcher);
    return false;
  });
  return result;
}

std::vector<match> pattern::find_all(std::string_view text) const {
  std::vector<match> result;
  state_->for_each(text, [&](icu::RegexMatcher& matcher) {
    result.push_back(found(matcher));
    return true;
  });
  return result;
}

}  // namespace isogloss::text
