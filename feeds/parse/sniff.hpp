#pragma once

#include <string>
#include <string_view>

namespace masthead::feeds {

/// What a document is by its first bytes, whatever it was declared as.
enum class DocumentKind { rss, atom, json, html, opml, other };

/// Judges bytes in any encoding whose letters are ASCII or wide ASCII; EBCDIC counts as RSS until it is decoded.
DocumentKind sniff(std::string_view bytes);

/// The name of the first element of a document in lower case, without its prefix; "!doctype html" counts as "html".
/// Comments, declarations and text before it are passed over.
std::string first_element(std::string_view text);

/// Where the feed begins in a text that has other things before it (a warning of the publisher's program), else 0.
std::size_t feed_start(std::string_view text);

}  // namespace masthead::feeds
