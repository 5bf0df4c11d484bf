#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace masthead::feeds {

/// A word of a text, folded for comparing: without case, accents and punctuation; digits of any script as 0 to 9. In
/// scripts that write no spaces (Han, Kana, Thai, ...) each character is a word.
struct Word {
    std::uint64_t hash = 0;
    bool is_number = false;     ///< "1974", "1/2", "12.3", "IV": what tells the parts of a series apart
    bool is_character = false;  ///< of a script without spaces

    bool operator==(const Word&) const = default;
};

/// The words of a plain text, in order.
std::vector<Word> folded_words(std::string_view text);

}  // namespace masthead::feeds
