#pragma once

#include <string>

#include "feeds/feed.hpp"

namespace masthead::feeds {

/// What a page is about for search engines: JSON-LD in the vocabulary of schema.org (ProfilePage and Person, Article,
/// PodcastEpisode, PodcastSeries), to stand in a script element: no `<` is in it. Empty where there is nothing to say.
std::string structured_data(const Page& page);

}  // namespace masthead::feeds
