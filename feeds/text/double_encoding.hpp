#pragma once

#include <string>
#include <string_view>

namespace masthead::feeds {

/// UTF-8 that a publisher's program took for windows-1252 and encoded again, as what it was: "â€¦" -> "…", however
/// often. A text is mended only when all of its characters are bytes of windows-1252 and these bytes are UTF-8, as no
/// other text's are.
std::string without_double_encoding(std::string text);

/// Whether a text may be one that without_double_encoding() changes: a quick look.
bool may_be_encoded_twice(std::string_view text);

}  // namespace masthead::feeds
