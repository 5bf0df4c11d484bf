#include "feeds/text/xml_node.hpp"

#include <algorithm>
#include <array>
#include <cstring>

#include <pugixml.hpp>

#include "feeds/text/ascii.hpp"
#include "feeds/text/html_references.hpp"

namespace masthead::feeds {
namespace {

// White space between elements counts: it parts words in XHTML.
constexpr unsigned parse_flags = pugi::parse_cdata | pugi::parse_escapes | pugi::parse_eol | pugi::parse_ws_pcdata;

bool is_text(pugi::xml_node node) { return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata; }

// The next node of a walk through what is within `top`, in document order; `leave` is told of each element that ends.
template <class Leave>
pugi::xml_node next_within(pugi::xml_node top, pugi::xml_node node, Leave leave) {
    if (const auto child = node.first_child()) return child;
    while (node != top) {
        if (node.type() == pugi::node_element) leave(node);
        if (const auto sibling = node.next_sibling()) return sibling;
        node = node.parent();
    }
    return {};
}

// As HTML has it: in lower case, without a prefix.
std::string html_name(std::string_view name) { return lowered(name.substr(name.rfind(':') + 1)); }

bool is_void(std::string_view tag) {
    constexpr std::array<std::string_view, 14> tags = {"area",  "base", "br",   "col",   "embed",  "hr",    "img",
                                                       "input", "link", "meta", "param", "source", "track", "wbr"};
    return std::find(tags.begin(), tags.end(), tag) != tags.end();
}

// Of most names the first letter decides.
bool declares_namespace(const char* attribute) {
    return *attribute == 'x' && std::strncmp(attribute, "xmlns", 5) == 0 &&
           (attribute[5] == '\0' || attribute[5] == ':');
}

void append_start_tag(std::string& out, pugi::xml_node element) {
    out.append(1, '<').append(html_name(element.name()));
    for (const auto attribute : element.attributes()) {
        if (declares_namespace(attribute.name())) continue;
        out.append(1, ' ').append(lowered(attribute.name())).append("=\"");
        append_escaped_value(out, attribute.value());
        out += '"';
    }
    out += '>';
}

}  // namespace

XmlNode XmlNode::parent() const {
    if (!tree_) return {};
    const auto parent = element().parent;
    return parent == XmlElement::outside ? tree_->outer_ : XmlNode(tree_, parent);
}

XmlNode XmlNode::child(std::string_view name) const {
    for (const auto node : *this)
        if (node.name() == name) return node;
    return {};
}

std::span<const XmlAttribute> XmlNode::attributes() const {
    if (!tree_) return {};
    return {tree_->attributes_.data() + element().first_attribute, element().attributes};
}

std::string_view XmlNode::attribute(std::string_view name) const {
    for (const auto& attribute : attributes())
        if (attribute.name->full == name) return attribute.value;
    return {};
}

std::string_view XmlNode::text() const { return tree_ ? tree_->text_of(tree_->elements_[number_]) : ""; }

std::string XmlNode::inner_markup() const {
    if (!tree_) return {};
    std::string out;
    const pugi::xml_node top(element().source);
    const auto leave = [&](pugi::xml_node element) {
        const auto tag = html_name(element.name());
        if (!is_void(tag)) out.append("</").append(tag).append(1, '>');
    };
    for (auto node = top; node; node = next_within(top, node, leave)) {
        if (is_text(node))
            append_escaped(out, node.value());
        else if (node != top)
            append_start_tag(out, node);
    }
    return std::string(trimmed(out));
}

XmlTree::XmlTree(XmlScopes& names) : names_(&names), source_(std::make_unique<pugi::xml_document>()) {}
XmlTree::XmlTree(XmlTree&&) noexcept = default;
XmlTree::~XmlTree() = default;

XmlNode XmlTree::read(std::string_view text, XmlNode outer) {
    elements_.clear();
    attributes_.clear();
    joined_.clear();
    outer_ = outer;
    text_ = text;
    if (!source_->load_buffer_inplace(text_.data(), text_.size(), parse_flags, pugi::encoding_utf8)) return {};
    add_all(outer ? outer.scope() : XmlScopes::outermost);
    return node(0);
}

XmlNode XmlTree::next_outermost(XmlNode outermost) { return node(outermost.element().end); }

// A walk in document order, in which an element is open while what is within it is added.
void XmlTree::add_all(XmlScopes::Scope scope) {
    auto open = XmlElement::outside;
    for (auto node = source_->first_child();;) {
        const bool is_outermost = open == XmlElement::outside;
        if (!node) {
            if (is_outermost) return;
            auto& closed = elements_[open];
            closed.end = static_cast<std::uint32_t>(elements_.size());
            node = pugi::xml_node(closed.source).next_sibling();
            open = closed.parent;
        } else if (node.type() == pugi::node_element) {
            add_element(node, open, is_outermost ? scope : elements_[open].scope);
            open = static_cast<std::uint32_t>(elements_.size() - 1);
            node = node.first_child();
        } else {
            if (!is_outermost) add_text(elements_[open], node.value());
            node = node.next_sibling();
        }
    }
}

void XmlTree::add_element(pugi::xml_node element, std::uint32_t parent, XmlScopes::Scope scope) {
    // Declarations count for the element's own name and all of its attributes.
    bool declares = false;
    for (auto one = element.first_attribute(); one; one = one.next_attribute()) {
        if (!declares_namespace(one.name())) continue;
        declares = true;
        const std::string_view name = one.name();
        scope = names_->declare(scope, name.substr(std::min<std::size_t>(name.size(), 6)), one.value());
    }
    const auto first = static_cast<std::uint32_t>(attributes_.size());
    for (auto one = element.first_attribute(); one; one = one.next_attribute())
        if (!declares || !declares_namespace(one.name()))
            attributes_.push_back({&names_->attribute(scope, one.name()), one.value()});
    elements_.push_back({&names_->element(scope, element.name()),
                         element.internal_object(),
                         {},
                         parent,
                         0,
                         first,
                         static_cast<std::uint32_t>(attributes_.size()) - first,
                         scope});
}

// Most elements have one piece of text, or one in a CDATA section with white space around.
void XmlTree::add_text(XmlElement& element, std::string_view text) {
    const auto bare = trimmed(text);
    if (bare.empty()) return;
    element.is_in_pieces = element.has_own_text;
    element.has_own_text = true;
    element.text = bare;
}

std::string_view XmlTree::text_of(XmlElement& element) {
    const auto number = static_cast<std::uint32_t>(&element - elements_.data());
    const bool is_joined = element.is_in_pieces || element.end > number + 1;
    if (!is_joined || element.knows_joined_text) return element.text;
    std::string joined;
    const pugi::xml_node top(element.source);
    for (auto node = top; node; node = next_within(top, node, [](pugi::xml_node) {}))
        if (is_text(node)) joined += node.value();
    element.text = trimmed(joined_.emplace_back(std::move(joined)));
    element.knows_joined_text = true;
    return element.text;
}

}  // namespace masthead::feeds
