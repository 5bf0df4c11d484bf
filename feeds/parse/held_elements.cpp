#include "feeds/parse/held_elements.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "feeds/parse/feed_values.hpp"

namespace masthead::feeds {
namespace {

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& sorted, std::string_view name) {
    return std::binary_search(sorted.begin(), sorted.end(), name);
}

// Of dc and dcterms; the names of the dates are of dcterms alone.
constexpr std::array<std::string_view, 13> dublin_core = {
    "abstract", "author",   "contributor", "creator", "date",    "description", "identifier",
    "issued",   "language", "modified",    "rights",  "subject", "title"};

bool is_held_dublin_core(std::string_view name, FeedPart part) {
    const bool is_of_entries = name == "abstract" || name == "identifier";
    return contains(dublin_core, name) && (part == FeedPart::entry || !is_of_entries);
}

constexpr std::array<std::string_view, 5> itunes_of_entry = {"duration", "episode", "episodetype", "explicit",
                                                             "season"};
constexpr std::array<std::string_view, 5> podcast_of_entry = {"chapters", "license", "person", "soundbite",
                                                              "transcript"};
constexpr std::array<std::string_view, 2> podcast_of_feed = {"guid", "person"};
constexpr std::array<std::string_view, 3> media_of_entry = {"category", "description", "title"};

// podcast:episode may be "12.5", for which the model has no number.
bool is_held_number(XmlNode node) { return count_of(node.text()).has_value(); }

bool is_held_podcast_element(XmlNode node, FeedPart part) {
    const auto name = node.local_name();
    if (part == FeedPart::feed) return contains(podcast_of_feed, name);
    if (name == "episode" || name == "season") return is_held_number(node);
    return contains(podcast_of_entry, name);
}

// A sound or a film as an enclosure has it, with nothing about it.
bool is_held_file(XmlNode node) {
    constexpr std::array<std::string_view, 6> of_enclosures = {"duration", "filesize", "isdefault",
                                                               "medium",   "type",     "url"};
    const std::string type = lower_word(node.attribute("type"));
    if (node.has_children() || (type.rfind("audio/", 0) != 0 && type.rfind("video/", 0) != 0)) return false;
    const auto attributes = node.attributes();
    return std::all_of(attributes.begin(), attributes.end(),
                       [&](const auto& one) { return contains(of_enclosures, one.name); });
}

bool is_held_media_element(XmlNode node, FeedPart part) {
    const auto name = node.local_name();
    if (part == FeedPart::feed) return false;
    if (name == "content") return is_held_file(node);
    if (name == "credit") return lower_word(node.attribute("role")) == "author";
    return contains(media_of_entry, name);
}

}  // namespace

bool is_held(XmlNode element, FeedPart part) {
    const auto prefix = element.prefix();
    const auto name = element.local_name();
    if (prefix == "dc" || prefix == "dcterms") return is_held_dublin_core(name, part);
    if (prefix == "itunes") return part == FeedPart::entry ? contains(itunes_of_entry, name) : name == "new-feed-url";
    if (prefix == "podcast") return is_held_podcast_element(element, part);
    if (prefix == "media") return is_held_media_element(element, part);
    return element.name() == "wfw:comment" || element.name() == "wfw:comments";
}

}  // namespace masthead::feeds
