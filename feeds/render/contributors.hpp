#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "feeds/feed.hpp"

namespace masthead::feeds {

/// Somebody whom an entry names, as every format publishes it. Of an author who is followed these are the facts that
/// won; of anybody else only what the entry itself says.
struct Contributor {
    std::string name;
    std::string url;
    std::string avatar;
    std::string email;              ///< only when the author lets it be published
    std::string bio;                ///< whole; plain text
    std::string role, affiliation;  ///< for a living, and where
    std::vector<Profile> profiles;  ///< with the addresses that may be published
    Part part = Part::author;
    std::string podcast_role, podcast_group;  ///< podcast:person
    const Author* author = nullptr;           ///< in the page's authors; null: a plain name

    /// Authors and hosts are an entry's authors; the others contribute.
    bool is_author() const { return part == Part::author || part == Part::host; }

    /// Whether there is something to say of him or her but the name.
    bool is_described() const { return author != nullptr || !bio.empty() || !avatar.empty() || !profiles.empty(); }
};

/// Whom the entry names, once each: authors and hosts first, both in the entry's order.
std::vector<Contributor> contributors(const Page& page, const Entry& entry);

/// The followed author as a contributor, for the head of his or her own page.
Contributor contributor_of(const Page& page, const Author& author);

/// The names of the entry's authors and hosts: "Ada Brandt, Tom Quill".
std::string author_names(const std::vector<Contributor>& people);

}  // namespace masthead::feeds
