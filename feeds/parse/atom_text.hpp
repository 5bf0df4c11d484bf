#pragma once

#include <string>
#include <string_view>

#include "feeds/text/xml.hpp"

namespace masthead::feeds {

/// An Atom text construct or content as HTML (RFC 4287, sections 3.1 and 4.1.3; `mode` of Atom 0.3), not yet safe.
std::string atom_html(XmlNode node);

/// The same as one line of plain text: titles, rights.
std::string atom_line(XmlNode node);

/// The base of references in it: that of the div of XHTML, where it has one.
std::string atom_base(XmlNode node, std::string_view document_base);

}  // namespace masthead::feeds
