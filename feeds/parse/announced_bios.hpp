#pragma once

#include <cstddef>
#include <vector>

#include "feeds/parse/page_blocks.hpp"
#include "feeds/text/html.hpp"

namespace masthead::feeds {

/// The boxes that a line such as "About the author" heads, in document order: the element around the line, as long as it
/// holds no more than a bio. `blocks` are all of the tree.
std::vector<std::size_t> announced_bios(const HtmlTree& tree, const std::vector<TextBlock>& blocks);

}  // namespace masthead::feeds
