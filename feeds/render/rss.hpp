#pragma once

#include <string>

#include "feeds/feed.hpp"

namespace masthead::feeds {

/// RSS 2.0 with content, dc, itunes, podcast, media, atom and byline elements; a podcast page is a complete podcast
/// feed (PSP-1 and Apple's requirements).
std::string render_rss(const Page& page);

}  // namespace masthead::feeds
