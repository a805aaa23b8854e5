#include "tokens/text_blocks.hpp"

#include <algorithm>
#include <cstring>

#include "isogloss/text/words.hpp"

namespace isogloss::tokens {
namespace {

// Fits the second-level cache, so that counting finds there what reading left.
constexpr std::size_t block_bytes = std::size_t{1} << 18U;
// A cut is seen by the whole character behind it.
constexpr std::size_t longest_character = 4;

}  // namespace

text_blocks::text_blocks(const std::filesystem::path& path, std::uint64_t begin, std::uint64_t end)
    : file_(path), begin_(begin), end_(end), base_(begin == 0 ? 0 : begin - 1) {
  const auto bytes = static_cast<std::size_t>(std::min<std::uint64_t>(end_ - base_ + 4096, block_bytes));
  buffer_.resize(bytes + padding);
  begun_ = begin == 0;
}

void text_blocks::fill() {
  while (!whole_ && filled_ + padding < buffer_.size()) {
    filled_ += file_.read(base_ + filled_, buffer_.data() + filled_, buffer_.size() - padding - filled_);
    whole_ = base_ + filled_ >= file_.size();
  }
}

// The first place from `from` on where the file may be cut. Is it in the buffer?
bool text_blocks::first_cut(std::uint64_t from, std::size_t& at) const {
  const std::size_t known = whole_ ? filled_ : filled_ - std::min(filled_, longest_character);
  for (at = static_cast<std::size_t>(from - base_); at <= known; ++at) {
    if (text::is_word_cut(filled(), at)) return true;
  }
  at = filled_;
  return whole_;
}

bool text_blocks::last_cut(std::size_t after, std::size_t& at) const {
  for (at = filled_ - std::min(filled_, longest_character); at > after; --at) {
    if (text::is_word_cut(filled(), at)) return true;
  }
  return false;
}

std::string_view text_blocks::next() {
  if (done_) return {};
  std::memmove(buffer_.data(), buffer_.data() + used_, filled_ - used_);
  base_ += used_;
  filled_ -= used_;
  used_ = 0;
  for (;; buffer_.resize(2 * buffer_.size())) {
    fill();
    std::size_t start = 0;
    if (!begun_ && !first_cut(begin_, start)) continue;
    std::size_t cut = 0;
    if (base_ + filled_ >= end_ + longest_character || whole_) {
      done_ = first_cut(std::max(end_, base_ + start), cut);
    }
    if (!done_ && !last_cut(start, cut)) continue;
    begun_ = true;
    used_ = cut;
    return filled().substr(start, cut - start);
  }
}

}  // namespace isogloss::tokens
