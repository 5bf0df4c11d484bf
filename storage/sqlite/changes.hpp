#pragma once

#include <cstdint>

#include "storage/sqlite/connection.hpp"
#include "storage/store.hpp"

namespace masthead::storage::sqlite {

/// Writes into the log of changes that what the id names has changed; within the transaction of the change itself.
void log_change(Connection& connection, feeds::AuthorId id);
void log_change(Connection& connection, feeds::SourceId id);
void log_change(Connection& connection, feeds::FeedId id);
void log_change(Connection& connection, feeds::EntryId id);

/// See Store::changes_since.
Changes changes_since(Connection& connection, std::uint64_t last);

}  // namespace masthead::storage::sqlite
