#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "feeds/render/contributors.hpp"

namespace masthead::feeds {

/// The cards that end an entry's HTML: portrait, name, bio and handles of each author and host of whom more is known
/// than the name, as a safe fragment that readers without style sheets show well.
std::string author_cards(const std::vector<Contributor>& people);

/// A bio, at most the 280 characters that Byline advises for `context`.
std::string short_bio(std::string_view bio);

}  // namespace masthead::feeds
