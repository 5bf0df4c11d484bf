#pragma once

#include <optional>
#include <vector>

#include "feeds/author.hpp"

namespace masthead::feeds {

/// The author whom a credit names, or nobody: by profile, by e-mail, by name among the source's default authors, by
/// alias, then by normalised name when exactly one has it. Never an author of whom the admin says that this name is a
/// namesake's.
std::optional<AuthorId> match(const Person& person, const std::vector<Author>& authors,
                              const std::vector<AuthorId>& defaults);

}  // namespace masthead::feeds
