#pragma once

#include <string>
#include <string_view>

#include "feeds/parse/draft.hpp"
#include "feeds/text/xml.hpp"

namespace masthead::feeds {

/// Reads an element of an extension: content, dc, dcterms, itunes, googleplay, podcast, media, sy, slash, wfw, thr. It
/// sets only what is not set yet. `base` is the base of references at the element.
void read_entry_extension(EntryDraft& draft, XmlNode node, const FeedContext& context, const std::string& base);
void read_feed_extension(FeedDraft& draft, XmlNode node, const FeedContext& context, const std::string& base);

/// The HTML that an element of RSS holds, escaped, in CDATA or as elements; `space` is for what has to be written anew.
std::string_view html_within(XmlNode node, std::string& space);

}  // namespace masthead::feeds
