#pragma once

#include "feeds/parse/draft.hpp"
#include "feeds/text/xml.hpp"

namespace masthead::feeds {

/// Reads RSS 2.0 (https://www.rssboard.org/rss-specification), its forerunners 0.91 to 0.94, and RSS 1.0, 1.1 and 0.90,
/// whose items stand beside their channel (https://web.resource.org/rss/1.0/spec).
[[nodiscard]] Result<Document, ParseError> parse_rss(const XmlDocument& xml, FeedContext context, const Limits& limits);

}  // namespace masthead::feeds
