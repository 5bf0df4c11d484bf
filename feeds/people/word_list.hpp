#pragma once

#include <span>
#include <string_view>

namespace masthead::feeds {

/// Words by which author values and bios are read, in the languages of the feeds that we know. Every word stands in its
/// folded form (text/fold.hpp).
using WordList = std::span<const std::string_view>;

bool has_word(WordList list, std::string_view folded_word);
/// Whether one of the list is how the word begins: "professora" by "profess".
bool has_stem(WordList stems, std::string_view folded_word);

}  // namespace masthead::feeds
