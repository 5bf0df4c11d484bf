#pragma once

#include <string>

#include "feeds/parse/page.hpp"

namespace masthead::feeds {

/// The portrait of a person near the byline or bio: an image whose text is the name; for the only author also one that
/// is marked as an avatar. Empty when there is none.
std::string portrait_of(const HtmlPage& page, const std::string& name, bool is_only_author);

/// The same on the page of the person whose name is the heading, before `end`, where its pieces begin: the only picture
/// beside the heading, or the only one that is marked as a portrait or described with the name. Empty when there is
/// none, or another may be it.
std::string portrait_in_head(const HtmlPage& page, const std::string& name, std::size_t end);

/// Where an image is, whatever it is loaded by; empty for placeholders.
std::string image_address(const HtmlPage& page, std::size_t image);

}  // namespace masthead::feeds
