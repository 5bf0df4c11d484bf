#pragma once

#include <string>
#include <string_view>

#include "feeds/feed.hpp"

namespace masthead::feeds {

/// "/authors/ada" on the site: an absolute URL. What is absolute already stays, what is empty too.
std::string absolute_address(const Site& site, std::string_view path);

/// Where the page is published in a format: an archive where the archive is, but for outlines, which have none.
///     "https://feeds.example/authors/ada.rss", ".../authors/ada/archive/3.rss", ".../site.opml"
std::string address_of(const Page& page, Format format);

/// Where the newest page is published, of which an archive page is a part (RFC 5005, section 4: `current`).
std::string current_address(const Page& page, Format format);

/// Where the next older archive is published; empty when there is none.
std::string previous_archive_address(const Page& page, Format format);

/// A URL that may stand in what is published: absolute http(s) in ASCII, as check and readers want it; else empty.
std::string published_url(std::string_view url);

}  // namespace masthead::feeds
