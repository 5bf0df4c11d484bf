#pragma once

#include <string>

#include "feeds/parse/page.hpp"

namespace masthead::feeds {

/// The portrait of a person near the byline or bio: an image whose text is the name; for the only author also one that
/// is marked as an avatar. Empty when there is none.
std::string portrait_of(const HtmlPage& page, const std::string& name, bool is_only_author);

/// Where an image is, whatever it is loaded by; empty for placeholders.
std::string image_address(const HtmlPage& page, std::size_t image);

}  // namespace masthead::feeds
