#pragma once

#include <string>
#include <vector>

#include "feeds/document.hpp"

namespace masthead::fetchers {

/// The feeds that Link headers name (RFC 8288): rel=alternate with a feed's media type. `base` resolves their
/// addresses.
std::vector<feeds::FeedLink> feeds_in_links(const std::vector<std::string>& values, const std::string& base);

/// Whether a media type is a feed's.
bool is_feed_type(std::string_view type);

}  // namespace masthead::fetchers
