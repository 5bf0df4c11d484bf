#pragma once

#include <string_view>

namespace masthead::feeds {

/// Whether the text of a link says that it acts for the reader ("Unsubscribe", "Manage your preferences"), in the
/// common languages.
bool says_action(std::string_view text);

/// Whether a text in a document may be one of which says_why() is true: a look that is
/// quick. Texts all in capitals are known in English alone.
bool may_say_why(std::string_view html);

/// Whether a text tells why a letter came, and to whom: "You are receiving this because ...".
bool says_why(std::string_view text);

}  // namespace masthead::feeds
