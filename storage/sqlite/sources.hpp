#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "feeds/document.hpp"
#include "storage/sqlite/connection.hpp"
#include "storage/store.hpp"

namespace masthead::storage::sqlite {

// See Store for what each does; all of one function's writes belong into one transaction.

feeds::Source add_source(Connection& connection, feeds::Source source);
std::vector<SourceStatus> sources(Connection& connection);
std::optional<SourceStatus> source(Connection& connection, feeds::SourceId id);
void update_source(Connection& connection, const feeds::Source& source);
/// Gives the source another address, where all that is remembered of its fetches holds; nothing is changed when another
/// source has it, or once had it.
void move_source(Connection& connection, feeds::SourceId source, std::string_view url);
void remove_source(Connection& connection, feeds::SourceId source, bool purge);

/// Takes over what a document says of itself, but for what the admin has set otherwise.
void take_publication(Connection& connection, const feeds::Source& source, const feeds::Publication& publication);

}  // namespace masthead::storage::sqlite
