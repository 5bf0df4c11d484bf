#include "feeds/parse/kept_elements.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "feeds/parse/kept_values.hpp"
#include "feeds/text/ascii.hpp"
#include "feeds/text/xml_names.hpp"

namespace masthead::feeds {
namespace {

constexpr std::size_t most_elements = 1000;  // of an entry or feed
constexpr std::uint32_t deepest = 8;
constexpr std::size_t most_attributes = 32;
constexpr std::size_t longest_text = 8 * 1024;
constexpr std::size_t longest_name = 64;
constexpr std::size_t longest_namespace = 256;

// Formats themselves, and the extensions that other parts of the parser read or that say nothing to a reader: how often
// to ask, who serves the feed, the doubles that one directory wanted.
bool is_read_elsewhere(std::string_view prefix) {
    constexpr std::array<std::string_view, 12> prefixes = {
        "", "admin", "atom", "byline", "content", "feedburner", "fh", "googleplay", "html", "rdf", "sy", "xml"};
    return std::find(prefixes.begin(), prefixes.end(), prefix) != prefixes.end();
}

// Elements of HTML, SVG, XSLT and XUL run when a browser shows the feed as it is.
bool is_run_by_browsers(std::string_view uri) {
    const std::string folded = lowered(uri);
    return folded.find("w3.org/") != std::string::npos || folded.find("mozilla.org/") != std::string::npos;
}

bool is_namespace(std::string_view uri) {
    const auto may_stand = [](char c) { return static_cast<unsigned char>(c) > ' ' && c != '\x7F'; };
    return !uri.empty() && uri.size() <= longest_namespace && std::all_of(uri.begin(), uri.end(), may_stand);
}

// The namespace of an element that may be published again. RSS's own elements have none; they stand within
// podcast:liveItem.
std::optional<std::string_view> publishable_namespace(XmlNode element, const XmlDocument& xml) {
    if (element.prefix().empty()) return std::string_view();
    const auto uri = xml.namespace_of(element);
    const bool is_known = published_namespace(element.prefix()) != nullptr;
    if (!is_known && (!is_namespace(uri) || is_run_by_browsers(uri))) return std::nullopt;
    return uri;
}

// A name without a prefix (Namespaces in XML 1.0, section 4), of those in ASCII.
bool is_name(std::string_view name) {
    const auto may_stand = [](char c) { return is_alphanumeric(c) || c == '_' || c == '-' || c == '.'; };
    return !name.empty() && name.size() <= longest_name && (is_letter(name.front()) || name.front() == '_') &&
           std::all_of(name.begin(), name.end(), may_stand);
}

// Empty where the namespace has a prefix of its specification, or none.
std::string own_prefix(XmlNode element) {
    const auto prefix = element.prefix();
    return is_name(prefix) && !published_namespace(prefix) ? std::string(prefix) : std::string();
}

// The name of an attribute that is kept: one without a prefix, and two that mean the same everywhere.
std::string kept_name(XmlNode element, std::string_view attribute, const XmlDocument& xml) {
    if (attribute == "xml:lang" || attribute == "rdf:resource") return std::string(attribute);
    const auto name =
        attribute.find(':') == std::string_view::npos ? xml.written_name(element, attribute) : std::string_view();
    return is_name(name) ? std::string(name) : std::string();
}

// Two that differ in case alone have one name here, and no element may have two of one name.
bool has_attribute(const ExtensionElement& element, std::string_view name) {
    return std::any_of(element.attributes.begin(), element.attributes.end(),
                       [&](const auto& attribute) { return attribute.name == name; });
}

/// One tree, from its top down.
class Tree {
public:
    Tree(const FeedContext& context, std::size_t room) : context_(context), room_(room) {}

    /// All elements of the tree in document order; nothing when it is not kept.
    std::optional<std::vector<ExtensionElement>> read(XmlNode top) {
        waiting_.push_back({top, 0});
        while (!waiting_.empty()) {
            const auto [element, depth] = waiting_.back();
            waiting_.pop_back();
            if (!add(element, depth)) return std::nullopt;
        }
        return std::move(out_);
    }

private:
    struct Waiting {
        XmlNode element;
        std::uint32_t depth;
    };

    bool add(XmlNode element, std::uint32_t depth) {
        const auto uri = publishable_namespace(element, *context_.xml);
        const auto name = context_.xml->written_name(element);
        if (!uri || !is_name(name) || depth >= deepest || out_.size() == room_) return false;
        ExtensionElement out{std::string(*uri), std::string(name), {}, {}, depth, own_prefix(element)};
        if (!add_attributes(out, element)) return false;
        const bool has_elements = element.has_children() && !is_marked_up_text(element);
        if (!has_elements && !add_text(out, element)) return false;
        out_.push_back(std::move(out));
        return !has_elements || await_children(element, depth + 1);
    }

    bool add_attributes(ExtensionElement& out, XmlNode element) {
        const auto attributes = element.attributes();
        if (attributes.size() > most_attributes) return false;
        for (const auto& attribute : attributes) {
            std::string name = kept_name(element, attribute.name, *context_.xml);
            if (name.empty() || has_attribute(out, name)) continue;
            auto value = kept_attribute(element, attribute, context_.base);
            if (!value || value->size() > longest_text) return false;
            out.attributes.push_back({std::move(name), std::move(*value)});
        }
        return true;
    }

    bool add_text(ExtensionElement& out, XmlNode element) {
        auto text = kept_text(element, context_.base);
        if (!text || text->size() > longest_text) return false;
        out.text = std::move(*text);
        return true;
    }

    // The first child is the next to be read.
    bool await_children(XmlNode element, std::uint32_t depth) {
        const auto before = waiting_.size();
        for (const auto child : element) {
            if (waiting_.size() == room_) return false;
            waiting_.push_back({child, depth});
        }
        std::reverse(waiting_.begin() + static_cast<std::ptrdiff_t>(before), waiting_.end());
        return true;
    }

    const FeedContext& context_;
    std::size_t room_;
    std::vector<Waiting> waiting_;
    std::vector<ExtensionElement> out_;
};

bool says_nothing(const std::vector<ExtensionElement>& tree) {
    return tree.size() == 1 && tree.front().attributes.empty() && tree.front().text.empty();
}

}  // namespace

void keep_element(std::vector<ExtensionElement>& kept, XmlNode element, FeedPart part, const FeedContext& context) {
    if (!context.xml || is_read_elsewhere(element.prefix()) || is_held(element, part)) return;
    auto tree = Tree(context, most_elements - kept.size()).read(element);
    if (!tree || says_nothing(*tree)) return;
    std::move(tree->begin(), tree->end(), std::back_inserter(kept));
}

}  // namespace masthead::feeds
