#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace masthead::feeds {

/// A word of a text, folded for comparing (see fold.hpp) and without punctuation.
struct Word {
    enum class Type {
        letters,
        number,    ///< "1974", "1/2", "12.3"; digits of any script
        roman,     ///< what may be a Roman numeral: "ii", but also an English or Polish "i"
        character  ///< one of a script that writes no spaces: Han, kana, Thai, ...
    };
    std::uint64_t hash = 0;  ///< equal words have equal ones, within one process
    Type type = Type::letters;

    bool operator==(const Word&) const = default;
};

/// The words of a plain text, in order.
std::vector<Word> folded_words(std::string_view text);

}  // namespace masthead::feeds
