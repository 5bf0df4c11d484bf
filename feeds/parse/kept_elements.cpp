#include "feeds/parse/kept_elements.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
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
constexpr std::size_t longest_text = std::size_t{8} * 1024;
constexpr std::size_t longest_name = 64;
constexpr std::size_t longest_namespace = 256;

// Formats themselves, and the extensions that other parts of the parser read or that say nothing to a reader: how often
// to ask, who serves the feed, the doubles that one directory wanted.
bool is_read_elsewhere(XmlNode element) {
    switch (element.prefix_key()) {
        case ""_name:
        case "admin"_name:
        case "atom"_name:
        case "byline"_name:
        case "content"_name:
        case "feedburner"_name:
        case "fh"_name:
        case "googleplay"_name:
        case "html"_name:
        case "rdf"_name:
        case "sy"_name:
        case "xml"_name:
            return true;
        default:
            return false;
    }
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
std::optional<std::string_view> publishable_namespace(XmlNode element) {
    if (element.prefix().empty()) return std::string_view();
    const auto uri = element.namespace_uri();
    if (!element.is_published() && (!is_namespace(uri) || is_run_by_browsers(uri))) return std::nullopt;
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
    return is_name(prefix) && !element.is_published() ? std::string(prefix) : std::string();
}

// The name of an attribute that is kept: one without a prefix, and two that mean the same everywhere.
std::string_view kept_name(const XmlName& attribute) {
    if (attribute.full == "xml:lang" || attribute.full == "rdf:resource") return attribute.full;
    return attribute.prefix.empty() && is_name(attribute.written) ? std::string_view(attribute.written) : "";
}

// Two that differ in case alone have one name here, and no element may have two of one name.
bool stands_before(std::span<const XmlAttribute> attributes, const XmlAttribute& attribute) {
    return std::any_of(attributes.data(), &attribute,
                       [&](const XmlAttribute& other) { return other.name->full == attribute.name->full; });
}

/// Adds one tree to what is kept, from its top down.
class Tree {
public:
    Tree(std::vector<ExtensionElement>& kept, const FeedContext& context) : kept_(kept), context_(context) {}

    /// All elements of the tree in document order; none of them where one may not be kept, or nothing is said.
    void read(XmlNode top) {
        bool is_whole = add(top, 0);
        while (is_whole && !waiting_.empty()) {
            const auto [element, depth] = waiting_.back();
            waiting_.pop_back();
            is_whole = add(element, depth);
        }
        if (!is_whole || says_nothing()) kept_.resize(before_);
    }

private:
    struct Waiting {
        XmlNode element;
        std::uint32_t depth;
    };

    bool says_nothing() const {
        return kept_.size() == before_ + 1 && kept_.back().attributes.empty() && kept_.back().text.empty();
    }

    bool add(XmlNode element, std::uint32_t depth) {
        const auto uri = publishable_namespace(element);
        const auto name = element.written_name();
        if (!uri || !is_name(name) || depth >= deepest || kept_.size() >= most_elements) return false;
        ExtensionElement out{std::string(*uri), std::string(name), {}, {}, depth, own_prefix(element)};
        if (!add_attributes(out, element)) return false;
        const bool has_elements = element.has_children() && !is_marked_up_text(element);
        if (!has_elements && !add_text(out, element)) return false;
        kept_.push_back(std::move(out));
        return !has_elements || await_children(element, depth + 1);
    }

    bool add_attributes(ExtensionElement& out, XmlNode element) {
        const auto attributes = element.attributes();
        if (attributes.size() > most_attributes) return false;
        out.attributes.reserve(attributes.size());
        for (const auto& attribute : attributes) {
            const auto name = kept_name(*attribute.name);
            if (name.empty() || stands_before(attributes, attribute)) continue;
            auto value = kept_attribute(element, attribute, context_.base);
            if (!value || value->size() > longest_text) return false;
            out.attributes.push_back({std::string(name), std::move(*value)});
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
            if (waiting_.size() == most_elements) return false;
            waiting_.push_back({child, depth});
        }
        std::reverse(waiting_.begin() + static_cast<std::ptrdiff_t>(before), waiting_.end());
        return true;
    }

    std::vector<ExtensionElement>& kept_;
    const FeedContext& context_;
    const std::size_t before_ = kept_.size();
    std::vector<Waiting> waiting_;
};

}  // namespace

void keep_element(std::vector<ExtensionElement>& kept, XmlNode element, FeedPart part, const FeedContext& context) {
    if (!context.keeps_elements || is_read_elsewhere(element) || is_held(element, part)) return;
    Tree(kept, context).read(element);
}

}  // namespace masthead::feeds
