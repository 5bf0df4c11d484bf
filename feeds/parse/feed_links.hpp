#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "feeds/publication.hpp"
#include "feeds/text/xml.hpp"

namespace masthead::feeds {

/// A link of Atom (RFC 4287, section 4.2.7), wherever it stands; its address is empty when it points to nothing on the
/// web. A relation that is written as the address of its registration gets its name (section 4.2.7.2).
Link atom_link(XmlNode node, const std::string& base);

/// Adds a link that is not there yet, up to a bound.
void add_link(std::vector<Link>& links, Link link);

/// Adds a link of a format that has one element or member for each relation; none where `url` is empty.
void add_plain_link(std::vector<Link>& links, std::string rel, const std::string& url);

/// Where the first link of a relation leads that is to a page for people, else the first of any type; empty when there
/// is none.
std::string address_of(const std::vector<Link>& links, std::string_view rel);

}  // namespace masthead::feeds
