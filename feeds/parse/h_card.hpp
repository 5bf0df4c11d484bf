#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "feeds/author.hpp"
#include "feeds/parse/page.hpp"

namespace masthead::feeds {

// People in markup: microformats (h-card, and vcard of old), microdata and RDFa of schema.org.

/// What an element that stands for a person says of him or her; the name as written, empty when none is found.
Person read_card(const HtmlPage& page, std::size_t node);

/// The elements that name the page's authors: p-author of its entry, itemprop=author, "author vcard"; those of
/// comments and of other pieces are none.
std::vector<std::size_t> marked_authors(const HtmlPage& page);

/// The representative h-card (microformats.org/wiki/representative-h-card-parsing): whose url and uid are the page's or
/// its site's, or whose url is rel=me, or the only one whose url is the page's. The node; nothing when there is none.
std::optional<std::size_t> representative_card(const HtmlPage& page);

}  // namespace masthead::feeds
