#pragma once

#include <cstddef>
#include <vector>

#include "feeds/parse/page_blocks.hpp"
#include "feeds/text/html.hpp"

namespace masthead::feeds {

/// What a line such as "About the author" announces, in document order: the box that begins with the line, or the
/// siblings behind it up to the next heading, as long as they hold no more than a bio. `blocks` are all of the tree.
std::vector<std::size_t> announced_bios(const HtmlTree& tree, const std::vector<TextBlock>& blocks);

}  // namespace masthead::feeds
