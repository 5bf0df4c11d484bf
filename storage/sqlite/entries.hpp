#pragma once

#include <optional>

#include "feeds/feed.hpp"
#include "storage/sqlite/connection.hpp"

namespace masthead::storage::sqlite {

// See Store for what each does; all of one function's writes belong into one transaction.

std::optional<feeds::StoredEntry> entry(Connection& connection, feeds::EntryId id);
bool set_hidden(Connection& connection, feeds::EntryId id, bool hidden);
bool set_kept_apart(Connection& connection, feeds::EntryId id, bool apart);
bool purge_entry(Connection& connection, feeds::EntryId id);

/// Writes to the log that the entry changed, and with it what its source and its authors published.
void log_entry_change(Connection& connection, feeds::EntryId id);

}  // namespace masthead::storage::sqlite
