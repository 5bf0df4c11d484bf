#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "feeds/author.hpp"
#include "storage/sqlite/connection.hpp"

namespace masthead::storage::sqlite {

// See Store for what each does; all of one function's writes belong into one transaction.

feeds::Author add_author(Connection& connection, std::string_view name, feeds::Author::Type type);
std::vector<feeds::Author> authors(Connection& connection);
std::optional<feeds::Author> author(Connection& connection, feeds::AuthorId id);
std::optional<feeds::Author> author_by_slug(Connection& connection, std::string_view slug);
void add_alias(Connection& connection, feeds::AuthorId author, std::string_view name);
bool remove_alias(Connection& connection, feeds::AuthorId author, std::string_view name);
void set_email_public(Connection& connection, feeds::AuthorId author, bool is_public);
void remove_author(Connection& connection, feeds::AuthorId author);

/// Computes the published values from the facts anew; logs a change when they differ.
void refresh_author(Connection& connection, feeds::AuthorId author);

}  // namespace masthead::storage::sqlite
