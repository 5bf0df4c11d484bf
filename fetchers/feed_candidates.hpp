#pragma once

#include <string>
#include <vector>

#include "feeds/document.hpp"
#include "fetchers/visits.hpp"

namespace masthead::fetchers {

/// The feeds that a page names: link elements and Link headers first, then links that its readers see.
std::vector<feeds::FeedLink> named_feeds(const Visit& page);

/// Where the feed of an author's page is when nothing names it: below the page (WordPress: /author/S/feed/, Ghost:
/// /author/S/rss/).
std::vector<std::string> feeds_below(const std::string& author_page);

/// Where a site's feed is when nothing names it: beside the page and at the site's root.
std::vector<std::string> usual_feeds(const std::string& page);

/// Where a platform keeps the feed of a profile ("https://www.reddit.com/user/H.rss"); empty where it has none.
std::vector<std::string> feeds_of_profile(const std::string& profile_url);

/// Whether a link, or the feed behind it, holds comments.
bool is_comments_link(const feeds::FeedLink& link);
bool is_comments_feed(const feeds::Document& feed, const std::string& url);

}  // namespace masthead::fetchers
