#pragma once

#include <string>

#include "feeds/feed.hpp"

namespace masthead::feeds {

/// JSON Feed 1.1 (jsonfeed.org/version/1.1) with `_byline` (Byline 0.1).
std::string render_json_feed(const Page& page);

}  // namespace masthead::feeds
