#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "feeds/text/html_tokens.hpp"

namespace masthead::feeds {

/// The absolute address of what an `img` shows: where `src` is only a placeholder, the address that a script would load
/// later (data-src and the like, else the widest of srcset). Nothing for images that only count readers (no size, one
/// pixel, a known counter) and for those without an address on the web.
std::optional<std::string> shown_image(const HtmlToken& image, std::string_view base);

/// Whether an address is known to only count who opens a letter or a page.
bool is_counting_image(std::string_view url);

}  // namespace masthead::feeds
