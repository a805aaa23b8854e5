#pragma once

#include "text/block_classes.hpp"

namespace isogloss::text {

// A Block is 64 bytes in vector registers: Block::load, equal(c) and within(first, last) and high(), each a mask, and
// lowered(), which turns capital letters of ASCII into small ones. Every set of instructions gives its own, in an
// unnamed namespace, so that no function compiled for one machine is linked into the code of another.
template <class Block>
inline void classify_blocks(const char* bytes, std::size_t n, block_classes* classes) {
  for (std::size_t i = 0; i < n; ++i) {
    const Block block = Block::load(bytes + i * block_bytes);
    block_classes& c = classes[i];
    c.at_sign = block.equal('@');
    c.letter = block.lowered().within('a', 'z') | c.at_sign;
    c.digit = block.within('0', '9');
    c.underscore = block.equal('_');
    c.either_mid = block.equal('.') | block.equal('\'');
    c.number_mid = block.equal(',') | block.equal(';');
    c.high = block.high();
  }
}

// Bytes above 0x7F, as char has them.
constexpr char byte(unsigned value) {
  return static_cast<char>(static_cast<unsigned char>(value));
}

template <class Block>
inline void classify_pairs(const char* bytes, pair_classes& c) {
  const Block block = Block::load(bytes);
  const auto within = [&](unsigned first, unsigned last) { return block.within(byte(first), byte(last)); };
  const auto equal = [&](unsigned value) { return block.equal(byte(value)); };
  const std::uint64_t second = within(0x80, 0xBF);
  c.any = {within(0xC4, 0xCA) | within(0xD0, 0xD1) | equal(0xD3), second};
  c.latin = {equal(0xC3), second & ~(equal(0x97) | equal(0xB7))};
  c.greek = {equal(0xCE), equal(0x86) | within(0x88, 0x8A) | equal(0x8C) | within(0x8E, 0xA1) | within(0xA3, 0xBF)};
  c.greek_2 = {equal(0xCF), second & ~equal(0xB6)};
  c.arabic = {equal(0xD8), within(0xA0, 0xBF)};
  c.arabic_2 = {equal(0xD9), within(0x80, 0x8A)};
}

// Eight places at a time, needed or not: so many words begin in few blocks, and a loop that ends unforeseen costs more
// than they do. A lambda, so that every file has code of its own for its machine.
constexpr auto write_places_of = [](const std::uint64_t* begins, const std::uint64_t* ends, std::size_t n,
                                    word_span* words) {
  const auto write = [](std::uint64_t bits, std::uint32_t first, word_span* to, std::uint32_t word_span::*field) {
    const int places = __builtin_popcountll(bits);
    word_span* place = to;
    for (int written = 0; written < places; written += 8) {
      for (int i = 0; i < 8; ++i) {
        (*place++).*field = first + static_cast<std::uint32_t>(bits == 0 ? 0 : __builtin_ctzll(bits));
        bits &= bits - 1;
      }
    }
    return to + places;
  };
  word_span* next_begin = words;
  word_span* next_end = words;
  for (std::size_t block = 0; block < n; ++block) {
    const auto first = static_cast<std::uint32_t>(block * block_bytes);
    next_begin = write(begins[block], first, next_begin, &word_span::begin);
    next_end = write(ends[block], first, next_end, &word_span::end);
  }
  return static_cast<std::size_t>(next_begin - words);
};

}  // namespace isogloss::text
