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

/// The portrait of a person near the byline or bio: an image whose text is the name; for the only author also one that
/// is marked as an avatar. Empty when there is none.
std::string portrait_of(const HtmlPage& page, const std::string& name, bool is_only_author);

/// Where an image is, whatever it is loaded by; empty for placeholders.
std::string image_address(const HtmlPage& page, std::size_t image);

/// Whether an address looks like that of a page about a person: "/author/ada-wick/", "/people/ada".
bool is_author_address(const std::string& url);

}  // namespace masthead::feeds
