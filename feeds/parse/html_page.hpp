#pragma once

#include "feeds/document.hpp"
#include "feeds/limits.hpp"
#include "feeds/parse/parse.hpp"
#include "feeds/result.hpp"
#include "feeds/text/encoding.hpp"

namespace masthead::feeds {

/// Reads an HTML page: one entry for an article; for a page that lists entries (an author's page, an archive) these in
/// its order; whom it is about, the feeds and persons that it links to. A page that is neither is a listing without
/// entries. Errors: too many nodes.
[[nodiscard]] Result<Document, ParseError> parse_html_page(const Decoded& decoded, const DocumentAddress& address,
                                                           const Limits& limits);

}  // namespace masthead::feeds
