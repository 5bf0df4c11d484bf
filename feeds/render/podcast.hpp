#pragma once

#include <vector>

#include "feeds/render/contributors.hpp"
#include "feeds/render/xml_writer.hpp"

namespace masthead::feeds {

// The itunes and podcast elements of RSS: PSP-1 (github.com/Podcast-Standards-Project/PSP-1-Podcast-RSS-Specification),
// Apple's podcaster's guide to RSS, and the Podcasting 2.0 namespace.

/// What a channel needs to be taken as a podcast. A merged feed is a new podcast: locked against being moved elsewhere,
/// and kept out of directories, where it would stand as a copy of others' shows.
void write_podcast_channel(XmlWriter& out, const Page& page);

/// The language of a podcast: the page's, else that of its newest episode that says one, else English, as one is
/// required.
std::string podcast_language(const Page& page);

/// What an item says of its episode, people and enclosures aside.
void write_episode(XmlWriter& out, const Page& page, const PublishedEntry& entry,
                   const std::vector<Contributor>& people);

/// podcast:person.
void write_podcast_person(XmlWriter& out, const Contributor& person);

/// The same episode in another form: podcast:alternateEnclosure.
void write_alternate_enclosure(XmlWriter& out, const Enclosure& enclosure);

}  // namespace masthead::feeds
