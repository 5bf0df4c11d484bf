#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace masthead::feeds {

/// A word of prose, a handle, or what stands between them without blanks.
struct ProseToken {
    std::size_t begin = 0, end = 0;  ///< in the line, punctuation included
    std::string_view word;           ///< without the punctuation around it; a handle with its '@'
    std::string key;                 ///< the word folded, without full stops
    std::size_t sentence = 0;        ///< which sentence it stands in, from 0
    bool is_handle = false;          ///< begins with '@'
    std::string platform;            ///< of a word that names one: "Twitter:" -> "twitter"
};

/// Cuts a line (text/fold.hpp, one_line) into tokens; they point into it. Sentences end at full stops of several
/// scripts, but neither at initials ("J. P. R. Whitlock") nor inside handles.
std::vector<ProseToken> prose_tokens(std::string_view line);
std::vector<ProseToken> prose_tokens(std::string&&) = delete;

/// Whether a folded word names a platform by itself, as the text of a link does.
bool is_platform_word(std::string_view key);

}  // namespace masthead::feeds
