#pragma once

#include "feeds/entry.hpp"
#include "feeds/parse/page.hpp"
#include "feeds/parse/page_metadata.hpp"

namespace masthead::feeds {

/// The entry that an article page is: headline without the site's name, the instant or day of publication, the
/// standfirst as summary, the text without what is not the article's and with nothing twice.
Entry read_article(const HtmlPage& page, const PageMetadata& metadata);

/// The address of a page: its canonical one, else that where it was fetched, without what tracks.
std::string page_address(const HtmlPage& page, const PageMetadata& metadata);

}  // namespace masthead::feeds
