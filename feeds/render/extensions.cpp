#include "feeds/render/extensions.hpp"

#include <algorithm>
#include <limits>
#include <list>
#include <string>

#include <boost/json.hpp>

#include "feeds/render/extension_rules.hpp"
#include "feeds/text/xml_names.hpp"

namespace masthead::feeds {
namespace {

// What an excerpt may be given beside: labels, numbers, places.
constexpr std::size_t longest_beside_excerpt = 200;
constexpr std::size_t any_length = std::numeric_limits<std::size_t>::max();

using Declared = std::initializer_list<std::string_view>;

class ExtensionWriter {
public:
    ExtensionWriter(XmlWriter& out, Declared declared) : out_(out), declared_(declared) {}

    void write(const std::vector<ExtensionElement>& elements) {
        for (std::size_t i = 0; i < elements.size(); ++i) {
            close_down_to(elements[i].depth);
            open(elements[i]);
            const bool holds_elements = i + 1 < elements.size() && elements[i + 1].depth > elements[i].depth;
            if (!holds_elements) out_.words(elements[i].text);
        }
        close_down_to(0);
    }

private:
    struct Open {
        std::string name, prefix;
        std::string_view uri;
    };

    // The document's own, as some readers know no more than that, unless it would hide a namespace of ours.
    std::string_view prefix_of_unknown(const ExtensionElement& element) const {
        if (element.uri.empty()) return {};
        const bool is_taken = published_namespace(element.prefix) || element.prefix.str().rfind("xml", 0) == 0 ||
                              element.prefix == "rdf" ||
                              std::find(declared_.begin(), declared_.end(), element.prefix) != declared_.end();
        return element.prefix.empty() || is_taken ? "ext" : std::string_view(element.prefix);
    }

    void close_down_to(std::size_t depth) {
        for (; open_.size() > depth; open_.pop_back()) out_.close();
    }

    void open(const ExtensionElement& element) {
        const auto* known = published_namespace_at(element.uri);
        const std::string prefix(known ? known->prefix : prefix_of_unknown(element));
        const bool is_declared = std::find(declared_.begin(), declared_.end(), prefix) != declared_.end() ||
                                 prefix.empty() ||
                                 (!open_.empty() && open_.back().uri == element.uri && open_.back().prefix == prefix);
        const std::string declaration = "xmlns:" + prefix;
        std::vector<XmlWriter::Attribute> attributes;
        if (!is_declared) attributes.push_back({declaration, element.uri});
        const bool has_resource = std::any_of(element.attributes.begin(), element.attributes.end(),
                                              [](const auto& attribute) { return attribute.name == "rdf:resource"; });
        if (has_resource) attributes.push_back({"xmlns:rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"});
        for (const auto& attribute : element.attributes)
            attributes.push_back({attribute.name, attribute.value, XmlWriter::Write::always});
        open_.push_back({prefix.empty() ? element.name : prefix + ":" + element.name, prefix, element.uri});
        out_.begin(open_.back().name, attributes);
    }

    XmlWriter& out_;
    Declared declared_;
    std::list<Open> open_;  // whose names stay where they are: the writer looks at them until they are closed
};

boost::json::object json_element(const ExtensionElement& element) {
    boost::json::object out;
    if (!element.uri.empty()) out["namespace"] = clean_text(element.uri);
    out["name"] = element.name;
    boost::json::object attributes;
    for (const auto& attribute : element.attributes) attributes[attribute.name] = clean_text(attribute.value);
    if (!attributes.empty()) out["attributes"] = std::move(attributes);
    if (!element.text.empty()) out["text"] = clean_text(element.text);
    return out;
}

}  // namespace

std::vector<ExtensionElement> entry_extensions(const PublishedEntry& entry) {
    const auto longest = entry.text == TextPolicy::excerpt ? longest_beside_excerpt : any_length;
    return publishable(entry.stored.entry.extensions, ExtensionPlace::entry, longest);
}

std::vector<ExtensionElement> show_extensions(const Page& page) {
    return publishable(page.extensions, ExtensionPlace::show, any_length);
}

bool name_file(const std::vector<ExtensionElement>& elements, std::string_view url) {
    const auto names_it = [&](const ExtensionElement::Attribute& attribute) {
        return (attribute.name == "url" || attribute.name == "uri") && attribute.value == url;
    };
    return std::any_of(elements.begin(), elements.end(), [&](const ExtensionElement& element) {
        return std::any_of(element.attributes.begin(), element.attributes.end(), names_it);
    });
}

void write_elements(XmlWriter& out, const std::vector<ExtensionElement>& elements, Declared declared) {
    ExtensionWriter(out, declared).write(elements);
}

boost::json::array json_elements(const std::vector<ExtensionElement>& elements) {
    std::vector<boost::json::array> levels(1);  // of what is open, the elements so far
    const auto close_down_to = [&](std::size_t depth) {
        for (; levels.size() > depth + 1; levels.pop_back()) {
            auto& parent = levels[levels.size() - 2].back().get_object();
            if (!levels.back().empty()) parent["elements"] = std::move(levels.back());
        }
    };
    for (const auto& element : elements) {
        close_down_to(element.depth);
        levels.back().push_back(json_element(element));
        levels.emplace_back();
    }
    close_down_to(0);
    return std::move(levels.front());
}

}  // namespace masthead::feeds
