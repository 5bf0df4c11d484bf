#include "feeds/parse/held_elements.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "feeds/parse/feed_values.hpp"

namespace masthead::feeds {
namespace {

// Of dc and dcterms; the names of the dates are of dcterms alone.
bool is_held_dublin_core(std::uint64_t name, FeedPart part) {
    switch (name) {
        case "abstract"_name:
        case "identifier"_name:
            return part == FeedPart::entry;
        case "author"_name:
        case "contributor"_name:
        case "creator"_name:
        case "date"_name:
        case "description"_name:
        case "issued"_name:
        case "language"_name:
        case "modified"_name:
        case "rights"_name:
        case "subject"_name:
        case "title"_name:
            return true;
        default:
            return false;
    }
}

bool is_held_itunes_element(std::uint64_t name, FeedPart part) {
    switch (name) {
        case "duration"_name:
        case "episode"_name:
        case "episodetype"_name:
        case "explicit"_name:
        case "image"_name:
        case "season"_name:
            return part == FeedPart::entry;
        case "new-feed-url"_name:
            return part == FeedPart::feed;
        default:
            return false;
    }
}

// podcast:episode may be "12.5", for which the model has no number.
bool is_held_number(XmlNode node) { return count_of(node.text()).has_value(); }

bool is_held_podcast_element(XmlNode node, FeedPart part) {
    switch (node.local_key()) {
        case "person"_name:
            return true;
        case "guid"_name:
            return part == FeedPart::feed;
        case "episode"_name:
        case "season"_name:
            return part == FeedPart::entry && is_held_number(node);
        case "chapters"_name:
        case "license"_name:
        case "soundbite"_name:
        case "transcript"_name:
            return part == FeedPart::entry;
        default:
            return false;
    }
}

// A sound or a film as an enclosure has it, with nothing about it.
bool is_held_file(XmlNode node) {
    const std::string type = lower_word(node.attribute("type"));
    if (node.has_children() || (type.rfind("audio/", 0) != 0 && type.rfind("video/", 0) != 0)) return false;
    constexpr std::array<std::string_view, 6> of_enclosures = {"duration", "filesize", "isdefault",
                                                               "medium",   "type",     "url"};
    const auto attributes = node.attributes();
    return std::all_of(attributes.begin(), attributes.end(), [&](const XmlAttribute& one) {
        return std::binary_search(of_enclosures.begin(), of_enclosures.end(), one.name->full);
    });
}

bool is_held_media_element(XmlNode node, FeedPart part) {
    if (part == FeedPart::feed) return false;
    switch (node.local_key()) {
        case "content"_name:
            return is_held_file(node);
        case "credit"_name:
            return lower_word(node.attribute("role")) == "author";
        case "category"_name:
        case "description"_name:
        case "title"_name:
            return true;
        default:
            return false;
    }
}

}  // namespace

bool is_held(XmlNode element, FeedPart part) {
    switch (element.prefix_key()) {
        case "dc"_name:
        case "dcterms"_name:
            return is_held_dublin_core(element.local_key(), part);
        case "itunes"_name:
            return is_held_itunes_element(element.local_key(), part);
        case "podcast"_name:
            return is_held_podcast_element(element, part);
        case "media"_name:
            return is_held_media_element(element, part);
        default:
            return element.key() == "wfw:comment"_name || element.key() == "wfw:comments"_name;
    }
}

}  // namespace masthead::feeds
