#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "feeds/author.hpp"
#include "feeds/time.hpp"

namespace masthead::feeds {

/// A bio block as a page has it: its text, and the addresses that it links to with their texts.
struct BioText {
    std::string text;
    struct Link {
        std::string url, text;
    };
    std::vector<Link> links;
};

/// Reads a bio in prose: who it is about, the bio without its contact line, role,
/// affiliation, profiles. `known_names` are the names that the page has otherwise: handles behind a name that is none
/// of them belong to nobody. `written` is the entry's date: a bare @handle was Twitter's before 2023. Empty when it is
/// no bio.
std::vector<Person> people_of_prose(const BioText& bio, const std::vector<std::string>& known_names,
                                    std::optional<Time> written);

/// The name that a bio begins with ("Orla Bexley is ..."); empty when it begins with none.
std::string name_at_start(std::string_view bio);

}  // namespace masthead::feeds
