#pragma once

#include <initializer_list>
#include <string_view>
#include <vector>

#include <boost/json/fwd.hpp>

#include "feeds/extension.hpp"
#include "feeds/feed.hpp"
#include "feeds/render/xml_writer.hpp"

namespace masthead::feeds {

/// What is kept of an entry's extensions and may be published with it (extension_rules.hpp).
std::vector<ExtensionElement> entry_extensions(const PublishedEntry& entry);

/// The same of the one show that a page holds.
std::vector<ExtensionElement> show_extensions(const Page& page);

/// Whether an element names a file by its address, so that the file needs no element of ours.
bool name_file(const std::vector<ExtensionElement>& elements, std::string_view url);

/// Writes elements in their own namespaces. `declared` are the prefixes that the document's root declares; the
/// namespace of every other element is declared where it stands.
void write_elements(XmlWriter& out, const std::vector<ExtensionElement>& elements,
                    std::initializer_list<std::string_view> declared);

/// Elements as JSON: an object each with `namespace`, `name`, `attributes`, `text` and the `elements` within it.
boost::json::array json_elements(const std::vector<ExtensionElement>& elements);

}  // namespace masthead::feeds
