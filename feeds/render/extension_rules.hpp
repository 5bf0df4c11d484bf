#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "feeds/extension.hpp"

namespace masthead::feeds {

/// Where a kept element is published again: with its entry, or as a part of the one show that a feed holds.
enum class ExtensionPlace { entry, show };

/// The trees of `elements` that may be published in such a place, in their order. Of vocabularies that validators know,
/// what these take: known elements, once each, with values of their type and with their own attributes; of all others
/// everything. What says whom to pay stays with its entry (podcast:value), what proves who owns a feed or tells an
/// e-mail address goes (podcast:txt, podcast:locked, itunes:owner, and by its name in any vocabulary).
/// `longest` bounds each text and attribute, in bytes: what is published as an excerpt is not published whole beside
/// it.
std::vector<ExtensionElement> publishable(const std::vector<ExtensionElement>& elements, ExtensionPlace place,
                                          std::size_t longest);

}  // namespace masthead::feeds
