#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "feeds/limits.hpp"
#include "feeds/result.hpp"

namespace masthead::feeds {

struct HtmlAttribute {
    std::string name;   ///< lower case
    std::string value;  ///< references resolved
};

/// An element or a text of a page.
struct HtmlNode {
    std::string tag;   ///< lower case; empty for a text
    std::string text;  ///< of a text, references resolved, white space as it was
    std::vector<HtmlAttribute> attributes;
    std::size_t parent = 0;  ///< the root is its own parent
    std::size_t end = 0;     ///< one past its last descendant

    bool is_text() const { return tag.empty(); }
    /// The value of an attribute, empty when there is none.
    std::string_view attribute(std::string_view name) const;
    bool has_attribute(std::string_view name) const;
    /// Whether one of the words of an attribute such as class or rel is `word`, in any case.
    bool has_word(std::string_view name, std::string_view word) const;
    bool has_class(std::string_view name) const { return has_word("class", name); }
};

/// A page as a browser would build it (by gumbo), as one list in document order: the descendants of node n are those
/// from n + 1 to its `end`, so that a walk is a loop and nothing recurses. Node 0 is `html`. Foreign content, scripts
/// other than JSON-LD, styles, frames, templates and noscript are not in it.
struct HtmlTree {
    std::vector<HtmlNode> nodes;
    bool flattened = false;  ///< elements deeper than Limits::depth were taken out, what was in them stayed

    const HtmlNode& operator[](std::size_t n) const { return nodes[n]; }
    std::size_t size() const { return nodes.size(); }
    bool is_within(std::size_t n, std::size_t ancestor) const { return n >= ancestor && n < nodes[ancestor].end; }

    /// The text of a subtree as a reader sees it: blocks parted by a blank, white space collapsed, ends trimmed.
    std::string text(std::size_t n) const;
    /// The children of a node, texts included.
    std::vector<std::size_t> children(std::size_t n) const;
    /// The first element within `n`, itself included, with this tag; `size()` when there is none.
    std::size_t find_tag(std::string_view tag, std::size_t within = 0) const;
    std::vector<std::size_t> all_tags(std::string_view tag, std::size_t within = 0) const;
    /// The nearest ancestor with this tag, itself included; `size()` when there is none.
    std::size_t ancestor(std::size_t n, std::string_view tag) const;
    /// The markup of a subtree, written anew, less the subtrees of the nodes that `left_out` marks (all or none).
    std::string markup(std::size_t n, const std::vector<bool>& left_out = {}) const;
};

/// Builds the tree of a page in UTF-8. Time and memory are linear in the text: before gumbo sees it, it is rewritten so
/// that its elements are balanced and at most Limits::depth deep. An error only when it has more nodes than a quarter
/// of Limits::nodes, as each takes several times the memory of a feed's.
[[nodiscard]] Result<HtmlTree, ParseError> parse_html(std::string_view text, const Limits& limits);

}  // namespace masthead::feeds
