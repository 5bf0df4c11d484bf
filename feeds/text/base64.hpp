#pragma once

#include <string>
#include <string_view>

namespace masthead::feeds {

/// Base64 in either alphabet (RFC 4648, sections 4 and 5) decoded up to the first padding; characters that are none of
/// its alphabet are passed over.
std::string decode_base64(std::string_view text);

}  // namespace masthead::feeds
