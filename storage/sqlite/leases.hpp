#pragma once

#include <optional>
#include <string_view>

#include "feeds/source.hpp"
#include "storage/sqlite/connection.hpp"

namespace masthead::storage::sqlite {

// What processes that share the store agree upon: who fetches which source, and when a host may be asked again.

bool lease(Connection& connection, feeds::SourceId source, std::string_view holder, feeds::Time now, feeds::Time until);
std::optional<std::string> lease_holder(Connection& connection, feeds::SourceId source);
void release(Connection& connection, feeds::SourceId source, std::string_view holder);
std::optional<feeds::Time> host_free_at(Connection& connection, std::string_view host);
void set_host_free_at(Connection& connection, std::string_view host, feeds::Time at);

}  // namespace masthead::storage::sqlite
