#pragma once

#include <vector>

#include "feeds/feed.hpp"
#include "storage/store.hpp"

namespace masthead::http {

/// What a document was made from, so that a change of the store is known to touch it or not.
struct Dependencies {
    enum class Scope {
        nothing,   ///< the same for ever
        an_entry,  ///< its own entry, and what that names
        a_list,    ///< any entry might come onto it: an author's page
        a_feed,    ///< as a list, and what the admin says of feeds
        the_site,  ///< names every author, source and feed
    };
    Scope scope = Scope::nothing;
    std::vector<feeds::AuthorId> authors;  ///< whose names and bios stand on it
    std::vector<feeds::SourceId> sources;  ///< whose titles stand on it
    std::vector<feeds::EntryId> entries;   ///< an_entry only
};

/// What a page was made from.
Dependencies dependencies_of(const feeds::Page& page);

/// Whether a document might look different after these changes. Rather too often than once too seldom: what turns out
/// the same keeps its bytes and its entity tag.
bool touches(const storage::Changes& changes, const Dependencies& dependencies);

}  // namespace masthead::http
