#pragma once

#include <string>
#include <vector>

#include "feeds/render/contributors.hpp"
#include "feeds/render/xml_writer.hpp"

namespace masthead::feeds {

constexpr std::string_view byline_namespace = "https://bylinespec.org/1.0";

/// The people of a page as Byline 0.1 has them, `byline:contributors`, for RSS and Atom alike. Ids are slugs.
void write_byline_people(XmlWriter& out, const Page& page);

/// `byline:author` for each author of an entry, by the id of those who are followed and with an inline person for the
/// others, and the `byline:role` where it is not "creator".
void write_byline_authors(XmlWriter& out, const std::vector<Contributor>& people);

/// Whom an entry's byline names, and as what: its authors and hosts, else the people who did something else. Byline
/// has one role for an entry, so nobody who has another role is named. It lives no longer than the people.
struct Byline {
    std::vector<const Contributor*> authors;
    std::string_view role;  ///< empty: "creator"
};
Byline byline_of(const std::vector<Contributor>& people);

}  // namespace masthead::feeds
