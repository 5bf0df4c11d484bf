#pragma once

#include "feeds/render/xml_writer.hpp"

namespace masthead::feeds {

struct Page;

/// Whether a page is itself a feed, so that it can be subscribed to.
bool is_subscribable(const Page& page);

/// The head of a page: what it is called, where its feeds are, how it looks, what search engines should know.
void write_html_head(XmlWriter& out, const Page& page);

}  // namespace masthead::feeds
