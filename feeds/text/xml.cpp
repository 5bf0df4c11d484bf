#include "feeds/text/xml.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <pugixml.hpp>

#include "feeds/text/ascii.hpp"
#include "feeds/text/html_references.hpp"
#include "feeds/text/url.hpp"
#include "feeds/text/xml_names.hpp"

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

std::string_view local_part(std::string_view name) { return name.substr(name.rfind(':') + 1); }

bool is_void(std::string_view tag) {
    constexpr std::array<std::string_view, 14> tags = {"area",  "base", "br",   "col",   "embed",  "hr",    "img",
                                                       "input", "link", "meta", "param", "source", "track", "wbr"};
    return std::find(tags.begin(), tags.end(), tag) != tags.end();
}

void append_start_tag(std::string& out, pugi::xml_node element) {
    out.append(1, '<').append(local_part(element.name()));
    for (const auto attribute : element.attributes()) {
        out.append(1, ' ').append(attribute.name()).append("=\"");
        append_escaped_value(out, attribute.value());
        out += '"';
    }
    out += '>';
}

}  // namespace

std::string_view XmlNode::name() const { return pugi::xml_node(node_).name(); }

std::string_view XmlNode::local_name() const { return local_part(name()); }

std::string_view XmlNode::prefix() const {
    const auto colon = name().find(':');
    return colon == std::string_view::npos ? std::string_view() : name().substr(0, colon);
}

XmlNode XmlNode::parent() const {
    const auto parent = pugi::xml_node(node_).parent();
    return parent.type() == pugi::node_element ? XmlNode(parent.internal_object()) : XmlNode();
}

XmlNode XmlNode::child(std::string_view name) const {
    for (const auto node : *this)
        if (node.name() == name) return node;
    return {};
}

bool XmlNode::has_children() const { return begin() != end(); }

XmlNode::Iterator XmlNode::begin() const {
    auto child = pugi::xml_node(node_).first_child();
    while (child && child.type() != pugi::node_element) child = child.next_sibling();
    return Iterator(XmlNode(child.internal_object()));
}

XmlNode::Iterator XmlNode::end() const { return {}; }

XmlNode::Iterator& XmlNode::Iterator::operator++() {
    auto node = pugi::xml_node(node_.node_).next_sibling();
    while (node && node.type() != pugi::node_element) node = node.next_sibling();
    node_ = XmlNode(node.internal_object());
    return *this;
}

std::string_view XmlNode::attribute(std::string_view name) const {
    for (const auto attribute : pugi::xml_node(node_).attributes())
        if (attribute.name() == name) return attribute.value();
    return {};
}

std::vector<XmlNode::Attribute> XmlNode::attributes() const {
    std::vector<Attribute> out;
    for (const auto attribute : pugi::xml_node(node_).attributes())
        out.push_back({attribute.name(), attribute.value()});
    return out;
}

std::string XmlNode::text() const {
    std::string out;
    const pugi::xml_node top(node_);
    for (auto node = top; node; node = next_within(top, node, [](pugi::xml_node) {}))
        if (is_text(node)) out += node.value();
    return std::string(trimmed(out));
}

bool XmlNode::has_own_text() const {
    for (const auto child : pugi::xml_node(node_).children())
        if (is_text(child) && !trimmed(child.value()).empty()) return true;
    return false;
}

std::string XmlNode::inner_markup() const {
    std::string out;
    const pugi::xml_node top(node_);
    const auto leave = [&](pugi::xml_node element) {
        const auto tag = local_part(element.name());
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

XmlDocument::XmlDocument() : tree_(std::make_unique<pugi::xml_document>()) {}
XmlDocument::XmlDocument(XmlDocument&&) noexcept = default;
XmlDocument& XmlDocument::operator=(XmlDocument&&) noexcept = default;
XmlDocument::~XmlDocument() = default;

Result<XmlDocument, ParseError> XmlDocument::read(std::string_view text, const Limits& limits) {
    auto repaired = repair_xml(text, limits);
    if (!repaired) return unexpected(std::move(repaired.error()));
    XmlDocument out;
    out.text_ = std::make_unique<std::string>(std::move(repaired->text));
    const auto result =
        out.tree_->load_buffer_inplace(out.text_->data(), out.text_->size(), parse_flags, pugi::encoding_utf8);
    if (!result)
        return unexpected(ParseError{ParseError::Code::malformed, fmt::format("the XML is broken at byte {}: {}",
                                                                              result.offset, result.description())});
    out.spelling_ = std::move(repaired->spelling);
    out.namespaces_ = std::move(repaired->namespaces);
    out.open_at_end_ = std::move(repaired->open_at_end);
    out.notes_ = std::move(repaired->notes);
    return out;
}

XmlNode XmlDocument::root() const { return XmlNode(tree_->document_element().internal_object()); }

bool XmlDocument::declares_namespace(std::string_view part) const {
    return std::any_of(namespaces_.begin(), namespaces_.end(),
                       [&](const std::string& uri) { return uri.find(part) != std::string::npos; });
}

std::string_view XmlDocument::written_name(XmlNode node) const {
    const auto found = spelling_.names.find(std::string(node.name()));
    return found == spelling_.names.end() ? node.local_name() : found->second;
}

std::string_view XmlDocument::written_name(XmlNode node, std::string_view attribute) const {
    const auto found = spelling_.names.find(fmt::format("{} {}", node.name(), attribute));
    return found == spelling_.names.end() ? local_part(attribute) : found->second;
}

std::string_view XmlDocument::namespace_of(XmlNode node) const {
    if (const auto* known = published_namespace(node.prefix())) return known->uri;
    const auto found = spelling_.namespaces.find(node.prefix());
    return found == spelling_.namespaces.end() ? std::string_view() : found->second;
}

bool XmlDocument::was_cut_within(std::string_view name) const {
    return std::find(open_at_end_.begin(), open_at_end_.end(), name) != open_at_end_.end();
}

std::string base_at(XmlNode node, std::string_view document_base) {
    std::vector<std::string_view> bases;  // innermost first
    for (; node; node = node.parent())
        if (const auto base = node.attribute("xml:base"); !base.empty()) bases.push_back(base);
    std::string out(document_base);
    for (auto base = bases.rbegin(); base != bases.rend(); ++base)
        if (auto resolved = resolve_url(out, *base)) out = std::move(*resolved);
    return out;
}

std::string_view language_at(XmlNode node) {
    for (; node; node = node.parent())
        if (const auto language = node.attribute("xml:lang"); !language.empty()) return language;
    return {};
}

}  // namespace masthead::feeds
