#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "feeds/limits.hpp"
#include "feeds/result.hpp"

namespace masthead::feeds {

/// Where the parts of an XML document stand, so that each entry can be made a tree by itself: the tree of a whole
/// document takes several times its size.
struct XmlOutline {
    /// An element called "item" or "entry", whatever its prefix, that stands in one of the three outermost elements.
    struct Entry {
        std::size_t start, size;  ///< in bytes, its tags included
        std::uint32_t parent;     ///< which of the elements outside entries it stands in, counted in document order
    };
    std::size_t start = 0, size = 0;  ///< of the root element
    std::vector<Entry> entries;
};

/// The outline of a document that a strict parser reads as its author meant it: well-formed from its root element's
/// start to its end, with no entities but XML's own and no characters that XML forbids. Nothing when it is not, so that
/// it has to be mended first. An error when it is deeper or has more elements and attributes than the limits allow.
/// Linear, and nothing is copied.
[[nodiscard]] Result<std::optional<XmlOutline>, ParseError> outline_xml(std::string_view text, const Limits& limits);

/// Whether an element's name is "item" or "entry", whatever its prefix and case.
bool names_an_entry(std::string_view name);

// What a document is refused with; for who mends it, too.
ParseError too_deep(const Limits& limits);
ParseError too_many_nodes(const Limits& limits);

}  // namespace masthead::feeds
