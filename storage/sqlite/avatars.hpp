#pragma once

#include <optional>
#include <string_view>

#include "storage/commit.hpp"
#include "storage/sqlite/connection.hpp"

namespace masthead::storage::sqlite {

// Portraits are kept by their hash: several addresses may give the same one, and one that was replaced stays where it
// is linked.

void put_avatar(Connection& connection, const Avatar& avatar);
std::optional<Avatar> avatar(Connection& connection, std::string_view hash);
void forget_avatar_addresses(Connection& connection);
std::optional<Avatar> avatar_of_url(Connection& connection, std::string_view url);

}  // namespace masthead::storage::sqlite
