#pragma once

#include "feeds/document.hpp"
#include "feeds/parse/page.hpp"

namespace masthead::feeds {

/// The feeds that a page points to, comment feeds left out, each once: link elements of a feed's type, anchors that
/// look like feeds, and addresses that stand in the text without a link.
std::vector<FeedLink> feed_links(const HtmlPage& page);

/// Links to pages about its authors and to their own sites: rel=author, rel=me.
std::vector<PageLink> person_links(const HtmlPage& page);

}  // namespace masthead::feeds
