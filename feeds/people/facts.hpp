#pragma once

#include <string_view>
#include <vector>

#include "feeds/author.hpp"

namespace masthead::feeds {

/// What a credit says about its person, as facts. `where` is the document's address, `said` the entry's date or the
/// fetch's.
std::vector<Fact> facts_of(const Credit& credit, std::string_view where, Time said);
std::vector<Fact> facts_of(const Person& person, Origin origin, std::string_view where, Time said);

/// The index of the fact that wins for a field (and platform), or nothing: the admin's word first, then clean before
/// polluted, then the stronger origin, then the newer. A profile that the admin took away leaves none.
std::optional<std::size_t> winner(const std::vector<Fact>& facts, Field field, std::string_view platform = {});

/// `author` with every property set to the fact that won. Id, slug, aliases and the admin's switches stay.
Author with_facts(Author author, const std::vector<Fact>& facts);

}  // namespace masthead::feeds
