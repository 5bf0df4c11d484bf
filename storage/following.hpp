#pragma once

#include <optional>
#include <string>
#include <vector>

#include "feeds/author.hpp"
#include "feeds/source.hpp"

namespace masthead::storage {

/// All that is added when a person is followed. Store::follow keeps it as a whole or not at all.
struct Following {
    feeds::Person person;  ///< an author whom it matches (feeds/people/match.hpp) is that person; else one is added
    feeds::Author::Type type = feeds::Author::Type::person;
    std::vector<feeds::Fact> facts;      ///< about the person
    std::vector<feeds::Source> sources;  ///< the person writes in each; one that is stored already stays as it is
    std::optional<std::string> feed;  ///< slug of a feed that gets the person's entries; it is added when there is none
};

/// What a following came to.
struct Followed {
    feeds::Author author;
    std::vector<feeds::SourceId> sources;  ///< in the order of the following
};

}  // namespace masthead::storage
