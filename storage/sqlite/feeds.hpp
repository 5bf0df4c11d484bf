#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "feeds/feed.hpp"
#include "storage/sqlite/connection.hpp"

namespace masthead::storage::sqlite {

std::vector<feeds::Feed> all_feeds(Connection& connection);
std::optional<feeds::Feed> feed(Connection& connection, feeds::FeedId id);
std::optional<feeds::Feed> feed_by_slug(Connection& connection, std::string_view slug);
feeds::Feed add_feed(Connection& connection, feeds::Feed feed);
void update_feed(Connection& connection, const feeds::Feed& feed);
void remove_feed(Connection& connection, feeds::FeedId feed);

}  // namespace masthead::storage::sqlite
