#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "feeds/result.hpp"

namespace masthead::feeds {

/// A document as UTF-8, and what it was before.
class Decoded {
public:
    /// Text that is valid UTF-8 as it came; it outlives this.
    Decoded(std::string_view given, std::string name) : encoding(std::move(name)), given_(given) {}
    /// Text that was made from other bytes.
    Decoded(std::string converted, std::string name) : encoding(std::move(name)), converted_(std::move(converted)) {}

    /// Valid UTF-8 without a byte order mark; bad sequences are U+FFFD.
    std::string_view text() const { return converted_ ? *converted_ : given_; }

    std::string encoding;  ///< WHATWG's name of it, lower case; us-ascii and iso-8859-1 where the bytes bear them out

private:
    std::string_view given_;
    std::optional<std::string> converted_;
};

enum class Markup { xml, html, json };

/// Decodes a document, whose `bytes` outlive what comes of them: the byte order mark, the charset of `content_type`,
/// the XML declaration or `<meta>`, then the default of its markup (RFC 7303, HTML 13.2.3). Labels mean what WHATWG's
/// Encoding standard says; UTF-7 is refused.
[[nodiscard]] Result<Decoded, ParseError> decode(std::string_view bytes, std::string_view content_type, Markup markup);

/// `text` with everything that is not valid UTF-8 replaced by U+FFFD.
std::string repair_utf8(std::string_view text);

}  // namespace masthead::feeds
