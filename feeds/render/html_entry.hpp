#pragma once

#include "feeds/render/xml_writer.hpp"

namespace masthead::feeds {

struct Page;
struct PublishedEntry;

/// An entry in a list of entries, as an h-entry: title, authors, date, what it begins with, what can be heard.
void write_entry_preview(XmlWriter& out, const Page& page, const PublishedEntry& entry);

/// An entry as one line, for what is further down.
void write_entry_line(XmlWriter& out, const Page& page, const PublishedEntry& entry);

/// An entry on a page of its own: all of its text, its media, where else it stands, who wrote it.
void write_entry_in_full(XmlWriter& out, const Page& page, const PublishedEntry& entry);

}  // namespace masthead::feeds
