#pragma once

#include <string>
#include <string_view>

#include "feeds/result.hpp"

namespace masthead::feeds {

/// A document as UTF-8, and what it was before.
struct Decoded {
    std::string text;      ///< valid UTF-8 without a byte order mark; bad sequences are U+FFFD
    std::string encoding;  ///< WHATWG's name of it, lower case; us-ascii and iso-8859-1 where the bytes bear them out
};

enum class Markup { xml, html, json };

/// Decodes a document: the byte order mark, the charset of `content_type`, the XML declaration or `<meta>`, then the
/// default of its markup (RFC 7303, HTML 13.2.3). Labels mean what WHATWG's Encoding standard says; UTF-7 is refused.
[[nodiscard]] Result<Decoded, ParseError> decode(std::string_view bytes, std::string_view content_type, Markup markup);

/// `text` with everything that is not valid UTF-8 replaced by U+FFFD.
std::string repair_utf8(std::string_view text);

}  // namespace masthead::feeds
