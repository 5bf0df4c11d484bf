#pragma once

#include <string>

#include "feeds/parse/draft.hpp"
#include "feeds/text/xml.hpp"

namespace masthead::feeds {

/// Reads Atom 1.0 (RFC 4287) and 0.3. An entry as the root is a feed of one.
[[nodiscard]] Result<Document, ParseError> parse_atom(const XmlDocument& xml, FeedContext context,
                                                      const Limits& limits);

/// Reads one Atom element of an entry or feed; RSS has them as an extension. It sets only what is not set yet.
void read_atom_element(EntryDraft& draft, XmlNode node, const FeedContext& context, const std::string& base);
void read_atom_element(FeedDraft& draft, XmlNode node, const FeedContext& context, const std::string& base);

}  // namespace masthead::feeds
