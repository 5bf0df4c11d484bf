#pragma once

#include <cstddef>
#include <string>
#include <string_view>
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

/// The sections of a bio block. A new one begins where a heading or a paragraph begins with another of the known names.
std::vector<BioSection> bio_sections(const HtmlPage& page, std::size_t block,
                                     const std::vector<std::string>& known_names);

/// A line of a bio without what sets it off from the text above it: "(Ada Wick is a lawyer.)", "\u2014 Ada Wick is a
/// lawyer."
std::string_view without_marks(std::string_view line);

/// Whether a line of a bio is prose, be it short: a sentence, or one with a handle.
bool is_sentence(const std::string& line);

}  // namespace masthead::feeds
