#pragma once

#include <vector>

#include "feeds/extension.hpp"
#include "feeds/parse/draft.hpp"
#include "feeds/parse/held_elements.hpp"
#include "feeds/text/xml.hpp"

namespace masthead::feeds {

/// Keeps an element of an extension that stands in an item or a channel, with all that is in it, unless the model
/// holds it whole (held_elements.hpp) or another part of the parser reads it (byline, content, sy, ...). Its texts are
/// plain and its addresses absolute, as kept_values.hpp says.
///
/// A tree is kept whole or not at all: one with an address that may not be published, a namespace that nobody declared
/// or that browsers run, a name that could not be written again, or more than the bounds allow (8 elements deep, 32
/// attributes at an element, 8 KiB in a text, and 1,000 elements in all of `kept`) is left out.
void keep_element(std::vector<ExtensionElement>& kept, XmlNode element, FeedPart part, const FeedContext& context);

}  // namespace masthead::feeds
