#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "feeds/time.hpp"

namespace masthead::feeds {

/// Which of two numbers with a slash between them is the month: "05/06/2025".
enum class SlashOrder { day_first, month_first };

/// The order that readers of a language (BCP 47: "en-GB") know: the month first in American English, which is also what
/// "en" and no language at all stand for; the day first elsewhere (CLDR, short dates).
SlashOrder slash_order(std::string_view language);

/// Reads a date as feeds write it: RFC 822 with the errors of the wild, RFC 3339, ISO 8601, W3CDTF, asctime and what
/// other parsers accept. Without a zone it is UTC; a year of two digits follows RFC 2822, section 4.3. Nothing when
/// there is no such day, or none in the years 1 to 9999. `order` decides where slashes leave the day and the month
/// open.
///     "Tue, 02 Jan 24 10:00 +0100" -> 2024-01-02T09:00:00Z
std::optional<Time> parse_date(std::string_view text, SlashOrder order = SlashOrder::month_first);

/// Reads a date as pages print it for people, in the common languages: "May 21, 2025", "21 mai 2025", "2025年5月21日",
/// "21.05.2025"; `order` decides where slashes leave it open. Midnight UTC of that day. Relative dates ("two days ago")
/// give nothing.
std::optional<Time> parse_printed_date(std::string_view text, SlashOrder order);

/// "2024-01-02T09:00:00Z" (RFC 3339), with milliseconds only when there are some.
std::string format_rfc3339(Time time);

/// "Tue, 02 Jan 2024 09:00:00 +0000" (RFC 822 with the four-digit year of RFC 2822): RSS.
std::string format_rfc822(Time time);

/// "Tue, 02 Jan 2024 09:00:00 GMT" (RFC 9110, section 5.6.7): HTTP.
std::string format_http_date(Time time);

/// Reads an HTTP date in any of the three forms of RFC 9110, section 5.6.7. Nothing for anything else.
std::optional<Time> parse_http_date(std::string_view text);

}  // namespace masthead::feeds
