#include "isogloss/text/regular_expression.hpp"

#include <fmt/format.h>
#include <unicode/regex.h>

#include <cstdint>
#include <stdexcept>

#include "isogloss/base/errors.hpp"

namespace isogloss::text {
namespace {

// In ICU's steps (some milliseconds' work each), not in time, so that the answer is the same on every machine.
constexpr std::int32_t most_steps = 1000;

icu::UnicodeString utf16(std::string_view text) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

}  // namespace

struct regular_expression::state {
  std::string expression, where;
  icu::UnicodeString word;  // the matcher keeps a reference to it
  std::unique_ptr<icu::RegexPattern> pattern;
  std::unique_ptr<icu::RegexMatcher> matcher;

  [[noreturn]] void fail(const std::string& what, const std::string& remedy) const {
    throw data_error(where, fmt::format("\"{}\" {}", expression, what), remedy);
  }

  void compile(bool fold_case) {
    UErrorCode status = U_ZERO_ERROR;
    UParseError place{};
    const std::uint32_t flags = fold_case ? UREGEX_CASE_INSENSITIVE : 0;
    pattern.reset(icu::RegexPattern::compile(utf16(expression), flags, place, status));
    if (U_FAILURE(status)) {
      fail(fmt::format("is not a regular expression ({} at character {})", u_errorName(status), place.offset),
           "It is an ICU regular expression; letters are \\p{L}.");
    }
    matcher.reset(pattern->matcher(status));
    if (matcher) matcher->setTimeLimit(most_steps, status);
    if (U_FAILURE(status)) throw std::runtime_error(fmt::format("ICU regular expression: {}", u_errorName(status)));
  }
};

regular_expression::regular_expression(const std::string& expression, bool fold_case, const std::string& where)
    : state_(std::make_unique<state>()) {
  state_->expression = expression;
  state_->where = where;
  state_->compile(fold_case);
  if (matches("")) state_->fail("matches the empty string", "Use + instead of *, or give it letters of its own.");
}

regular_expression::regular_expression(regular_expression&&) noexcept = default;
regular_expression& regular_expression::operator=(regular_expression&&) noexcept = default;
regular_expression::~regular_expression() = default;

bool regular_expression::matches(std::string_view word) {
  state_->word = utf16(word);
  state_->matcher->reset(state_->word);
  UErrorCode status = U_ZERO_ERROR;
  const bool found = state_->matcher->matches(status) != 0;
  if (U_FAILURE(status)) {
    state_->fail(fmt::format("cannot be held against \"{}\" ({})", word, u_errorName(status)),
                 "It takes too many steps; do without repeats inside repeats.");
  }
  return found;
}

}  // namespace isogloss::text
