#pragma once

#include "storage/following.hpp"
#include "storage/sqlite/connection.hpp"

namespace masthead::storage::sqlite {

/// See Store::follow; within one transaction.
Followed follow(Connection& connection, const Following& following);

}  // namespace masthead::storage::sqlite
