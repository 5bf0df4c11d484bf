#pragma once

#include "feeds/text/xml.hpp"

namespace masthead::feeds {

/// What an element stands in: an item of RSS or entry of Atom; a channel of RSS or feed of Atom.
enum class FeedPart { entry, feed };

/// Whether all that an element of an extension says has a place in the model, so that it is written from there when it
/// is published again. What the model holds in part only (podcast:location: the name, without the coordinates) it does
/// not hold.
bool is_held(XmlNode element, FeedPart part);

}  // namespace masthead::feeds
