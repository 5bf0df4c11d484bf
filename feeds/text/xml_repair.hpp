#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "feeds/limits.hpp"
#include "feeds/result.hpp"

namespace masthead::feeds {

/// XML written anew, so that a strict parser takes it.
struct RepairedXml {
    std::string text;                      ///< one root element
    std::vector<std::string> open_at_end;  ///< names of the elements that the document's end cut off, outermost first
    std::vector<std::string> notes;        ///< what was mended, one line each
};

/// Writes a document anew in one linear pass that mends as little as possible: entities are resolved (HTML's and those
/// that the document declares as plain text; nothing external, nothing that multiplies), naked '&' and '<' escaped,
/// characters that XML forbids left out, elements closed where an outer one ends, end tags without a start dropped.
/// Doctype, comments and processing instructions are left out. The limits of depth and nodes hold here, before any tree
/// is built. An error when there is no element at all or a limit is hit.
[[nodiscard]] Result<RepairedXml, ParseError> repair_xml(std::string_view text, const Limits& limits);

}  // namespace masthead::feeds
