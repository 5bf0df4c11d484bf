#pragma once

#include <optional>
#include <vector>

#include "feeds/entry.hpp"
#include "feeds/parse/page.hpp"

namespace masthead::feeds {

/// The entries of a feed in the page's own markup (microformats2, h-feed and h-entry): with their texts, dates,
/// categories, files and authors. Nothing when the page has no such feed: neither an h-feed with entries in it nor more
/// than one h-entry that stands by itself.
std::optional<std::vector<Entry>> read_h_feed(const HtmlPage& page);

}  // namespace masthead::feeds
