#pragma once

#include "http/content.hpp"

namespace masthead::http {

/// For what is named by a hash of its bytes (RFC 9111, section 5.2.2.1; RFC 8246).
constexpr std::string_view kept_for_a_year = "Cache-Control: public, max-age=31536000, immutable\r\n";

/// The style sheet of the pages.
Content style_sheet_content();

/// robots.txt: everything here is meant to be read (RFC 9309).
Content robots_content();

}  // namespace masthead::http
