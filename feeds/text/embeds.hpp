#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "feeds/text/html_tokens.hpp"

namespace masthead::feeds {

/// What stands for a page inside the page.
struct Embed {
    std::string url;    ///< where a reader can see it: of a known player the page of what it plays
    std::string image;  ///< the still picture of a known video; may be empty
    std::string title;  ///< as the element says, else the name of the host
};

/// What stands for a frame, an embed or an object with an address on the web. Nothing for those that nobody sees (no
/// size, one pixel), that only count readers, and without such an address.
std::optional<Embed> shown_embed(const HtmlToken& element, std::string_view base);

}  // namespace masthead::feeds
