#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "feeds/text/html.hpp"

namespace masthead::feeds {

/// A block that holds text itself, outside of blocks within it.
struct TextBlock {
    std::size_t node;
    std::string text;
    std::size_t weight;
    std::size_t linked;         ///< how much of the weight is in links
    bool is_paragraph = false;  ///< prose: a sentence or more that is no list of links
};

/// The blocks of a tree with text of their own, in document order.
std::vector<TextBlock> text_blocks(const HtmlTree& tree);

/// The innermost block element around a node, or the node itself.
std::size_t block_around(const HtmlTree& tree, std::size_t n);

/// How much text a reader sees in a node, in Latin letters: those of dense scripts count three times.
std::size_t text_weight(std::string_view text);

/// Whether a text reads like a sentence or more, not like a label, a byline or a link.
bool is_long_text(std::string_view text);

}  // namespace masthead::feeds
