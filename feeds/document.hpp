#pragma once

#include <optional>
#include <string>
#include <vector>

#include "feeds/author.hpp"
#include "feeds/entry.hpp"
#include "feeds/publication.hpp"

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
    opml,     ///< a list of feeds
    article,  ///< an HTML page with one entry
    listing,  ///< an HTML page that lists entries, or is about a person, or neither
    mail,
};

/// A feed that a page points to.
struct FeedLink {
    enum class Found { link_element, anchor, visible_text, http_header, outline };
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
    std::vector<FeedLink> feeds;         ///< of a page or a list
    std::vector<PageLink> pages;         ///< pages only
    std::vector<Profile> site_profiles;  ///< pages only: accounts of the publication itself, never an author's
    bool noindex = false;
    bool cut_off = false;  ///< it ends in the middle: what is whole was read, more may stand in the next answer
    std::vector<std::string> notes;  ///< what was mended, skipped or refused, one line each
};

}  // namespace masthead::feeds
