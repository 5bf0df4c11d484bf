#pragma once

#include <string>
#include <vector>

#include "feeds/parse/json_ld.hpp"
#include "feeds/parse/page.hpp"

namespace masthead::feeds {

/// What a page says of itself elsewhere, to know its parts by: the headline as metadata give it, the names of its
/// authors.
struct PageClues {
    std::vector<std::string> titles;  ///< og:title, JSON-LD headline, title element; the surest first
    std::vector<std::string> names;
};

/// Finds the headline, the text, the bio under it, and where other people's and the site's own matter begins. Linear in
/// the tree.
PageStructure find_structure(const HtmlTree& tree, const PageClues& clues);

}  // namespace masthead::feeds
