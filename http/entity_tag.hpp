#pragma once

#include <string>
#include <string_view>

namespace masthead::http {

/// A strong entity tag with its quotes (RFC 9110, section 8.8.3): half of the SHA-256 of the bytes. The codings of a
/// document differ in their bytes, and so in their tags.
std::string entity_tag(std::string_view bytes);

}  // namespace masthead::http
