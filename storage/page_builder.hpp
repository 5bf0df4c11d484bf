#pragma once

#include <limits>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "feeds/feed.hpp"
#include "storage/store.hpp"

namespace masthead::storage {

/// Makes of stored entries what a page shows of them: the source's text policy applied, default authors credited,
/// copies joined, portraits at our own address, and nothing that is secret or private. Made for one page: it reads each
/// source and author once.
class PageBuilder {
public:
    PageBuilder(Store& store, const feeds::Site& site) : store_(store), site_(site) {}

    /// What the channel says of itself that all of the entries are from; empty where they are from several.
    std::vector<feeds::ExtensionElement> extensions_of_one_show(const std::vector<feeds::PublishedEntry>& entries);

    /// Puts entries on a page, at most `limit` when their copies are joined, and with them what follows from them: the
    /// authors, the language where the page has none, and when the page last changed.
    void put_entries(feeds::Page& page, std::vector<feeds::StoredEntry> entries,
                     std::size_t limit = std::numeric_limits<std::size_t>::max());

    /// An author as published: the portrait at our own address, the e-mail only when the admin says so.
    const std::optional<feeds::Author>& author(feeds::AuthorId id);
    const feeds::Source& source(feeds::SourceId id);

private:
    feeds::PublishedEntry published(feeds::StoredEntry stored);
    void credit_default_authors(feeds::Entry& entry, const feeds::Source& source);
    void keep_one_of_each_id(std::vector<feeds::PublishedEntry>& entries);
    std::string avatar_address(const std::string& url);
    std::vector<feeds::Author> authors_of(const feeds::Page& page);

    Store& store_;
    const feeds::Site& site_;
    std::map<feeds::SourceId, feeds::Source> sources_;
    std::map<feeds::AuthorId, std::optional<feeds::Author>> authors_;
    std::map<std::string, std::string> avatars_;
};

}  // namespace masthead::storage
