#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "feeds/entry.hpp"

namespace masthead::feeds {

/// The files of an entry by what readers may do with them.
struct Media {
    const Enclosure* main = nullptr;       ///< what a podcast app plays: RSS has room for one enclosure
    std::vector<const Enclosure*> others;  ///< further files that are no pictures
    std::vector<const Enclosure*> images;  ///< pictures: of a cover or a gallery, never an episode
    std::string cover;                     ///< the entry's picture: its image, else the first of `images`
};

/// Sorts an entry's enclosures; one whose address may not be published is left out. Points into `entry`.
Media media_of(const Entry& entry);

/// The media type of a file: as it was given where that is one, else by the ending of its address; never empty.
std::string media_type_of(const Enclosure& enclosure);

/// "audio", "video", "image" or "document": the `medium` of Media RSS.
std::string_view medium_of(std::string_view media_type);

}  // namespace masthead::feeds
