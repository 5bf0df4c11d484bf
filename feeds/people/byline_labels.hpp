#pragma once

#include <span>
#include <string_view>

namespace masthead::feeds {

/// What stands before a name and says what the person did: the people behind it are authors, or they are not.
struct Label {
    enum class Kind { author, other };
    std::string_view phrase;
    Kind kind;
    /// Names begin with it, too ("von", "di", "Author Name"): it needs a colon or a full name behind it.
    bool may_be_name = false;
};
/// In the languages of the feeds that we know, each phrase folded (text/fold.hpp).
std::span<const Label> labels();

}  // namespace masthead::feeds
