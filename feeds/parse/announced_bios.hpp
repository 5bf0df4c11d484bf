#pragma once

#include <cstddef>
#include <vector>

#include "feeds/parse/page_blocks.hpp"
#include "feeds/text/html.hpp"

namespace masthead::feeds {

/// What a line such as "About the author" announces.
struct AnnouncedBio {
    std::size_t node;
    bool is_box;  ///< begins with the line, so that it is a bio whatever it is called; else it stands behind the line
};

/// In document order: the box that begins with such a line, or the line and its siblings up to the next heading, as
/// long as they hold no more than a bio. `blocks` are all of the tree.
std::vector<AnnouncedBio> announced_bios(const HtmlTree& tree, const std::vector<TextBlock>& blocks);

}  // namespace masthead::feeds
