#pragma once

#include <string_view>

#include "feeds/parse/draft.hpp"
#include "feeds/result.hpp"

namespace masthead::feeds {

/// Reads JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/) with `_byline`.
[[nodiscard]] Result<Document, ParseError> parse_json_feed(std::string_view text, FeedContext context,
                                                           const Limits& limits);

}  // namespace masthead::feeds
