#pragma once

#include <vector>

#include "feeds/entry.hpp"
#include "feeds/parse/page.hpp"

namespace masthead::feeds {

/// The entries that a page lists, in its order: title, absolute link, date, standfirst as summary. Links that are no
/// entries (navigation, tags, authors, pages of the list, sponsored and other people's pieces, files) are left out.
/// Empty when the page lists none.
std::vector<Entry> read_listing(const HtmlPage& page);

}  // namespace masthead::feeds
