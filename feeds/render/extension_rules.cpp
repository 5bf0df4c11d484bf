#include "feeds/render/extension_rules.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <iterator>
#include <set>
#include <utility>

#include "feeds/render/address.hpp"
#include "feeds/text/ascii.hpp"
#include "feeds/text/date.hpp"
#include "feeds/text/find_element.hpp"
#include "feeds/text/url.hpp"
#include "feeds/text/xml_names.hpp"

namespace masthead::feeds {
namespace {

using Elements = std::vector<ExtensionElement>;
using ElementIterator = Elements::const_iterator;

enum class Value {
    words,  ///< any text
    line,   ///< at most 255 characters
    yes,
    count,
    counts,  ///< parted by commas
    number,
    latitude,
    longitude,
    positions,  ///< pairs of latitude and longitude, parted by blanks
    address,
    date,
    role,   ///< of media:credit
    rating  ///< of media:rating
};

// An element that validators know. It stands once, unless its attributes tell several apart.
struct Rule {
    std::string_view prefix, name;
    ExtensionPlace place;
    Value value;
    std::string_view attributes = "";  // parted by blanks
    bool may_repeat = false;
};

constexpr auto entry = ExtensionPlace::entry;
constexpr auto show = ExtensionPlace::show;

constexpr std::array rules = {
    Rule{"itunes", "title", entry, Value::line},
    Rule{"itunes", "order", entry, Value::count},
    Rule{"itunes", "block", entry, Value::yes},
    Rule{"itunes", "isClosedCaptioned", entry, Value::yes},
    Rule{"itunes", "complete", show, Value::yes},
    Rule{"dc", "publisher", entry, Value::words},
    Rule{"dc", "type", entry, Value::words},
    Rule{"dc", "format", entry, Value::words},
    Rule{"dc", "relation", entry, Value::words},
    Rule{"dc", "coverage", entry, Value::words},
    Rule{"dcterms", "available", entry, Value::date},
    Rule{"dcterms", "dateAccepted", entry, Value::date},
    Rule{"dcterms", "dateCopyrighted", entry, Value::date},
    Rule{"dcterms", "dateSubmitted", entry, Value::date},
    Rule{"dcterms", "alternative", entry, Value::words},
    Rule{"dcterms", "spatial", entry, Value::words},
    Rule{"dcterms", "extent", entry, Value::words},
    Rule{"dcterms", "license", entry, Value::words},
    Rule{"slash", "comments", entry, Value::count},
    Rule{"slash", "hit_parade", entry, Value::counts},
    Rule{"slash", "section", entry, Value::words},
    Rule{"slash", "department", entry, Value::words},
    Rule{"wfw", "commentRss", entry, Value::address},
    Rule{"thr", "total", entry, Value::count},
    Rule{"creativeCommons", "license", entry, Value::address},
    Rule{"georss", "point", entry, Value::positions},
    Rule{"georss", "line", entry, Value::positions},
    Rule{"georss", "polygon", entry, Value::positions},
    Rule{"georss", "box", entry, Value::positions},
    Rule{"georss", "elev", entry, Value::number},
    Rule{"georss", "floor", entry, Value::number},
    Rule{"georss", "radius", entry, Value::number},
    Rule{"georss", "featureName", entry, Value::words},
    Rule{"georss", "featureTypeTag", entry, Value::words},
    Rule{"georss", "relationshipTag", entry, Value::words},
    Rule{"geo", "lat", entry, Value::latitude},
    Rule{"geo", "long", entry, Value::longitude},
    Rule{"media", "keywords", entry, Value::words},
    Rule{"media", "copyright", entry, Value::words},
    Rule{"media", "rating", entry, Value::rating, "scheme"},
    Rule{"media", "credit", entry, Value::role, "role scheme", true},
};

// Vocabularies whose elements outside the table validators refuse, apps no longer read (itunes:summary and its kin), or
// the renderers write themselves.
bool is_validated(std::string_view prefix) {
    constexpr std::array<std::string_view, 12> prefixes = {
        "atom", "cc", "creativeCommons", "dc", "dcterms", "geo", "georss", "itunes", "media", "slash", "thr", "wfw"};
    return std::find(prefixes.begin(), prefixes.end(), prefix) != prefixes.end();
}

// Elements of the podcast namespace that a channel of ours has of its own, that prove who owns the original, or that
// are about one feed and not about its show.
bool is_of_the_feed_alone(std::string_view name) {
    constexpr std::array<std::string_view, 7> names = {"block", "guid", "locked", "medium", "podping", "txt", "value"};
    return std::find(names.begin(), names.end(), lowered(name)) != names.end();
}

bool is_count(std::string_view text) {
    return !text.empty() && text.size() <= 9 && std::all_of(text.begin(), text.end(), is_digit);
}

// Written as digits with at most one point, so neither infinite nor with an exponent.
bool is_number_within(std::string_view text, double bound) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
    return error == std::errc() && end == text.data() + text.size() && value >= -bound && value <= bound;
}

std::vector<std::string_view> parts_of(std::string_view text, std::string_view separators) {
    std::vector<std::string_view> out;
    for (;;) {
        const auto from = text.find_first_not_of(separators);
        if (from == std::string_view::npos) return out;
        text.remove_prefix(from);
        out.push_back(text.substr(0, text.find_first_of(separators)));
        text.remove_prefix(out.back().size());
    }
}

bool are_positions(std::string_view text, std::string_view name) {
    const auto parts = parts_of(text, " \t\r\n");
    const std::size_t least = name == "point" ? 2 : name == "polygon" ? 8 : 4;
    if (parts.size() < least || parts.size() % 2 != 0 || (least == 2 && parts.size() > 2)) return false;
    for (std::size_t i = 0; i < parts.size(); ++i)
        if (!is_number_within(parts[i], i % 2 == 0 ? 90 : 180)) return false;
    return name != "polygon" || (parts[0] == parts[parts.size() - 2] && parts[1] == parts.back());
}

bool is_plain_address(std::string_view text) {
    const auto is_ascii = [](char c) {
        return c > ' ' && c < 0x7F && std::string_view("|[]^<>\"{}\\`").find(c) == std::string_view::npos;
    };
    return is_media(text) && std::all_of(text.begin(), text.end(), is_ascii);
}

// Roles of the European Broadcasting Union, which Media RSS takes for media:credit.
bool is_role(std::string_view role) {
    constexpr std::array<std::string_view, 20> roles = {
        "actor",    "anchor person",    "author",    "choreographer", "composer", "conductor",      "director",
        "editor",   "graphic designer", "grip",      "illustrator",   "lyricist", "music arranger", "music group",
        "musician", "orchestra",        "performer", "photographer",  "producer", "reporter"};
    return std::find(roles.begin(), roles.end(), role) != roles.end();
}

// The text as it is published; empty where it is not of its type.
std::string checked(const ExtensionElement& element, const Rule& rule) {
    const std::string& text = element.text;
    const auto if_true = [&](bool holds) { return holds ? text : std::string(); };
    switch (rule.value) {
        case Value::words:
            return text;
        case Value::line:
            return if_true(text.size() <= 255);
        case Value::yes:
            return lowered(text) == "yes" || lowered(text) == "true" ? "yes" : "";
        case Value::count:
            return if_true(is_count(text));
        case Value::counts: {
            const auto parts = parts_of(text, ", ");
            return if_true(!parts.empty() && std::all_of(parts.begin(), parts.end(), is_count));
        }
        case Value::number:
            return if_true(is_number_within(text, 1e9));
        case Value::latitude:
            return if_true(is_number_within(text, 90));
        case Value::longitude:
            return if_true(is_number_within(text, 180));
        case Value::positions:
            return if_true(are_positions(text, rule.name));
        case Value::address:
            return if_true(is_plain_address(text));
        case Value::date: {
            const auto date = parse_date(text);
            return date ? format_rfc3339(*date) : std::string();
        }
        case Value::role:
            return if_true(is_role(attribute_of(element, "role")));
        case Value::rating: {
            const auto scheme = attribute_of(element, "scheme");
            return if_true((scheme.empty() || scheme == "urn:simple") && (text == "adult" || text == "nonadult"));
        }
    }
    return {};
}

const Rule* rule_of(std::string_view prefix, std::string_view name, ExtensionPlace place) {
    const std::string folded = lowered(name);
    const auto* const found = std::find_if(rules.begin(), rules.end(), [&](const Rule& rule) {
        return rule.prefix == prefix && rule.place == place && lowered(rule.name) == folded;
    });
    return found == rules.end() ? nullptr : found;
}

class Chosen {
public:
    Chosen(ExtensionPlace place, std::size_t longest) : place_(place), longest_(longest) {}

    void add(ElementIterator begin, ElementIterator end) {
        const auto* known = published_namespace_at(begin->uri);
        const std::string_view prefix = known ? known->prefix : std::string_view();
        if (std::any_of(begin, end, [&](const auto& element) { return element.text.size() > longest_; })) return;
        // RSS's own elements, without a namespace, mean something in a live item only.
        const auto is_bare = [](const auto& element) { return element.uri.empty(); };
        if (std::any_of(begin, end, is_bare) && (prefix != "podcast" || begin->name != "liveItem")) return;
        if (is_validated(prefix)) return add_known(*begin, prefix, end - begin);
        if (prefix == "podcast" && place_ == ExtensionPlace::show && is_of_the_feed_alone(begin->name)) return;
        out_.insert(out_.end(), begin, end);
    }

    Elements finish() { return std::move(out_); }

private:
    void add_known(const ExtensionElement& element, std::string_view prefix, std::ptrdiff_t size) {
        const Rule* rule = rule_of(prefix, element.name, place_);
        if (!rule || size != 1) return;
        ExtensionElement out{element.uri, std::string(rule->name), {}, checked(element, *rule), 0};
        if (out.text.empty() || (!rule->may_repeat && !seen_.insert(rule).second)) return;
        for (const auto name : parts_of(rule->attributes, " "))
            if (const auto value = attribute_of(element, name); !value.empty())
                out.attributes.push_back({std::string(name), std::string(value)});
        out_.push_back(std::move(out));
    }

    ExtensionPlace place_;
    std::size_t longest_;
    std::set<const Rule*> seen_;
    Elements out_;
};

}  // namespace

Elements publishable(const Elements& elements, ExtensionPlace place, std::size_t longest) {
    Chosen chosen(place, longest);
    for (auto begin = elements.begin(); begin != elements.end();) {
        const auto end =
            std::find_if(begin + 1, elements.end(), [](const auto& element) { return element.depth == 0; });
        chosen.add(begin, end);
        begin = end;
    }
    return chosen.finish();
}

}  // namespace masthead::feeds
