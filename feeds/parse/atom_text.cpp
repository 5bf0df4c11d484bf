#include "feeds/parse/atom_text.hpp"

#include <algorithm>

#include "feeds/parse/feed_values.hpp"
#include "feeds/text/ascii.hpp"
#include "feeds/text/base64.hpp"
#include "feeds/text/encoding.hpp"
#include "feeds/text/fold.hpp"

namespace masthead::feeds {
namespace {

enum class Type { text, html, xhtml, base64 };

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

// Text without a type in which tags stand was meant as HTML: no reader shows "</p>" to people.
bool looks_like_html(std::string_view text) {
    return contains(text, "</") || contains(text, "<br") || contains(text, "<img") || contains(text, "<p>");
}

bool is_text_in_base64(std::string_view text) {
    const auto is_part = [](char c) {
        return is_blank(c) || (c >= '0' && c <= '9') || is_letter(c) ||
               std::string_view("+/-_=").find(c) != std::string_view::npos;
    };
    if (!std::all_of(text.begin(), text.end(), is_part)) return false;
    const auto bytes = decode_base64(text);
    return repair_utf8(bytes) == bytes;
}

Type type_of(XmlNode node) {
    const std::string type = lower_word(node.attribute("type"));
    const std::string mode = lower_word(node.attribute("mode"));
    if (mode == "base64") return Type::base64;
    if (mode != "escaped" && (type == "xhtml" || contains(type, "xhtml+xml") || node.has_children()))
        return Type::xhtml;
    if (type == "html" || contains(type, "html")) return Type::html;
    if (type == "text" || type == "text/plain") return Type::text;
    if (type.empty()) return looks_like_html(node.text()) ? Type::html : Type::text;
    // Any other media type of an Atom content is in base64 (section 4.1.3.3), text in itself and XML excepted; what
    // cannot be base64 or is no text in it stands for itself.
    if (contains(type, "xml")) return Type::text;
    if (type.substr(0, 5) == "text/" || !contains(type, "/")) return Type::html;
    return is_text_in_base64(node.text()) ? Type::base64 : Type::text;
}

// XHTML stands in one div, which is no part of it (section 3.1.1.3).
XmlNode xhtml_root(XmlNode node) {
    const auto first = node.begin();
    if (first == node.end() || (*first).local_name() != "div") return node;
    auto second = first;
    return ++second == node.end() ? *first : node;
}

}  // namespace

AtomText::AtomText(XmlNode node, const std::string& base) : node_(node), base_(&base) {
    switch (type_of(node)) {
        case Type::text:
            is_plain_ = true;
            take(html_of_text(node.text()));
            break;
        case Type::html:
            html_ = node.text();
            break;
        case Type::xhtml:
            read_xhtml(xhtml_root(node));
            break;
        case Type::base64:
            take(repair_utf8(decode_base64(node.text())));
            break;
    }
}

void AtomText::take(std::string html) {
    own_html_ = std::move(html);
    html_ = own_html_;
}

void AtomText::read_xhtml(XmlNode root) {
    if (root != node_) base_ = &base_of_child(root, *base_, own_base_);
    take(root.inner_markup());
}

std::string AtomText::line() const { return is_plain_ ? text_line(node_.text()) : plain_line(html_); }

}  // namespace masthead::feeds
