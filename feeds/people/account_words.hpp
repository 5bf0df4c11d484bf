#pragma once

#include <span>
#include <string_view>

#include "feeds/people/word_list.hpp"

namespace masthead::feeds {

// The words by which prose leads to an account: "Follow her on Twitter".

extern const WordList contact_words;   ///< around a handle: "follow her on", "folgen Sie ihm auf"
extern const WordList on_words;        ///< right before a platform: "on", "auf"
extern const WordList account_owners;  ///< what has accounts without being the author: "show", "us"

/// A platform as prose names it. A stem matches inflected words, too: "Twitterze".
struct PlatformWord {
    std::string_view word;
    std::string_view platform;
    bool is_stem = true;
};
std::span<const PlatformWord> platform_words();

}  // namespace masthead::feeds
