#include "feeds/render/extension_rules.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "feeds/render/extension_table.hpp"
#include "feeds/render/known_trees.hpp"
#include "feeds/text/ascii.hpp"
#include "feeds/text/xml_names.hpp"

namespace masthead::feeds {
namespace {

using Elements = std::vector<ExtensionElement>;

// Elements of the podcast namespace that a channel of ours has of its own, that prove who owns the original, or that
// are about one feed and not about its show.
bool is_of_the_feed_alone(std::string_view name) {
    constexpr std::array<std::string_view, 7> names = {"block", "guid", "locked", "medium", "podping", "txt", "value"};
    return std::find(names.begin(), names.end(), lowered(name)) != names.end();
}

// podcast:location `geo` is a geo: URI (RFC 5870); many write the coordinates alone.
std::string geo_uri(std::string_view value) {
    if (lowered(value).rfind("geo:", 0) == 0) return std::string(value);
    std::string position(value);
    std::replace(position.begin(), position.end(), ',', ' ');
    return checked_value(position, ValueType::position).empty() ? std::string() : "geo:" + std::string(value);
}

void mend_location(ExtensionElement& location) {
    for (auto& attribute : location.attributes)
        if (attribute.name == "geo") attribute.value = geo_uri(attribute.value);
    const auto is_empty = [](const auto& attribute) { return attribute.value.empty(); };
    auto& all = location.attributes;
    all.erase(std::remove_if(all.begin(), all.end(), is_empty), all.end());
}

bool lacks_its_number(const ExtensionElement& element) {
    const auto name = lowered(element.name);
    return (name == "episode" || name == "season") && checked_value(element.text, ValueType::measure).empty();
}

bool is_email(const ExtensionElement& element) { return lowered(element.name).find("email") != std::string::npos; }

// Addresses are no text, however long.
bool holds_more_than(std::size_t longest, const ExtensionElement& element) {
    const auto is_long = [&](const ExtensionElement::Attribute& attribute) {
        return attribute.value.size() > longest && checked_value(attribute.value, ValueType::address).empty();
    };
    return element.text.str().size() > longest ||
           std::any_of(element.attributes.begin(), element.attributes.end(), is_long);
}

class Chosen {
public:
    Chosen(ExtensionPlace place, std::size_t longest) : place_(place), longest_(longest), known_(longest) {}

    void add(const ExtensionElement* begin, const ExtensionElement* end) {
        const auto* known = published_namespace_at(begin->uri);
        const std::string_view prefix = known ? known->prefix : std::string_view();
        if (is_validated(begin->uri)) {
            // What a show says in these, its channel has of its own.
            if (place_ == ExtensionPlace::entry) known_.add(begin, end, out_);
            return;
        }
        if (std::any_of(begin, end, [&](const auto& element) { return holds_more_than(longest_, element); })) return;
        if (std::any_of(begin, end, is_email)) return;
        // RSS's own elements, without a namespace, mean something in a live item only.
        const auto is_bare = [](const auto& element) { return element.uri.empty(); };
        if (std::any_of(begin, end, is_bare) && (prefix != "podcast" || begin->name != "liveItem")) return;
        if (prefix == "podcast") return add_podcast(begin, end);
        out_.insert(out_.end(), begin, end);
    }

    Elements finish() { return std::move(out_); }

private:
    void add_podcast(const ExtensionElement* begin, const ExtensionElement* end) {
        if (place_ == ExtensionPlace::show && is_of_the_feed_alone(begin->name)) return;
        if (lacks_its_number(*begin)) return;
        const auto added = out_.insert(out_.end(), begin, end);
        if (lowered(begin->name) == "location") mend_location(*added);
    }

    ExtensionPlace place_;
    std::size_t longest_;
    KnownTrees known_;
    Elements out_;
};

}  // namespace

Elements publishable(const Elements& elements, ExtensionPlace place, std::size_t longest) {
    Chosen chosen(place, longest);
    const auto* const last = elements.data() + elements.size();
    for (const auto* begin = elements.data(); begin != last;) {
        const auto* const end = std::find_if(begin + 1, last, [](const auto& element) { return element.depth == 0; });
        chosen.add(begin, end);
        begin = end;
    }
    return chosen.finish();
}

}  // namespace masthead::feeds
