#pragma once

#include <optional>
#include <string_view>

namespace masthead::http {

/// The content codings that are offered, the preferred one last.
enum class Coding { identity, gzip, brotli };
constexpr std::size_t coding_count = 3;

/// Its name in Content-Encoding: "gzip"; empty for identity.
std::string_view coding_name(Coding coding);

/// The coding to send for an Accept-Encoding value (RFC 9110, section 12.5.3): the acceptable one with the highest
/// weight, among equals the smallest bytes. Without the field, or when nothing offered is acceptable, identity: such a
/// client is better served with plain bytes than with an error.
///     "gzip;q=0.5, br;q=0" -> gzip
Coding negotiate_coding(const std::optional<std::string_view>& accept_encoding);

}  // namespace masthead::http
