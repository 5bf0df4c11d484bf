#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "feeds/author.hpp"
#include "feeds/parse/page.hpp"

namespace masthead::feeds {

/// Links to accounts that stand together on a page, of which one is called like a person.
struct AccountList {
    std::size_t block;  ///< the element that they stand in
    std::string owner;  ///< the person's name, as it was given
    std::vector<Profile> accounts;
};

/// The lists of accounts of the people with these names: "@adawick" and whatever stands beside it are Ada Wick's,
/// wherever that is on the page and whatever it is called there, but for what is about others.
std::vector<AccountList> account_lists(const HtmlPage& page, const std::vector<std::string>& names);

/// Whether accounts can hardly be those of one person: two of them are of one platform.
bool has_two_of_a_platform(const std::vector<Profile>& accounts);

}  // namespace masthead::feeds
