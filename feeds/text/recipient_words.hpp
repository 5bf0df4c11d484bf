#pragma once

#include <string_view>

namespace masthead::feeds {

/// Whether the text of a link says that it acts for the reader ("Unsubscribe", "Manage your preferences"), in the
/// common languages.
bool says_action(std::string_view text);

/// Whether there may be a text in a piece of a document of which says_why() is true: a look that is quick. Of letters
/// in capitals it knows those of ASCII.
bool may_say_why(std::string_view html);

/// Whether a text tells why a letter came, and to whom: "You are receiving this because ...".
bool says_why(std::string_view text);

}  // namespace masthead::feeds
