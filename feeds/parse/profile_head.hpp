#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "feeds/author.hpp"
#include "feeds/parse/page.hpp"

namespace masthead::feeds {

/// What an author's own page says between its heading, which is the author's name, and the first of the pieces that it
/// lists.
struct ProfileHead {
    /// What nothing marks as a bio: a paragraph that begins with the name, and those that go on from there ("She ...").
    std::vector<std::vector<std::size_t>> bios;
    std::vector<std::size_t> blocks;  ///< those around the accounts
    std::vector<Profile> accounts;    ///< of lists of nothing but links, less those of several people
    std::string portrait;             ///< the only picture beside the heading, where nothing says that it is another's
};

/// `first_piece` is the address of the page's first entry; when it is empty, or no link leads there, the head ends with
/// the element that is about the author. Nothing is found where the heading is another.
ProfileHead read_profile_head(const HtmlPage& page, const std::string& name, const std::string& first_piece);

}  // namespace masthead::feeds
