#pragma once

#include <vector>

#include "feeds/author.hpp"
#include "feeds/document.hpp"
#include "feeds/parse/page.hpp"

namespace masthead::feeds {

/// The accounts of the publication itself (identity.md: header, footer, Organization.sameAs, twitter:site), and those
/// of strangers around the article. Nobody who writes on the page may have them. On a page that is no article what
/// stands outside of everything may be the profile of its subject, and does not count.
std::vector<Profile> site_accounts(const HtmlPage& page, DocumentFormat format);

/// The accounts that the page claims as its owner's by rel=me.
std::vector<Profile> own_accounts(const HtmlPage& page);

bool holds_account(const std::vector<Profile>& profiles, const Profile& profile);

}  // namespace masthead::feeds
