#pragma once

#include <string_view>
#include <vector>

#include "feeds/extension.hpp"

namespace masthead::feeds {

// Kept elements by name. Publishers vary upper and lower case, so names are compared without it.

/// The first element at the top that has this name in the namespace that is published with this prefix ("itunes",
/// "podcast", see xml_names.hpp); null when there is none.
const ExtensionElement* find_element(const std::vector<ExtensionElement>& elements, std::string_view prefix,
                                     std::string_view name);

/// The value of an attribute; empty when there is none.
std::string_view attribute_of(const ExtensionElement& element, std::string_view name);

}  // namespace masthead::feeds
