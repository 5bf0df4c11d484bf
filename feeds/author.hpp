#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "feeds/rare_text.hpp"
#include "feeds/time.hpp"

namespace masthead::feeds {

enum class AuthorId : std::int64_t {};
inline auto format_as(AuthorId id) { return static_cast<std::int64_t>(id); }

// Text that a document or the admin did not give is an empty string throughout the model: nothing that is published
// tells "empty" from "absent". Numbers and instants that were not given are std::nullopt.

/// One account of a person: the same three values whatever form it was written in (see people/platforms.hpp).
struct Profile {
    std::string platform;  ///< "twitter", "mastodon", ...; a Byline `rel` where Byline knows it
    std::string handle;    ///< without a leading '@'; in the author's own upper and lower case
    std::string url;       ///< the address that we publish

    bool operator==(const Profile&) const = default;
};

/// What a document says of somebody. A claim: it becomes Facts of an author once it is matched to one.
struct Person {
    std::string name;
    RareText bio;     ///< plain text, without the contact line
    std::string url;  ///< home page or author page, absolute
    RareText avatar;
    RareText email;
    RareText role;         ///< for a living: "professor of public law"
    RareText affiliation;  ///< where: "University of Harrowgate"
    std::vector<Profile> profiles;

    bool operator==(const Person&) const = default;
};

/// Where a fact came from, strongest first.
enum class Origin { admin, byline, own_page, feed, metadata, prose };

/// What somebody did for an entry. Authors and hosts are its authors; the others are published as contributors.
enum class Part { author, host, guest, editor, contributor };

/// A person as an entry or a feed names him or her.
struct Credit {
    Person person;
    Part part = Part::author;
    RareText podcast_role;   ///< podcast:person `role` as written, lower case; empty: "host"
    RareText podcast_group;  ///< podcast:person `group`, lower case; empty: "cast"
    Origin origin = Origin::feed;
    bool of_feed = false;            ///< the feed says it of all its entries, not the entry itself
    RareText raw;                    ///< the text that it was read from, where that says more than `person`
    std::optional<AuthorId> author;  ///< the author whom it was matched to; unset in what a parser returns

    bool operator==(const Credit&) const = default;
};

/// Which of an author's properties a fact is about. `name`..`affiliation` have one value that wins; of `profile` one
/// per platform wins.
enum class Field { name, bio, url, avatar, email, role, affiliation, profile };

/// One thing that is known about an author, with where it came from.
struct Fact {
    Field field = Field::name;
    std::string value;     ///< for a profile: its URL
    std::string platform;  ///< profiles only
    std::string handle;    ///< profiles only; empty when the admin took the platform away
    Origin origin = Origin::feed;
    std::string where;  ///< the address of the document that says so; empty for the admin
    Time said{};        ///< when it was said: the entry's date, else the fetch's. The newest of one origin wins
    std::string raw;    ///< the whole text that it was taken from

    bool operator==(const Fact&) const = default;
};

/// A person, desk or team who is followed, as published: the facts that won.
struct Author {
    enum class Type { person, organization };

    AuthorId id{};
    std::string slug;
    std::string name;
    Type type = Type::person;
    std::string bio;
    std::string url;
    std::string avatar;
    std::string email;  ///< kept; published only with `email_public`
    bool email_public = false;
    std::string role;
    std::string affiliation;
    std::vector<Profile> profiles;
    std::vector<std::string> aliases;    ///< other names of the same person, kept by the admin
    std::vector<std::string> namesakes;  ///< names like the author's that are somebody else's, kept by the admin

    bool operator==(const Author&) const = default;
};

}  // namespace masthead::feeds
