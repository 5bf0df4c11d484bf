#include "tests/properties/safe_html.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

#include <fmt/format.h>
#include <gumbo.h>

namespace masthead::tests {
namespace {

using namespace std::string_view_literals;

struct Allowed {
    std::string_view element;
    std::string_view attributes;  // parted by blanks, beside those of every element
};

constexpr std::array<Allowed, 74> allowed = {{
    {"a", "href title"},
    {"abbr", "title"},
    {"address", ""},
    {"article", ""},
    {"aside", ""},
    {"audio", "src controls loop"},
    {"b", ""},
    {"bdi", ""},
    {"bdo", ""},
    {"blockquote", "cite"},
    {"br", ""},
    {"caption", ""},
    {"cite", ""},
    {"code", ""},
    {"col", "span"},
    {"colgroup", "span"},
    {"dd", ""},
    {"del", "cite datetime"},
    {"details", "open"},
    {"dfn", "title"},
    {"div", ""},
    {"dl", ""},
    {"dt", ""},
    {"em", ""},
    {"figcaption", ""},
    {"figure", ""},
    {"footer", ""},
    {"h1", ""},
    {"h2", ""},
    {"h3", ""},
    {"h4", ""},
    {"h5", ""},
    {"h6", ""},
    {"header", ""},
    {"hr", ""},
    {"i", ""},
    {"img", "src srcset alt title width height"},
    {"ins", "cite datetime"},
    {"kbd", ""},
    {"li", "value"},
    {"main", ""},
    {"mark", ""},
    {"ol", "start reversed type"},
    {"p", ""},
    {"picture", ""},
    {"pre", ""},
    {"q", "cite"},
    {"rp", ""},
    {"rt", ""},
    {"ruby", ""},
    {"s", ""},
    {"samp", ""},
    {"section", ""},
    {"small", ""},
    {"source", "src srcset type"},
    {"span", ""},
    {"strong", ""},
    {"sub", ""},
    {"summary", ""},
    {"sup", ""},
    {"table", ""},
    {"tbody", ""},
    {"td", "colspan rowspan"},
    {"tfoot", ""},
    {"th", "colspan rowspan scope abbr"},
    {"thead", ""},
    {"time", "datetime"},
    {"tr", ""},
    {"track", "src kind label srclang default"},
    {"u", ""},
    {"ul", ""},
    {"var", ""},
    {"video", "src poster controls loop width height"},
    {"wbr", ""},
}};

constexpr std::string_view everywhere = "dir id lang";

bool has_word(std::string_view words, std::string_view word) {
    return (' ' + std::string(words) + ' ').find(' ' + std::string(word) + ' ') != std::string::npos;
}

bool starts_with_any(std::string_view text, std::initializer_list<std::string_view> starts) {
    return std::any_of(starts.begin(), starts.end(), [&](std::string_view start) { return text.starts_with(start); });
}

bool is_loadable(std::string_view url) { return starts_with_any(url, {"http://", "https://"}); }

// Every candidate of a srcset: blanks part the address from its descriptor, a comma with a blank the candidates.
bool are_loadable(std::string_view srcset) {
    while (!srcset.empty()) {
        if (!is_loadable(srcset)) return false;
        const auto end = srcset.find(", ");
        srcset.remove_prefix(end == std::string_view::npos ? srcset.size() : end + 2);
    }
    return true;
}

bool is_allowed_value(std::string_view element, std::string_view name, std::string_view value) {
    if (name == "href" || name == "cite") return is_loadable(value) || starts_with_any(value, {"mailto:", "tel:", "#"});
    if (name == "src" && element == "img" && value.starts_with("data:"))
        return starts_with_any(value, {"data:image/png;base64,", "data:image/jpeg;base64,", "data:image/jpg;base64,",
                                       "data:image/gif;base64,", "data:image/webp;base64,", "data:image/avif;base64,"});
    if (name == "src" || name == "poster") return is_loadable(value);
    return name != "srcset" || are_loadable(value);
}

// As gumbo names it; what it does not know ("picture") as it is written.
std::string_view tag_of(const GumboElement& element) {
    if (element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element.tag);
    GumboStringPiece written = element.original_tag;
    gumbo_tag_from_original_text(&written);
    return {written.data, written.length};
}

std::string unsafe_element(const GumboElement& element) {
    const std::string_view tag = tag_of(element);
    const auto* const known =
        std::find_if(allowed.begin(), allowed.end(), [&](const Allowed& one) { return one.element == tag; });
    if (element.tag_namespace != GUMBO_NAMESPACE_HTML || known == allowed.end()) return fmt::format("element {}", tag);
    for (unsigned i = 0; i < element.attributes.length; ++i) {
        const auto& attribute = *static_cast<const GumboAttribute*>(element.attributes.data[i]);
        const std::string_view name = attribute.name;
        if (!has_word(known->attributes, name) && !has_word(everywhere, name))
            return fmt::format("attribute {} of {}", name, tag);
        if (!is_allowed_value(tag, name, attribute.value))
            return fmt::format("{}={:?} of {}", name, attribute.value, tag);
    }
    return {};
}

std::string unsafe_node(const GumboNode& node) {
    switch (node.type) {
        case GUMBO_NODE_ELEMENT:
            return unsafe_element(node.v.element);
        case GUMBO_NODE_TEXT:
        case GUMBO_NODE_WHITESPACE:
            return {};
        case GUMBO_NODE_DOCUMENT:
        case GUMBO_NODE_CDATA:
        case GUMBO_NODE_COMMENT:
        case GUMBO_NODE_TEMPLATE:
            break;
    }
    return "a node that is neither element nor text";
}

void push_children(std::vector<const GumboNode*>& waiting, const GumboNode& node) {
    if (node.type != GUMBO_NODE_ELEMENT) return;
    const GumboVector& children = node.v.element.children;
    for (unsigned i = 0; i < children.length; ++i) waiting.push_back(static_cast<const GumboNode*>(children.data[i]));
}

}  // namespace

std::string unsafe_part(std::string_view html) {
    GumboOptions options = kGumboDefaultOptions;
    options.fragment_context = GUMBO_TAG_DIV;
    const auto destroy = [&](GumboOutput* output) { gumbo_destroy_output(&options, output); };
    const std::unique_ptr<GumboOutput, decltype(destroy)> output(
        gumbo_parse_with_options(&options, html.data(), html.size()), destroy);
    std::vector<const GumboNode*> waiting;
    push_children(waiting, *output->root);
    while (!waiting.empty()) {
        const GumboNode& node = *waiting.back();
        waiting.pop_back();
        if (std::string unsafe = unsafe_node(node); !unsafe.empty()) return unsafe;
        push_children(waiting, node);
    }
    return {};
}

}  // namespace masthead::tests
