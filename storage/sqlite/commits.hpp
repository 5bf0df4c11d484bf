#pragma once

#include "storage/commit.hpp"
#include "storage/sqlite/connection.hpp"

namespace masthead::storage::sqlite {

/// See Store::commit; within one transaction.
CommitResult commit(Connection& connection, const Commit& commit);

}  // namespace masthead::storage::sqlite
