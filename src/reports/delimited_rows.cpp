#include <array>
#include <cstring>

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

// Texts as they are written, the separator behind each: quoted once, not once a row.
class written_texts {
 public:
  void prepare(const text_column& texts, char separator, char last) {
    const std::vector<std::string>* const shared = texts.shared_levels();
    if (shared != nullptr && shared == prepared_) return;
    prepared_ = shared;
    bytes_.clear();
    ends_.assign(1, 0);
    for (std::uint32_t code = 0; code < texts.n_levels(); ++code) {
      const std::string& text = texts.level(code);
      bytes_.reserve(2 * text.size() + 3);
      is_plain(text, separator) ? bytes_.put(text) : put_quoted(bytes_, text);
      bytes_.put(last);
      ends_.push_back(bytes_.size());
    }
    bytes_.reserve(at_once);  // what put() reads beyond the last
  }

  void put(text_buffer& out, std::uint32_t code) const {
    const std::size_t size = ends_[code + 1] - ends_[code];
    const char* const begin = bytes_.text().data() + ends_[code];
    if (size <= at_once) {
      out.reserve(at_once);
      std::memcpy(out.end(), begin, at_once);  // a fixed number is quicker than a known one
      out.took(size);
    } else {
      out.append({begin, size});
    }
  }

 private:
  static constexpr std::size_t at_once = 32;
  const std::vector<std::string>* prepared_ = nullptr;
  text_buffer bytes_;
  std::vector<std::size_t> ends_;
};

// A number with the separator behind it, kept since the next is often the same.
template <class Number>
class written_number {
 public:
  void put(text_buffer& out, Number number, char last) {
    if (size_ == 0 || std::memcmp(&number, &number_, sizeof number) != 0) {
      number_ = number;
      char* const end = write(number);
      *end = last;
      size_ = static_cast<std::size_t>(end + 1 - digits_.data());
    }
    out.reserve(digits_.size());
    std::memcpy(out.end(), digits_.data(), digits_.size());
    out.took(size_);
  }

 private:
  char* write(std::int64_t number) { return write_integer(digits_.data(), number); }
  char* write(double number) { return write_number(digits_.data(), number, "NA"); }

  Number number_{};
  std::size_t size_ = 0;  // 0: there is none yet
  std::array<char, longest_number> digits_{};
};

struct column {
  const text_column* texts = nullptr;
  const std::int64_t* integers = nullptr;
  const double* numbers = nullptr;
  char last = ',';
  written_texts written;

  void open(const table::cells& cells, char separator) {
    texts = std::get_if<text_column>(&cells);
    const auto* const whole = std::get_if<std::vector<std::int64_t>>(&cells);
    integers = whole == nullptr ? nullptr : whole->data();
    const auto* const real = std::get_if<std::vector<double>>(&cells);
    numbers = real == nullptr ? nullptr : real->data();
    if (texts != nullptr) written.prepare(*texts, separator, last);
  }
};

// What one thread knows of a column: the number it wrote last.
struct last_numbers {
  written_number<std::int64_t> integer;
  written_number<double> number;
};

class delimited final : public row_writer {
 public:
  delimited(const table& layout, char separator) : separator_(separator), columns_(layout.columns().size()) {
    for (const auto& c : layout.columns()) names_.push_back(c.name);
    for (auto& c : columns_) c.last = separator;
    if (!columns_.empty()) columns_.back().last = '\n';
  }

  void header(text_buffer& out) const override {
    for (std::size_t i = 0; i < names_.size(); ++i) {
      out.reserve(2 * names_[i].size() + 3);
      is_plain(names_[i], separator_) ? out.put(names_[i]) : put_quoted(out, names_[i]);
      out.put(columns_[i].last);
    }
    if (names_.empty()) out.append("\n");
  }

  void open(const table& part, std::size_t /*rows_before*/) override {
    for (std::size_t i = 0; i < columns_.size(); ++i) columns_[i].open(part.column(i), separator_);
  }

  void rows(text_buffer& out, std::size_t begin, std::size_t end) const override {
    std::vector<last_numbers> last(columns_.size());
    for (std::size_t r = begin; r < end; ++r) {
      for (std::size_t i = 0; i < columns_.size(); ++i) {
        const column& c = columns_[i];
        if (c.texts != nullptr) {
          c.written.put(out, c.texts->code(r));
        } else if (c.integers != nullptr) {
          last[i].integer.put(out, c.integers[r], c.last);
        } else {
          last[i].number.put(out, c.numbers[r], c.last);
        }
      }
    }
  }

  void footer(text_buffer& /*out*/) const override {}

 private:
  char separator_;
  std::vector<std::string> names_;
  std::vector<column> columns_;
};

}  // namespace

std::unique_ptr<row_writer> delimited_rows(const table& layout, char separator) {
  return std::make_unique<delimited>(layout, separator);
}

}  // namespace isogloss::reports
