#include "feeds/people/word_list.hpp"

#include <algorithm>

namespace masthead::feeds {

bool has_word(WordList list, std::string_view folded_word) {
    return std::find(list.begin(), list.end(), folded_word) != list.end();
}

bool has_stem(WordList stems, std::string_view folded_word) {
    return std::any_of(stems.begin(), stems.end(),
                       [&](std::string_view stem) { return folded_word.substr(0, stem.size()) == stem; });
}

}  // namespace masthead::feeds
