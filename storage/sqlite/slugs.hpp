#pragma once

#include <string>
#include <string_view>

#include "storage/sqlite/connection.hpp"

namespace masthead::storage::sqlite {

/// A slug made from `name` that `taken`, a query for one slug, does not find: "name", "name-2", "name-3", ...
std::string free_slug(Connection& connection, std::string_view taken, std::string_view name);

}  // namespace masthead::storage::sqlite
