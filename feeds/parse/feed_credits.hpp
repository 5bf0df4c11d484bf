#pragma once

#include <string_view>
#include <vector>

#include "feeds/author.hpp"
#include "feeds/parse/author_values.hpp"
#include "feeds/text/xml.hpp"

namespace masthead::feeds {

/// Adds a credit, or fills in what an equal one (same person, same part) did not say yet.
void add_credit(std::vector<Credit>& credits, Credit credit);

/// Adds whom an author value names; a value that names nobody adds nothing.
void add_people(std::vector<Credit>& credits, std::string_view value, Part part, const AuthorValues& names,
                ValueOf value_of = ValueOf::author);

/// Adds an Atom person construct (RFC 4287, section 3.2), or an element of that shape.
void add_atom_person(std::vector<Credit>& credits, XmlNode node, Part part, const AuthorValues& names,
                     std::string_view base);

/// Adds podcast:person: what somebody did by role and group, the address as profile or home page.
void add_podcast_person(std::vector<Credit>& credits, XmlNode node, std::string_view base);

/// Gives a person an address: as a profile when it is one, else as his or her page.
void set_address(Person& person, std::string_view url);

}  // namespace masthead::feeds
