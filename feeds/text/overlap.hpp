#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "feeds/text/words.hpp"

namespace masthead::feeds {

/// A text prepared for being compared with many others: its words and the runs of a few of them.
struct TextPrint {
    std::vector<Word> words;
    std::vector<std::uint64_t> runs;    ///< hashes of runs of words, sorted, once each
    std::vector<std::uint64_t> sketch;  ///< the smallest of them: equal texts have equal sketches, similar ones similar
    bool by_characters = false;         ///< most of its words are characters; compared with its like only
};

TextPrint print_of(std::string_view text);

/// How many hashes two sketches share. Texts that share most of their runs share most of their sketches (MinHash).
std::size_t shared_sketch(const TextPrint& a, const TextPrint& b);

/// How far two texts are the same.
struct Overlap {
    double of_first = 0, of_second = 0;  ///< which part of its words stands in a run that the other has too, 0 to 1
    bool numbers_differ = false;         ///< each has a number in the midst of shared text that the other lacks
    bool same_start = false;             ///< the shorter starts where the longer does, a salutation aside
};
Overlap overlap(const TextPrint& first, const TextPrint& second);

}  // namespace masthead::feeds
