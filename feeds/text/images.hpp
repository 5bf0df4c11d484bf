#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "feeds/text/html_tokens.hpp"

namespace masthead::feeds {

/// The absolute address of what an `img` shows: where `src` is only a placeholder, the address that a script would load
/// later (data-src and the like, else the widest of srcset); a picture in the address itself when its kind is a raster.
/// Nothing for images that only count readers (no size, one pixel, a known counter) and for those without an address.
std::optional<std::string> shown_image(const HtmlToken& image, std::string_view base);

/// The candidates of the srcset of an `img` or `source` (or of what a script would make one), each resolved and checked
/// as shown_image does; empty when none is left. HTML, section 4.8.4.2.1.
std::string shown_srcset(const HtmlToken& image, std::string_view base);

/// The address of the first picture of a safe HTML fragment that is more than an icon; empty when there is none.
std::string first_picture(std::string_view html);

/// Whether an element's attributes or its style make it so small that nobody sees it: one pixel or none.
bool has_no_size(const HtmlToken& element);

/// Whether an address is known to only count who opens a letter or a page.
bool is_counting_image(std::string_view url);

}  // namespace masthead::feeds
