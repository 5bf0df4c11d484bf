#pragma once

#include <string>
#include <vector>

#include "feeds/author.hpp"
#include "feeds/parse/page.hpp"
#include "feeds/people/names.hpp"

namespace masthead::feeds {

/// Whom the visible byline of an article names, in its order. A line that says "By" counts before one that is only
/// marked as author's.
std::vector<Person> byline_authors(const HtmlPage& page, const NameContext& context);

/// Adds to people, who may be named in metadata alone, what the links in the head of the article say: those on their
/// names, and those to accounts that are called like them.
void add_links_of_head(const HtmlPage& page, std::vector<Person>& people);

/// Whether an element is marked as an author's name: by its class, by rel=author, by where it leads.
bool is_author_mark(const HtmlPage& page, const HtmlNode& node);

/// Whether an address looks like that of a page about a person: "/author/ada-wick/", "/people/ada".
bool is_author_address(const std::string& url);

}  // namespace masthead::feeds
