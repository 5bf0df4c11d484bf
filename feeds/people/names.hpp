#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "feeds/author.hpp"

namespace masthead::feeds {

/// What is known of the feed or page that an author value stands in.
struct NameContext {
    std::string publication;  ///< its title: never an author by itself, cut off behind a name ("Ada from The Ledger")
    std::string host;
};

/// Takes an author value apart: "By A and B", "Bruce Lee, Professor of Physics, Cornell", "mail@host (A)", "admin". One
/// Person per name, in order, with role, affiliation and e-mail where they are certain. Empty when it names nobody.
std::vector<Person> people_of_value(std::string_view value, const NameContext& context);

/// The name in a value that cannot be taken apart and yet names somebody: an organisation, a login, "Radio 4". It stays
/// a plain name. Empty for "admin" and its kin, roles, dates and addresses, and where people_of_value finds somebody.
std::string plain_name(std::string_view value, const NameContext& context);

/// The name in a value that is said to be nothing but a name (Atom's `name`, RFC 4287, section 3.2.1), or to be that of
/// somebody beside the authors: what plain_name takes, and roles and pseudonyms ("Research Assistant", "An Author").
std::string stated_name(std::string_view value, const NameContext& context);

/// Whether a value could be taken apart cleanly: a polluted one of a higher rank loses to a clean one of a lower rank.
bool is_clean_name(std::string_view name);

/// A form for comparing names: case, accents, full stops, titles before and suffixes behind folded away.
std::string name_key(std::string_view name);

/// Whether two names are one person's, middle initials aside: "Daniel W. Drezner" and "Daniel Drezner". Good within one
/// source only.
bool same_name(std::string_view a, std::string_view b);

/// "Orla Bexley" -> "orla-bexley": lower-case ASCII letters, digits and hyphens; "author" when nothing is left.
std::string slug_of(std::string_view name);

}  // namespace masthead::feeds
