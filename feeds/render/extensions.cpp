#include "feeds/render/extensions.hpp"

#include <algorithm>
#include <limits>
#include <list>
#include <string>

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
        for (const auto& element : elements) {
            close_down_to(element.depth);
            open(element);
        }
        close_down_to(0);
    }

private:
    struct Open {
        std::string name;
        std::string_view uri;
    };

    void close_down_to(std::size_t depth) {
        for (; open_.size() > depth; open_.pop_back()) out_.close();
    }

    void open(const ExtensionElement& element) {
        const auto* known = published_namespace_at(element.uri);
        const std::string prefix(known ? known->prefix : element.uri.empty() ? "" : "ext");
        const bool is_declared = std::find(declared_.begin(), declared_.end(), prefix) != declared_.end() ||
                                 prefix.empty() || (!open_.empty() && open_.back().uri == element.uri);
        const std::string declaration = "xmlns:" + prefix;
        std::vector<XmlWriter::Attribute> attributes;
        if (!is_declared) attributes.push_back({declaration, element.uri});
        const bool has_resource = std::any_of(element.attributes.begin(), element.attributes.end(),
                                              [](const auto& attribute) { return attribute.name == "rdf:resource"; });
        if (has_resource) attributes.push_back({"xmlns:rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"});
        for (const auto& attribute : element.attributes)
            attributes.push_back({attribute.name, attribute.value, XmlWriter::Write::always});
        open_.push_back({prefix.empty() ? element.name : prefix + ":" + element.name, element.uri});
        out_.begin(open_.back().name, attributes);
        if (!element.text.empty()) out_.words(element.text);
    }

    XmlWriter& out_;
    Declared declared_;
    std::list<Open> open_;  // whose names stay where they are: the writer looks at them until they are closed
};

}  // namespace

void write_entry_extensions(XmlWriter& out, const PublishedEntry& entry, Declared declared) {
    const auto longest = entry.text == TextPolicy::excerpt ? longest_beside_excerpt : any_length;
    ExtensionWriter(out, declared).write(publishable(entry.stored.entry.extensions, ExtensionPlace::entry, longest));
}

void write_show_extensions(XmlWriter& out, const Page& page, Declared declared) {
    ExtensionWriter(out, declared).write(publishable(page.extensions, ExtensionPlace::show, any_length));
}

}  // namespace masthead::feeds
