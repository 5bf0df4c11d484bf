#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "feeds/parse/page.hpp"

namespace masthead::feeds {

/// Moves bios out of an article's text that nothing marks as such: of its last paragraphs those that say who one of the
/// known names is. What they say is the author's, and its changes are none of the article.
void set_bios_apart(HtmlPage& page, const std::vector<std::string>& known_names);

/// The blocks of a page that are about its authors: those that are marked so, with the links around them, and
/// paragraphs under the text that begin with one of the known names. Without a known name only what can be nothing
/// else.
std::vector<std::size_t> bio_blocks(const HtmlPage& page, const std::vector<std::string>& known_names);

}  // namespace masthead::feeds
