#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "feeds/author.hpp"
#include "feeds/entry.hpp"
#include "feeds/source.hpp"

namespace masthead::feeds {

enum class FeedId : std::int64_t {};
inline auto format_as(FeedId id) { return static_cast<std::int64_t>(id); }

enum class Format { rss, atom, json, html, opml };

/// Which entries a feed holds. An empty list selects everything; several conditions all have to hold.
struct Selection {
    std::vector<AuthorId> authors;  ///< entries of any of them
    std::vector<SourceId> sources;
    std::vector<Kind> kinds;
    std::vector<std::string> categories;  ///< compared without case
    std::vector<std::string> languages;   ///< primary tags: "en" also selects "en-GB"
    std::string match;                    ///< words that have to occur in title or text; with '-' before: must not

    bool operator==(const Selection&) const = default;
};

/// A merged feed as the admin keeps it.
struct Feed {
    FeedId id{};
    std::string slug;
    std::string title;
    std::string description;
    std::string language;
    Selection selection;
    std::uint32_t limit = 100;  ///< entries of the newest page
    bool card = true;           ///< an author card ends each entry's HTML
    bool is_public = true;      ///< listed, and readable without a secret address

    bool operator==(const Feed&) const = default;
};

/// The whole installation, as the settings say.
struct Site {
    std::string base_url =
        "http://127.0.0.1:8080";  ///< without a slash at its end; every published link starts with it
    std::string title = "masthead";
    std::string hub;
    std::string generator = "masthead";
};

/// Where an entry came from, as far as it is published: no secret address stands in it.
struct Provenance {
    std::string id;  ///< of the origin's feed: its Atom id, else urn:uuid of the source's key
    std::string title;
    std::string feed_url;  ///< empty when the source is not public or is a page
    std::string home_url;
    std::string image;
    std::string rights;
    std::optional<Time> updated;

    bool operator==(const Provenance&) const = default;
};

/// A copy of the same piece elsewhere.
struct Alternate {
    std::string url;
    std::string title;  ///< of the source that has it

    bool operator==(const Alternate&) const = default;
};

/// An entry as the store returns it.
struct StoredEntry {
    EntryId id{};
    SourceId source{};
    std::string public_id;  ///< stable for ever, the same through every feed
    Time shown{};           ///< what it is sorted by: its date, or the time it was first seen when that was earlier
    Time updated{};         ///< when the publisher last changed it
    bool hidden = false;
    bool kept_apart = false;  ///< `entry split`: never joined with another
    Entry entry;

    bool operator==(const StoredEntry&) const = default;
};

/// An entry of a page: what the store has, less what the source's text policy holds back, joined with its copies.
struct PublishedEntry {
    StoredEntry stored;
    Provenance source;
    TextPolicy text = TextPolicy::as_given;  ///< applied behind merge(), which compares whole texts
    std::string page_url;                    ///< /entries/ID on this site
    std::vector<Alternate> alternates;
};

/// Another published document that a page points to.
struct FeedReference {
    std::string path;  ///< without an ending: "/feeds/all"
    std::string title;
    std::string description;
    bool podcast = false;
};

/// What one path publishes, ready to be rendered in any format. The same page always gives the same bytes.
struct Page {
    enum class Type { site, feed, author, entry };

    Type type = Type::feed;
    Site site;
    std::string path;      ///< without an ending: "/authors/orla-bexley"; absolute when it is not below the site
    std::string web_page;  ///< where people read it, when it is not published as a web page itself
    std::string title;
    std::string description;
    std::string language;
    std::string image;
    std::optional<Author> subject;        ///< whose page it is
    std::vector<Author> authors;          ///< all whom the entries' credits name, once each
    std::vector<PublishedEntry> entries;  ///< newest first
    std::vector<FeedReference> feeds;     ///< of the site's or the author's page
    Time updated{};                       ///< the newest change that shows on it
    bool card = true;
    bool is_public = true;
    bool podcast = false;  ///< a complete podcast feed: only episodes, with the channel elements of PSP-1
    std::string podcast_guid;
    std::vector<ExtensionElement> extensions;   ///< of the one show that it holds
    std::optional<std::uint64_t> archive;       ///< number of this archive page (RFC 5005, section 4)
    std::optional<std::uint64_t> prev_archive;  ///< the next older one
};

}  // namespace masthead::feeds
