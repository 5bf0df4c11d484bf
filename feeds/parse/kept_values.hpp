#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "feeds/text/xml.hpp"

namespace masthead::feeds {

/// The value of an attribute of a kept element: an address where the attribute names one (`url`, `href`, `feedUrl`,
/// ...), else plain text. Nothing when it may not be published.
std::optional<std::string> kept_attribute(XmlNode element, const XmlAttribute& attribute,
                                          std::string_view document_base);

/// The text of a kept element without elements: plain, or an address. Nothing when it may not be published.
std::optional<std::string> kept_text(XmlNode element, std::string_view document_base);

/// Whether what is in an element is a text with markup in it, rather than elements that say something each.
bool is_marked_up_text(XmlNode element);

}  // namespace masthead::feeds
