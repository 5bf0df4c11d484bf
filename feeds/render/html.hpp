#pragma once

#include <string>

#include "feeds/feed.hpp"

namespace masthead::feeds {

/// A web page: HTML without scripts, marked up with microformats (h-feed, h-entry, h-card) and JSON-LD.
std::string render_html(const Page& page);

}  // namespace masthead::feeds
