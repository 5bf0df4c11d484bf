#pragma once

#include <string_view>
#include <vector>

#include "storage/commit.hpp"
#include "storage/sqlite/connection.hpp"

namespace masthead::storage::sqlite {

std::vector<feeds::Fact> facts(Connection& connection, feeds::AuthorId author);

/// See Store::put_facts. An older saying never replaces a newer one.
void put_facts(Connection& connection, const std::vector<AuthorFact>& facts);

/// As put_facts, and what the same origin said of the same author at the same place before and does not say now goes.
void replace_facts(Connection& connection, const std::vector<AuthorFact>& facts);

/// See Store::unset_fact.
bool unset_fact(Connection& connection, feeds::AuthorId author, feeds::Field field, std::string_view platform);

}  // namespace masthead::storage::sqlite
