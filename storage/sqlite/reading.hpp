#pragma once

#include <vector>

#include "storage/sqlite/connection.hpp"
#include "storage/store.hpp"

namespace masthead::storage::sqlite {

/// See Store::entries. What it costs grows with the page and the number of authors or sources selected, not with what
/// is stored: each author, source and kind is a range of an index that is read backwards from the newest, and the
/// ranges are merged. Categories, languages and words have no index: entries are looked at in that order until the page
/// is full, but no more than 20 for each that is wanted, and 1000.
std::vector<feeds::StoredEntry> entries(Connection& connection, const EntryQuery& query);

}  // namespace masthead::storage::sqlite
