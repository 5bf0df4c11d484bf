#pragma once

#include <string>
#include <string_view>

#include "feeds/document.hpp"
#include "feeds/limits.hpp"
#include "feeds/result.hpp"

namespace masthead::feeds {

/// Where a document came from. All may be empty.
struct DocumentAddress {
    std::string url;               ///< after redirects: the outermost base of relative references
    std::string content_type;      ///< the response header, with its charset
    std::string content_location;  ///< the response header
};

/// What becomes of the HTML of feeds. `as_given` is for who sanitises later or only measures: it may not be shown.
enum class HtmlHandling { sanitise, as_given };

/// Reads a document of any format: RSS, Atom, JSON Feed, OPML or an HTML page, judged by its first bytes rather than by
/// its declared type. Pure: the same bytes give the same Document.
[[nodiscard]] Result<Document, ParseError> parse(std::string_view bytes, const DocumentAddress& address,
                                                 const Limits& limits, HtmlHandling html = HtmlHandling::sanitise);

/// Gives each entry that credits nobody the document's people, guests excepted, and one that names its guests alone the
/// document's authors. An item's own podcast:person of an author's kind replace the channel's (Podcasting 2.0
/// namespace, person); an item that repeats the channel's author, often the network, has the channel's hosts all the
/// same.
void inherit_credits(Document& document);

}  // namespace masthead::feeds
