#pragma once

#include <cstdint>
#include <set>
#include <vector>

#include "storage/sqlite/connection.hpp"
#include "storage/store.hpp"

namespace masthead::storage::sqlite {

// How lists are cut into archives (see Store). The cuts are made when entries are stored: then each list looks at the
// new entries alone, and reading an archive is reading a range of ids.

std::uint64_t archives(Connection& connection, const ArchivedList& list);
std::vector<feeds::StoredEntry> archive(Connection& connection, const ArchivedList& list, std::uint64_t number);

/// Goes on with the archives of all feeds and of these authors, after entries were added.
void fill_archives(Connection& connection, const std::set<feeds::AuthorId>& authors);

/// Cuts from the oldest entry on: one list, an author's and those of the feeds that select him or her, or all lists.
void cut_archives_anew(Connection& connection, feeds::FeedId feed);
void cut_archives_anew(Connection& connection, feeds::AuthorId author);
void cut_archives_anew(Connection& connection);

void remove_archives(Connection& connection, const ArchivedList& list);

}  // namespace masthead::storage::sqlite
