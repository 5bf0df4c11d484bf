#pragma once

#include <string_view>

#include "feeds/document.hpp"

namespace masthead::feeds {

/// Whether the HTML of an entry, as it came, speaks to those who get it by mail: it offers to unsubscribe or to read it
/// in a browser, or its links go through the redirects of a mailing service.
bool addresses_subscribers(std::string_view html);

/// Gives each entry its kind: an episode has an audio or video file; the others are issues of a newsletter when the
/// feed is one, judged by its program, its address, its own words, or because most entries address subscribers (those
/// have Kind::newsletter when this is called); all else is a post.
void decide_kinds(Document& document, std::string_view url);

}  // namespace masthead::feeds
