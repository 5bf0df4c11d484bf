#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "feeds/author.hpp"
#include "feeds/parse/page.hpp"
#include "feeds/people/prose.hpp"

namespace masthead::feeds {

/// What a bio block says of one person: the name in its heading, the prose and its links, the portrait.
struct BioSection {
    std::string name;  ///< as a heading or a link gives it; empty when only the prose does
    BioText prose;
    std::string role;  ///< a line of its own: "Editor at large"
    std::string url;   ///< the link on the name
    std::string avatar;
};

/// Moves bios out of an article's text that nothing marks as such: of its last paragraphs those that say who one of the
/// known names is. What they say is the author's, and its changes are none of the article.
void set_bios_apart(HtmlPage& page, const std::vector<std::string>& known_names);

/// The blocks of a page that are about its authors: those that are marked so, with the links around them, and
/// paragraphs under the text that begin with one of the known names. Without a known name only what can be nothing
/// else.
std::vector<std::size_t> bio_blocks(const HtmlPage& page, const std::vector<std::string>& known_names);

/// The sections of a bio block. A new one begins where a heading or a paragraph begins with another of the known names.
std::vector<BioSection> bio_sections(const HtmlPage& page, std::size_t block,
                                     const std::vector<std::string>& known_names);

}  // namespace masthead::feeds
