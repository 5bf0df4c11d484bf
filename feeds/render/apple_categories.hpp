#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "feeds/feed.hpp"

namespace masthead::feeds {

/// A category of Apple's list, in its spelling.
struct AppleCategory {
    std::string_view name;
    std::vector<std::string_view> parts;  ///< of the second level; may be empty
};

/// The categories of a podcast page: those of the one show that it holds, else the one that most episodes carry, else
/// the one that says least, as Apple requires one.
std::vector<AppleCategory> apple_categories_of(const Page& page);

}  // namespace masthead::feeds
