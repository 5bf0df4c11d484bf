#pragma once

#include <initializer_list>
#include <string_view>
#include <vector>

#include "feeds/extension.hpp"
#include "feeds/feed.hpp"
#include "feeds/render/extension_rules.hpp"
#include "feeds/render/xml_writer.hpp"

namespace masthead::feeds {

/// Writes what is kept of an entry's extensions and may be published. `declared` are the prefixes that the document's
/// root declares; the namespace of every other element is declared where it stands.
void write_entry_extensions(XmlWriter& out, const PublishedEntry& entry,
                            std::initializer_list<std::string_view> declared);

/// The same of the one show that a page holds.
void write_show_extensions(XmlWriter& out, const Page& page, std::initializer_list<std::string_view> declared);

}  // namespace masthead::feeds
