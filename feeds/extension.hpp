#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "feeds/rare_text.hpp"

namespace masthead::feeds {

/// An element of an extension that the model has no name for (georss:point, podcast:value), kept as data and published
/// again with the item or the show that it stood in. A tree is a list of its elements in document order: an element of
/// depth n + 1 lies within the nearest one of depth n before it, so nothing recurses with what a document holds.
struct ExtensionElement {
    struct Attribute {
        std::string name;  ///< local name, as written
        std::string value;
        bool operator==(const Attribute&) const = default;
    };

    std::string uri;   ///< of its namespace, in the spelling of the specification where we know it
    std::string name;  ///< local name, in the case that it was written in
    std::vector<Attribute> attributes;
    RareText text;            ///< plain text, trimmed
    std::uint32_t depth = 0;  ///< 0 stands in the item or channel itself
    RareText prefix = {};     ///< that its document gave a namespace of which we know no specification; lower case

    bool operator==(const ExtensionElement&) const = default;
};

}  // namespace masthead::feeds
