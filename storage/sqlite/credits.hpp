#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "feeds/feed.hpp"
#include "storage/sqlite/connection.hpp"

namespace masthead::storage::sqlite {

// Who an entry names, and whose entry it therefore is. Its authors are those of its credits that wrote or host it; one
// that names nobody in such a part belongs to its source's default authors.

std::vector<feeds::Credit> credits(Connection& connection, feeds::EntryId entry);

/// Replaces an entry's credits. The links to its authors are made anew by link_authors.
void put_credits(Connection& connection, feeds::EntryId entry, const std::vector<feeds::Credit>& credits);

/// Makes the links from authors to an entry, or to all entries of a source, anew: after a change of credits, default
/// authors, kind, date, or of what is held back.
void link_authors(Connection& connection, feeds::EntryId entry);
void link_authors(Connection& connection, feeds::SourceId source);

std::vector<feeds::AuthorId> linked_authors(Connection& connection, feeds::EntryId entry);

/// Gives the credits with this name that are nobody's to the author.
void claim_credits(Connection& connection, std::string_view name_key, feeds::AuthorId author);
/// Takes the credits with this name from the author again.
void give_credits_back(Connection& connection, std::string_view name_key, feeds::AuthorId author);
/// Makes one author's credits, all or those with this name, another's.
void hand_over_credits(Connection& connection, feeds::AuthorId from, feeds::AuthorId to,
                       std::optional<std::string_view> name_key = {});

}  // namespace masthead::storage::sqlite
