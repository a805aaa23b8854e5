#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <optional>
#include <span>

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
    longest_ = 0;
    for (std::uint32_t code = 0; code < texts.n_levels(); ++code) {
      const std::string& text = texts.level(code);
      bytes_.reserve(2 * text.size() + 3);
      is_plain(text, separator) ? bytes_.put(text) : put_quoted(bytes_, text);
      bytes_.put(last);
      ends_.push_back(bytes_.size());
      longest_ = std::max(longest_, ends_[code + 1] - ends_[code]);
    }
    bytes_.reserve(at_once);  // what put() reads beyond the last
  }

  /// @return  the end; up to widest() bytes are written
  char* put(char* to, std::uint32_t code) const {
    const std::size_t size = ends_[code + 1] - ends_[code];
    const char* const begin = bytes_.text().data() + ends_[code];
    std::memcpy(to, begin, at_once);  // a fixed number is quicker than a known one
    if (size > at_once) std::memcpy(to + at_once, begin + at_once, size - at_once);
    return to + size;
  }
  [[nodiscard]] std::size_t widest() const { return std::max(at_once, longest_); }

 private:
  static constexpr std::size_t at_once = 32;
  const std::vector<std::string>* prepared_ = nullptr;
  text_buffer bytes_;
  std::vector<std::size_t> ends_;
  std::size_t longest_ = 0;
};

enum class kind { text, integer, number };

// A number with the separator behind it.
struct written_number {
  std::uint64_t bits = 0;
  std::size_t size = 0;  // 0: there is none yet
  std::array<char, longest_number> text{};

  void write(std::uint64_t number, char last) {
    bits = number;
    char* const end = write_number(text.data(), std::bit_cast<double>(number), "NA");
    *end = last;
    size = static_cast<std::size_t>(end + 1 - text.data());
  }
};

// The numbers of a column that one thread wrote lately: most come again soon, and to find the digits of one that is not
// whole takes longest of all.
class written_numbers {
 public:
  const written_number& get(std::uint64_t number, char last) {
    written_number& found = kept_[number * 0x9E3779B97F4A7C15U >> 56U];
    if (found.size == 0 || found.bits != number) found.write(number, last);
    return found;
  }

 private:
  std::array<written_number, 256> kept_{};
};

struct column {
  kind cells = kind::text;
  const text_column* texts = nullptr;
  const void* numbers = nullptr;
  char last = ',';
  written_texts written;

  void open(const table::cells& from, char separator) {
    texts = std::get_if<text_column>(&from);
    if (texts != nullptr) {
      cells = kind::text;
      written.prepare(*texts, separator, last);
    } else if (const auto* const whole = std::get_if<std::vector<std::int64_t>>(&from)) {
      cells = kind::integer;
      numbers = whole->data();
    } else {
      cells = kind::number;
      numbers = std::get<std::vector<double>>(from).data();
    }
  }

  [[nodiscard]] std::uint64_t bits(std::size_t row) const {
    std::uint64_t result = 0;
    std::memcpy(&result, static_cast<const char*>(numbers) + row * sizeof result, sizeof result);
    return result;
  }
};

// Columns of numbers that stand together: where they are those of the row before, so is their text.
class number_columns {
 public:
  number_columns(std::span<const column> columns)
      : columns_(columns),
        last_(columns.size()),
        written_(columns.size()),
        text_(columns.size() * longest_number + at_once) {}

  [[nodiscard]] std::size_t widest() const { return text_.size(); }

  char* put(char* to, std::size_t row) {
    std::uint64_t differing = size_ == 0 ? 1 : 0;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      const std::uint64_t bits = columns_[i].bits(row);
      differing |= bits ^ last_[i];
      last_[i] = bits;
    }
    if (differing != 0) write();
    // A fixed number of bytes is copied quicker than a known one.
    for (std::size_t copied = 0; copied < size_; copied += at_once)
      std::memcpy(to + copied, text_.data() + copied, at_once);
    return to + size_;
  }

 private:
  void write() {
    char* to = text_.data();
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      if (columns_[i].cells == kind::integer) {
        to = write_integer(to, std::bit_cast<std::int64_t>(last_[i]));
        *to++ = columns_[i].last;
        continue;
      }
      const written_number& number = written_[i].get(last_[i], columns_[i].last);
      std::memcpy(to, number.text.data(), number.text.size());
      to += number.size;
    }
    size_ = static_cast<std::size_t>(to - text_.data());
  }

  static constexpr std::size_t at_once = 64;

  std::span<const column> columns_;
  std::vector<std::uint64_t> last_;
  std::vector<written_numbers> written_;
  std::vector<char> text_;
  std::size_t size_ = 0;
};

// What one thread writes of a row at a time: a column of texts, or the columns of numbers between two of these.
struct part {
  const column* texts = nullptr;
  std::optional<number_columns> numbers;
};

std::vector<part> parts_of(std::span<const column> columns) {
  std::vector<part> parts;
  for (std::size_t i = 0; i < columns.size();) {
    if (columns[i].cells == kind::text) {
      parts.push_back({&columns[i++], {}});
      continue;
    }
    std::size_t end = i;
    while (end < columns.size() && columns[end].cells != kind::text) ++end;
    parts.push_back({nullptr, number_columns(columns.subspan(i, end - i))});
    i = end;
  }
  return parts;
}

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
    auto parts = parts_of(columns_);
    std::size_t widest = 0;
    for (const auto& p : parts) widest += p.texts != nullptr ? p.texts->written.widest() : p.numbers->widest();
    for (std::size_t r = begin; r < end; ++r) {
      out.reserve(widest);
      char* to = out.end();
      for (auto& p : parts)
        to = p.texts != nullptr ? p.texts->written.put(to, p.texts->texts->code(r)) : p.numbers->put(to, r);
      out.took(static_cast<std::size_t>(to - out.end()));
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
