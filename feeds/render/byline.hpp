#pragma once

#include <string>
#include <vector>

#include "feeds/render/contributors.hpp"
#include "feeds/render/xml_writer.hpp"

namespace masthead::feeds {

constexpr std::string_view byline_namespace = "https://bylinespec.org/1.0";

/// The people of a page as Byline 0.1 has them, `byline:contributors`, for RSS and Atom alike. Ids are slugs.
void write_byline_people(XmlWriter& out, const Page& page);

/// `byline:author` for each followed author of an entry and, where it is not "creator", the `byline:role`.
void write_byline_authors(XmlWriter& out, const std::vector<Contributor>& people);

/// Whom an entry's byline names, and as what: its followed authors and hosts, else the followed people who did
/// something else. Byline has one role for an entry, so nobody who has another role is named.
struct Byline {
    std::vector<const Author*> authors;
    std::string_view role;  ///< empty: "creator"
};
Byline byline_of(const std::vector<Contributor>& people);

}  // namespace masthead::feeds
