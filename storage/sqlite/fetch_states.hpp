#pragma once

#include <optional>
#include <vector>

#include "feeds/source.hpp"
#include "storage/commit.hpp"
#include "storage/sqlite/connection.hpp"

namespace masthead::storage::sqlite {

feeds::FetchState fetch_state(Connection& connection, feeds::SourceId source);

/// Replaces what is remembered of a source's fetches, and with it when it is due.
void put_fetch_state(Connection& connection, feeds::SourceId source, const feeds::FetchState& state);

std::vector<feeds::SourceId> due(Connection& connection, feeds::Time now, std::size_t limit);
std::optional<feeds::Time> next_due(Connection& connection);

std::vector<PageState> page_states(Connection& connection, feeds::SourceId source);
void put_page_state(Connection& connection, feeds::SourceId source, const PageState& page);

/// Brings back all times of fetching that only another clock can have written.
void bring_back_from_future(Connection& connection, feeds::Time now, std::chrono::milliseconds longest);

}  // namespace masthead::storage::sqlite
