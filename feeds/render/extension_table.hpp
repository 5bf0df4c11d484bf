#pragma once

#include <cstddef>
#include <string_view>

#include "feeds/render/extension_values.hpp"

namespace masthead::feeds {

/// An element of an entry that the W3C's feed validator knows where it stands, and takes with such a text.
struct KnownElement {
    std::string_view name;    ///< with the prefix of its namespace: "media:content"
    std::string_view within;  ///< the element that it stands in; empty: the item or channel itself
    ValueType text = ValueType::nothing;
    bool may_repeat = false;
    std::size_t least_children = 0;
};

/// An attribute of such an element; others are left out.
struct KnownAttribute {
    std::string_view element, name;
    ValueType value = ValueType::words;
    bool is_required = false;
};

/// What is known of an element; null where validators do not know it there. Names are compared without case.
const KnownElement* known_element(std::string_view name, std::string_view within);

/// What is known of an attribute of such an element; null where it is not known there.
const KnownAttribute* known_attribute(std::string_view element, std::string_view name);

/// The attribute that an element says nothing without; empty for most.
std::string_view required_attribute(std::string_view element);

/// Whether validators know the elements of the vocabulary with this address by name, and refuse all others. They
/// compare without case and without the sign at the end.
bool is_validated(std::string_view uri);

}  // namespace masthead::feeds
