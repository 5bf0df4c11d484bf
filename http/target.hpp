#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "http/message.hpp"

namespace masthead::http {

/// What a request line asks for.
struct Target {
    std::string path;   ///< decoded once, except for "%2F", which is no separator; begins with '/', or is "*"
    std::string query;  ///< undecoded, without '?'
    std::string host;   ///< of the absolute form, which wins over the field (RFC 9112, section 3.2.2)

    bool operator==(const Target&) const = default;
};

/// Reads a request target (RFC 9112, section 3.2): origin form, absolute form, "*" for OPTIONS. Nothing for any other,
/// for bytes that may not stand in a URI, and for escapes that are broken or hide a control character. Methods that
/// are refused anyway may have any target.
std::optional<Target> read_target(std::string_view target, Request::Method method);

/// Whether a Host value is a host and perhaps a port (RFC 3986, section 3.2.2), or empty.
bool is_host(std::string_view value);

}  // namespace masthead::http
