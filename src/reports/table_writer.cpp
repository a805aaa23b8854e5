#include "isogloss/reports/table_writer.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>

namespace isogloss::reports {
namespace {

constexpr std::size_t block_bytes = std::size_t{1} << 20U;

void append_number(std::string& out, double number, std::string_view missing) {
  if (std::isnan(number)) {
    out += missing;
  } else if (std::isinf(number)) {
    out += number > 0 ? "Inf" : "-Inf";
  } else {
    std::array<char, 32> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    out.append(digits.data(), end);
  }
}

void append_integer(std::string& out, std::int64_t number) {
  std::array<char, 24> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  out.append(digits.data(), end);
}

// A separator, a quote, a line's end or a blank at an end asks for quotes.
void append_quoted(std::string& out, std::string_view text, char separator) {
  const bool plain = text.find_first_of("\"\n\r") == std::string_view::npos &&
                     text.find(separator) == std::string_view::npos && !text.starts_with(' ') && !text.ends_with(' ');
  if (plain) {
    out += text;
    return;
  }
  out += '"';
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

std::string json_text(const std::string& text) {
  return nlohmann::json(text).dump();
}

class delimited_writer {
 public:
  delimited_writer(const table& t, char separator) : table_(t), separator_(separator) {}

  void header(std::string& out) const {
    for (std::size_t i = 0; i < table_.columns().size(); ++i) {
      if (i > 0) out += separator_;
      append_quoted(out, table_.columns()[i].name, separator_);
    }
    out += '\n';
  }

  void row(std::string& out, std::size_t r) const {
    for (std::size_t i = 0; i < table_.columns().size(); ++i) {
      if (i > 0) out += separator_;
      const auto& cells = table_.column(i);
      if (const auto* texts = std::get_if<text_column>(&cells)) {
        append_quoted(out, (*texts)[r], separator_);
      } else if (const auto* integers = std::get_if<std::vector<std::int64_t>>(&cells)) {
        append_integer(out, (*integers)[r]);
      } else {
        append_number(out, std::get<std::vector<double>>(cells)[r], "NA");
      }
    }
    out += '\n';
  }

 private:
  const table& table_;
  char separator_;
};

class json_writer {
 public:
  explicit json_writer(const table& t) : table_(t) {
    for (const auto& column : t.columns()) names_.push_back(json_text(column.name));
  }

  void row(std::string& out, std::size_t r) const {
    out += '{';
    for (std::size_t i = 0; i < names_.size(); ++i) {
      if (i > 0) out += ',';
      out += names_[i];
      out += ':';
      const auto& cells = table_.column(i);
      if (const auto* texts = std::get_if<text_column>(&cells)) {
        out += json_text((*texts)[r]);
      } else if (const auto* integers = std::get_if<std::vector<std::int64_t>>(&cells)) {
        append_integer(out, (*integers)[r]);
      } else {
        const double number = std::get<std::vector<double>>(cells)[r];
        append_number(out, std::isinf(number) ? std::nan("") : number, "null");
      }
    }
    out += '}';
  }

 private:
  const table& table_;
  std::vector<std::string> names_;
};

void flush_if_full(std::string& out, const byte_sink& sink) {
  if (out.size() < block_bytes) return;
  sink(out);
  out.clear();
}

}  // namespace

std::optional<format> format_from(std::string_view name) {
  if (name == "csv") return format::csv;
  if (name == "tsv") return format::tsv;
  if (name == "json") return format::json;
  if (name == "jsonl") return format::jsonl;
  return std::nullopt;
}

void write(const table& t, format f, const byte_sink& sink) {
  std::string out;
  if (f == format::csv || f == format::tsv) {
    const delimited_writer writer(t, f == format::csv ? ',' : '\t');
    writer.header(out);
    for (std::size_t r = 0; r < t.n_rows(); ++r) {
      writer.row(out, r);
      flush_if_full(out, sink);
    }
  } else {
    const json_writer writer(t);
    if (f == format::json) out += "[\n";
    for (std::size_t r = 0; r < t.n_rows(); ++r) {
      if (f == format::json && r > 0) out += ",\n";
      writer.row(out, r);
      if (f == format::jsonl) out += '\n';
      flush_if_full(out, sink);
    }
    if (f == format::json) out += "\n]\n";
  }
  sink(out);
}

std::string to_text(double number) {
  std::string text;
  append_number(text, number, "NA");
  return text;
}

}  // namespace isogloss::reports
