#pragma once

#include <optional>
#include <string>
#include <vector>

#include "feeds/author.hpp"
#include "feeds/parse/page.hpp"

namespace masthead::feeds {

// What the JSON-LD of a page says about people (schema.org: Article.author, ProfilePage.mainEntity, Person). Persons
// whom an article is about or mentions, editors and the like are nobody here.

/// The authors of the article that the page is, names as written.
std::vector<Person> ld_authors(const HtmlPage& page);

/// The person whom the page is about: mainEntity of a ProfilePage, or the only Person of a page without an article.
std::optional<Person> ld_subject(const HtmlPage& page);

/// The accounts of publishers and web sites.
std::vector<Profile> ld_site_profiles(const HtmlPage& page);

/// The names of publishers and web sites.
std::vector<std::string> ld_site_names(const HtmlPage& page);

}  // namespace masthead::feeds
