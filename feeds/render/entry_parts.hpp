#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "feeds/feed.hpp"
#include "feeds/render/contributors.hpp"

namespace masthead::feeds {

// What every format publishes of an entry alike.

/// Its title; without one the start of its text, else what it is and where it is from. Never empty.
std::string entry_title(const PublishedEntry& entry);

/// A title for a format that does not say whether titles are HTML (RSS) or whose readers take them for it all the same
/// (JSON Feed): one that would lose its "<tag>" by that is written as HTML.
std::string untyped_title(std::string_view title);

/// Its page at the origin; without one its page on this site.
std::string entry_address(const Site& site, const PublishedEntry& entry);

/// Its page on this site, absolute.
std::string entry_page_address(const Site& site, const PublishedEntry& entry);

/// Its text as a safe HTML fragment: the content, else the summary.
std::string entry_text(const PublishedEntry& entry);

/// Its text, ended by the author cards where the page wants them. Empty when there is nothing.
std::string entry_body(const Page& page, const PublishedEntry& entry, const std::vector<Contributor>& people);

/// Its summary where that says more than the body: a safe HTML fragment, empty when the summary is all there is.
std::string entry_summary(const PublishedEntry& entry);

/// When it was published and last changed; the one is never after the other.
Time entry_published(const PublishedEntry& entry);
Time entry_updated(const PublishedEntry& entry);

/// "post", "episode", "newsletter": the term of the category that tells kinds apart, and its name for people.
std::string_view kind_term(Kind kind);
std::string_view kind_label(Kind kind);

/// The scheme (Atom) or domain (RSS) of that category.
std::string kind_scheme(const Site& site);

}  // namespace masthead::feeds
