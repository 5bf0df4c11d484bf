#pragma once

#include <optional>
#include <string_view>

#include "feeds/author.hpp"
#include "storage/sqlite/connection.hpp"

namespace masthead::storage::sqlite {

/// See Store::merge_authors.
void merge_authors(Connection& connection, feeds::AuthorId kept, feeds::AuthorId merged);

/// See Store::split_author.
std::optional<feeds::Author> split_author(Connection& connection, feeds::AuthorId author, std::string_view name);

}  // namespace masthead::storage::sqlite
