#pragma once

#include <string>

#include "feeds/parse/draft.hpp"
#include "feeds/text/xml.hpp"

namespace masthead::feeds {

/// Reads an element of the namespaces of podcasts: itunes and googleplay
/// (https://podcasters.apple.com/support/823-podcast-requirements) and podcast
/// (https://podcasting2.org/docs/podcast-namespace). It sets only what is not set yet.
void read_podcast_element(EntryDraft& draft, XmlNode node, const FeedContext& context, const std::string& base);
void read_podcast_element(FeedDraft& draft, XmlNode node, const FeedContext& context, const std::string& base);

}  // namespace masthead::feeds
