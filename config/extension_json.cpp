#include "config/extension_json.hpp"

#include <algorithm>
#include <array>

#include <boost/json.hpp>

#include "config/json.hpp"
#include "feeds/parse/feed_values.hpp"
#include "feeds/text/ascii.hpp"

namespace masthead::config {
namespace {

namespace json = boost::json;
using feeds::ExtensionElement;
using Elements = std::vector<ExtensionElement>;

constexpr std::string_view itunes = "http://www.itunes.com/dtds/podcast-1.0.dtd";
constexpr std::string_view podcast = "https://podcastindex.org/namespace/1.0";
constexpr std::string_view chapters = "http://podlove.org/simple-chapters";
constexpr std::string_view dublin_core_terms = "http://purl.org/dc/terms/";
constexpr std::string_view thread = "http://purl.org/syndication/thread/1.0";

bool is(const ExtensionElement& element, std::string_view uri, std::string_view name) {
    return element.uri == uri && feeds::lowered(element.name) == feeds::lowered(name);
}

// The elements of a name that stand in the item or channel itself.
std::vector<const ExtensionElement*> all_of(const Elements& elements, std::string_view uri, std::string_view name) {
    std::vector<const ExtensionElement*> out;
    for (const auto& element : elements)
        if (element.depth == 0 && is(element, uri, name)) out.push_back(&element);
    return out;
}

const ExtensionElement* first_of(const Elements& elements, std::string_view uri, std::string_view name) {
    const auto all = all_of(elements, uri, name);
    return all.empty() ? nullptr : all.front();
}

std::string_view attribute(const ExtensionElement& element, std::string_view name) {
    for (const auto& attribute : element.attributes)
        if (feeds::lowered(attribute.name) == name) return attribute.value;
    return {};
}

// What stands within the first element of a name, itself left out.
Elements within(const Elements& elements, std::string_view uri, std::string_view name) {
    const auto is_it = [&](const ExtensionElement& element) { return element.depth == 0 && is(element, uri, name); };
    const auto parent = std::find_if(elements.begin(), elements.end(), is_it);
    if (parent == elements.end()) return {};
    const auto is_outside = [](const ExtensionElement& element) { return element.depth == 0; };
    Elements out(parent + 1, std::find_if(parent + 1, elements.end(), is_outside));
    for (auto& element : out) --element.depth;
    return out;
}

std::string_view text_of(const Elements& elements, std::string_view uri, std::string_view name) {
    const auto* found = first_of(elements, uri, name);
    return found ? std::string_view(found->text) : std::string_view();
}

// itunes:keywords: parted by commas, each once.
json::array keywords_json(std::string_view list) {
    std::vector<std::string> out;
    while (!list.empty()) {
        const auto comma = std::min(list.find(','), list.size());
        std::string word(feeds::trimmed(list.substr(0, comma)));
        if (!word.empty() && std::find(out.begin(), out.end(), word) == out.end()) out.push_back(std::move(word));
        list.remove_prefix(std::min(comma + 1, list.size()));
    }
    return array_of(out);
}

void set_itunes(json::object& out, const Elements& elements) {
    set(out, "itunes_author", text_of(elements, itunes, "author"));
    set(out, "itunes_title", text_of(elements, itunes, "title"));
    set(out, "itunes_subtitle", text_of(elements, itunes, "subtitle"));
    set(out, "itunes_summary", text_of(elements, itunes, "summary"));
    set(out, "subtitle", text_of(elements, itunes, "subtitle"));
    if (const auto* image = first_of(elements, itunes, "image")) {
        const auto address = attribute(*image, "href");
        set(out, "itunes_image", address.empty() ? std::string_view(image->text) : address);
    }
    set(out, "keywords", keywords_json(text_of(elements, itunes, "keywords")));
    set_number(out, "block", feeds::answer_of(text_of(elements, itunes, "block")));
}

json::array locations_json(const Elements& elements) {
    return array_of(all_of(elements, podcast, "location"), [](const ExtensionElement* location) {
        json::object out;
        set(out, "name", location->text);
        set(out, "geo", attribute(*location, "geo"));
        set(out, "osm", attribute(*location, "osm"));
        return out;
    });
}

json::array funding_json(const Elements& elements) {
    return array_of(all_of(elements, podcast, "funding"), [](const ExtensionElement* funding) {
        json::object out;
        set(out, "url", attribute(*funding, "url"));
        set(out, "text", funding->text);
        return out;
    });
}

json::array trailers_json(const Elements& elements) {
    return array_of(all_of(elements, podcast, "trailer"), [](const ExtensionElement* trailer) {
        json::object out;
        set(out, "url", attribute(*trailer, "url"));
        set(out, "type", attribute(*trailer, "type"));
        set_number(out, "length", feeds::count_of(attribute(*trailer, "length")));
        set_number(out, "season", feeds::count_of(attribute(*trailer, "season")));
        set(out, "title", trailer->text);
        return out;
    });
}

void set_license(json::object& out, const Elements& elements) {
    const auto* license = first_of(elements, podcast, "license");
    if (!license) return;
    json::object terms;
    set(terms, "text", license->text);
    set(terms, "url", attribute(*license, "url"));
    set(out, "license", std::move(terms));
}

json::object owner_json(const Elements& elements) {
    const auto owner = within(elements, itunes, "owner");
    json::object out;
    set(out, "name", text_of(owner, itunes, "name"));
    set(out, "email", text_of(owner, itunes, "email"));
    return out;
}

void set_locked(json::object& out, const Elements& elements) {
    const auto* locked = first_of(elements, podcast, "locked");
    if (!locked) return;
    json::object lock;
    set_number(lock, "value", feeds::answer_of(locked->text));
    set(lock, "owner", attribute(*locked, "owner"));
    set(out, "locked", std::move(lock));
}

// "00:03:07.25" in seconds (normal play time, RFC 2326, section 3.6).
std::optional<double> seconds_of(std::string_view time) {
    double out = 0;
    for (int parts = 0; parts < 3; ++parts) {
        const auto colon = time.find(':');
        const auto part = feeds::number_of(time.substr(0, colon));
        if (!part) return std::nullopt;
        out = out * 60 + *part;
        if (colon == std::string_view::npos) return out;
        time.remove_prefix(colon + 1);
    }
    return std::nullopt;
}

json::array chapters_json(const Elements& elements) {
    const auto list = within(elements, chapters, "chapters");
    return array_of(all_of(list, chapters, "chapter"), [](const ExtensionElement* chapter) {
        json::object out;
        set(out, "title", attribute(*chapter, "title"));
        set_number(out, "start", seconds_of(attribute(*chapter, "start")));
        set(out, "href", attribute(*chapter, "href"));
        set(out, "image", attribute(*chapter, "image"));
        return out;
    });
}

}  // namespace

void set_feed_extensions(json::object& feed, const Elements& extensions) {
    set_itunes(feed, extensions);
    set(feed, "created", text_of(extensions, dublin_core_terms, "created"));
    set(feed, "show_type", feeds::lower_word(text_of(extensions, itunes, "type")));
    set(feed, "owner", owner_json(extensions));
    set(feed, "medium", text_of(extensions, podcast, "medium"));
    set(feed, "funding", funding_json(extensions));
    set(feed, "trailers", trailers_json(extensions));
    set(feed, "locations", locations_json(extensions));
    set_license(feed, extensions);
    set_locked(feed, extensions);
}

void set_entry_extensions(json::object& entry, const Elements& extensions) {
    set_itunes(entry, extensions);
    set(entry, "created", text_of(extensions, dublin_core_terms, "created"));
    set(entry, "locations", locations_json(extensions));
    set(entry, "inline_chapters", chapters_json(extensions));
    if (const auto* parent = first_of(extensions, thread, "in-reply-to")) {
        const auto page = attribute(*parent, "href");
        set(entry, "in_reply_to", page.empty() ? attribute(*parent, "ref") : page);
    }
}

}  // namespace masthead::config
