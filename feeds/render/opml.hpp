#pragma once

#include <string>

#include "feeds/feed.hpp"

namespace masthead::feeds {

/// OPML 2.0 (opml.org/spec2.opml): the feeds that a site or an author has, to be imported into a reader.
std::string render_opml(const Page& page);

}  // namespace masthead::feeds
