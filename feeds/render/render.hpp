#pragma once

#include <string>
#include <string_view>

#include "feeds/feed.hpp"

namespace masthead::feeds {

/// A page in one format, as UTF-8. The same page gives the same bytes.
std::string render(const Page& page, Format format);

/// The media type with its parameters: "application/rss+xml; charset=utf-8".
std::string_view media_type(Format format);

/// The ending of its path: ".rss", ".atom", ".json", "" for HTML, ".opml".
std::string_view path_ending(Format format);

/// The style sheet of the pages. Its address holds a hash of it, so it never changes there.
std::string_view style_sheet();
std::string style_sheet_path();

}  // namespace masthead::feeds
