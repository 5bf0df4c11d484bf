#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "feeds/author.hpp"
#include "feeds/document.hpp"
#include "feeds/parse/page.hpp"

namespace masthead::feeds {

/// Where on a page accounts may be those of its authors.
struct AuthorPlaces {
    std::vector<std::string> names;   ///< links on these names are their bearers'
    std::vector<std::size_t> blocks;  ///< blocks about them
};

/// The accounts of the publication itself (header, footer, Organization.sameAs, twitter:site), and those
/// of strangers around the article. Nobody who writes on the page may have them. On a page that is no article what
/// stands outside of everything may be the profile of its subject, and does not count.
std::vector<Profile> site_accounts(const HtmlPage& page, DocumentFormat format, const AuthorPlaces& authors);

/// The accounts that the page claims as its owner's by rel=me.
std::vector<Profile> own_accounts(const HtmlPage& page);

bool holds_account(const std::vector<Profile>& profiles, const Profile& profile);

}  // namespace masthead::feeds
