#include "reports/row_writers.hpp"

namespace isogloss::reports {
namespace {

// A separator, a quote, a line's end or a blank at an end asks for quotes.
bool is_plain(std::string_view text, char separator) {
  return text.find_first_of("\"\n\r") == std::string_view::npos && text.find(separator) == std::string_view::npos &&
         !text.starts_with(' ') && !text.ends_with(' ');
}

void put_quoted(text_buffer& out, std::string_view text) {
  out.put('"');
  for (const char c : text) {
    if (c == '"') out.put('"');
    out.put(c);
  }
  out.put('"');
}

class delimited final : public row_writer {
 public:
  delimited(const table& layout, char separator) : layout_(layout), separator_(separator) {
    columns_.resize(layout.columns().size());
  }

  void header(text_buffer& out) override {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (i > 0) out.append({&separator_, 1});
      const std::string_view name = layout_.columns()[i].name;
      out.reserve(2 * name.size() + 2);
      is_plain(name, separator_) ? out.put(name) : put_quoted(out, name);
    }
    out.append("\n");
  }

  void open(const table& part) override {
    for (std::size_t i = 0; i < columns_.size(); ++i) columns_[i].open(part.column(i));
  }

  void row(text_buffer& out, std::size_t r) override {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      columns_[i].put(out, r, separator_);
      out.put(i + 1 < columns_.size() ? separator_ : '\n');
    }
  }

  void footer(text_buffer& /*out*/) override {}

 private:
  enum class form : std::uint8_t { unknown, plain, quoted };

  // A column, with what is known of its texts and the number written last.
  struct column {
    const text_column* texts = nullptr;
    const std::int64_t* integers = nullptr;
    const double* numbers = nullptr;
    const std::vector<std::string>* levels = nullptr;
    std::vector<form> forms;
    number_text<std::int64_t> integer;
    number_text<std::uint64_t> number;

    void open(const table::cells& cells) {
      texts = std::get_if<text_column>(&cells);
      const auto* const whole = std::get_if<std::vector<std::int64_t>>(&cells);
      integers = whole == nullptr ? nullptr : whole->data();
      const auto* const real = std::get_if<std::vector<double>>(&cells);
      numbers = real == nullptr ? nullptr : real->data();
      if (texts == nullptr || (levels != nullptr && levels == texts->shared_levels())) return;
      levels = texts->shared_levels();
      forms.assign(texts->n_levels(), form::unknown);
    }

    void put(text_buffer& out, std::size_t r, char separator) {
      if (texts != nullptr) {
        const std::uint32_t code = texts->code(r);
        const std::string& text = texts->level(code);
        if (forms[code] == form::unknown) forms[code] = is_plain(text, separator) ? form::plain : form::quoted;
        out.reserve(2 * text.size() + 3);
        forms[code] == form::plain ? out.put(text) : put_quoted(out, text);
        return;
      }
      out.reserve(longest_number + 1);
      if (integers != nullptr) {
        if (integer.size == 0 || integer.number != integers[r]) {
          integer.number = integers[r];
          integer.size = static_cast<std::size_t>(write_integer(integer.digits.data(), integers[r]) -
                                                  integer.digits.data());
        }
        put_digits(out, integer);
        return;
      }
      const auto bits = std::bit_cast<std::uint64_t>(numbers[r]);
      if (number.size == 0 || number.number != bits) {
        number.number = bits;
        number.size = static_cast<std::size_t>(write_number(number.digits.data(), numbers[r], "NA") -
                                               number.digits.data());
      }
      put_digits(out, number);
    }

    // All places at once are quicker than just the digits.
    template <class Number>
    static void put_digits(text_buffer& out, const number_text<Number>& known) {
      std::memcpy(out.end(), known.digits.data(), longest_number);
      out.took(known.size);
    }
  };

  const table& layout_;
  char separator_;
  std::vector<column> columns_;
};

}  // namespace

std::unique_ptr<row_writer> delimited_rows(const table& layout, char separator) {
  return std::make_unique<delimited>(layout, separator);
}

}  // namespace isogloss::reports
