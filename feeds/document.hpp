#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "feeds/author.hpp"
#include "feeds/entry.hpp"

namespace masthead::feeds {

/// What a document turned out to be. RSS 0.90 and 1.0 are RDF; 0.91 to 0.94 are kept apart for `parse` only.
enum class DocumentFormat {
    rss090,
    rss091,
    rss092,
    rss093,
    rss094,
    rss10,
    rss20,
    rss,  ///< RSS of a version that nobody knows
    atom03,
    atom10,
    json10,
    json11,
    article,  ///< an HTML page with one entry
    listing,  ///< an HTML page that lists entries, or is about a person, or neither
    mail,
};

/// What a feed or page says of itself. Plain text but for `description`, which is a safe HTML fragment.
struct Publication {
    std::string id;  ///< Atom id
    std::string title;
    std::string url;  ///< of its web page
    std::string description;
    std::string language;
    std::string image;
    std::string rights;
    std::string generator;
    std::string self_url;  ///< where it says that it is published
    std::string next_url;  ///< RFC 5005 `next` or `prev-archive`, JSON Feed `next_url`
    std::string hub_url;
    std::string podcast_guid;
    std::string new_feed_url;  ///< itunes:new-feed-url: offered to the admin, not obeyed
    std::optional<Time> updated;
    std::optional<bool> is_explicit;
    std::optional<bool> is_locked;
    std::vector<std::string> categories;
    std::optional<std::chrono::minutes> ttl;  ///< RSS ttl or sy:update*; only ever lengthens the interval
    std::vector<int> skip_hours;              ///< 0..23, GMT
    std::vector<int> skip_days;               ///< 0 is Sunday
};

/// A feed that a page points to.
struct FeedLink {
    enum class Found { link_element, anchor, visible_text, http_header };
    std::string url;
    std::string type;
    std::string title;
    Found found = Found::link_element;

    bool operator==(const FeedLink&) const = default;
};

/// A link from a page to a page about one of its authors (rel=author, JSON-LD url), or to the person's own site
/// (rel=me).
struct PageLink {
    enum class Relation { author_page, me, home };
    std::string url;
    std::string text;
    Relation relation = Relation::author_page;

    bool operator==(const PageLink&) const = default;
};

/// What a parser makes of one document.
struct Document {
    DocumentFormat format = DocumentFormat::rss20;
    std::string encoding;  ///< the charset that it was read in, lower case
    Publication publication;
    std::vector<Credit> people;          ///< of the whole document; an entry's own credits replace them
    std::optional<Person> subject;       ///< pages only: whom the page is about, when it is an author's own page
    std::vector<Entry> entries;          ///< in the document's order
    std::vector<FeedLink> feeds;         ///< pages only
    std::vector<PageLink> pages;         ///< pages only
    std::vector<Profile> site_profiles;  ///< pages only: accounts of the publication itself, never an author's
    bool noindex = false;
    bool cut_off = false;  ///< it ends in the middle: what is whole was read, more may stand in the next answer
    std::vector<std::string> notes;  ///< what was mended, skipped or refused, one line each
};

}  // namespace masthead::feeds
