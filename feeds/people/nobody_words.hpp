#pragma once

#include "feeds/people/word_list.hpp"

namespace masthead::feeds {

// The words of author values that name nobody.

extern const WordList nobody;        ///< whole values that name nobody: "admin"
extern const WordList nobody_words;  ///< words that no name holds: "noreply"

}  // namespace masthead::feeds
