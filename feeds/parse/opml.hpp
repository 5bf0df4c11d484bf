#pragma once

#include "feeds/document.hpp"
#include "feeds/limits.hpp"
#include "feeds/result.hpp"
#include "feeds/text/xml.hpp"

namespace masthead::feeds {

/// Reads a list of feeds (OPML 1.0 and 2.0, as readers export them): its title, and the feeds of its outlines however
/// deep they stand, each address once. It has no entries.
[[nodiscard]] Result<Document, ParseError> parse_opml(const XmlDocument& xml, const std::string& base,
                                                      const Limits& limits);

}  // namespace masthead::feeds
