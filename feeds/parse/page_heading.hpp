#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "feeds/parse/page.hpp"
#include "feeds/parse/page_hints.hpp"

namespace masthead::feeds {

/// The element that reads most like the headline; the size of the tree when none does. `hints` and `regions` are of
/// each node, `titles` what the page's metadata call it.
std::size_t find_heading(const HtmlTree& tree, const std::vector<PageHints>& hints, const std::vector<Region>& regions,
                         const std::vector<std::string>& titles);

}  // namespace masthead::feeds
