#pragma once

#include <optional>
#include <string_view>

#include "feeds/time.hpp"

namespace masthead::feeds {

/// Reads a date in one of the two notations that nearly all feeds use, to the letter: "Mon, 20 May 2024 09:01:00 +0200"
/// (RFC 822 with RFC 1123's year; GMT and Z for +0000) and "2024-05-20T09:01:00Z" (RFC 3339, without fractions).
/// Nothing for any other, which parse_date() takes apart.
std::optional<Time> exact_date(std::string_view text);

}  // namespace masthead::feeds
