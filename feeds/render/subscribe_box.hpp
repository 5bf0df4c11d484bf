#pragma once

#include "feeds/render/xml_writer.hpp"

namespace masthead::feeds {

struct Page;

/// How to subscribe: the addresses of all formats to be copied, links that open apps, and what a feed is.
void write_subscribe_box(XmlWriter& out, const Page& page);

}  // namespace masthead::feeds
