#pragma once

#include <string>

#include "storage/sqlite/connection.hpp"

namespace masthead::storage::sqlite {

/// Brings the file to the schema of this program, one transaction for each step; what was interrupted goes on from the
/// last whole step. Throws StoreError when a newer program wrote it, or a program that is not masthead.
void migrate(Connection& connection, const std::string& path);

/// The schema that this program works with.
int schema_version();

}  // namespace masthead::storage::sqlite
