#pragma once

#include <string>
#include <vector>

#include "feeds/render/contributors.hpp"

namespace masthead::feeds {

/// The cards that end an entry's HTML: portrait, name, bio and handles of each author and host who is followed, as a
/// safe fragment that readers without style sheets show well. Empty when nobody of them is followed.
std::string author_cards(const std::vector<Contributor>& people);

/// An author's bio, at most the 280 characters that Byline advises for `context`.
std::string short_bio(const Author& author);

}  // namespace masthead::feeds
