#include "feeds/text/html.hpp"

#include <algorithm>
#include <memory>

#include <gumbo.h>

#include "feeds/text/ascii.hpp"
#include "feeds/text/html_balance.hpp"
#include "feeds/text/html_references.hpp"
#include "feeds/text/html_tokens.hpp"

namespace masthead::feeds {
namespace {

bool equal_in_any_case(std::string_view a, std::string_view b) {
    return a.size() == b.size() &&
           std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return lower(x) == lower(y); });
}

struct DestroyOutput {
    void operator()(GumboOutput* output) const { gumbo_destroy_output(&kGumboDefaultOptions, output); }
};
using Output = std::unique_ptr<GumboOutput, DestroyOutput>;

// Elements that HTML does not know keep the name that the source gives them.
std::string tag_of(const GumboElement& element) {
    if (element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element.tag);
    GumboStringPiece piece = element.original_tag;
    gumbo_tag_from_original_text(&piece);
    return piece.data == nullptr ? "unknown" : lowered({piece.data, piece.length});
}

HtmlNode element_node(const GumboElement& element, std::size_t parent) {
    HtmlNode out;
    out.tag = tag_of(element);
    out.parent = parent;
    for (unsigned i = 0; i < element.attributes.length; ++i) {
        const auto* attribute = static_cast<const GumboAttribute*>(element.attributes.data[i]);
        out.attributes.push_back({lowered(attribute->name), attribute->value});
    }
    return out;
}

// The nodes in document order; the stack holds what is open, so depth costs no recursion.
class Flattening {
public:
    explicit Flattening(std::vector<HtmlNode>& nodes) : nodes_(nodes) {}

    void run(const GumboNode* root) {
        open(root);
        while (!stack_.empty()) {
            auto& [element, index, next] = stack_.back();
            if (next < element->children.length) {
                add(static_cast<const GumboNode*>(element->children.data[next++]));
            } else {
                nodes_[index].end = nodes_.size();
                stack_.pop_back();
            }
        }
    }

private:
    struct Open {
        const GumboElement* element;
        std::size_t index;
        unsigned next;
    };

    void open(const GumboNode* node) {
        nodes_.push_back(element_node(node->v.element, stack_.empty() ? 0 : stack_.back().index));
        stack_.push_back({&node->v.element, nodes_.size() - 1, 0});
    }

    void add(const GumboNode* node) {
        if (node->type == GUMBO_NODE_ELEMENT) return open(node);
        const bool is_text =
            node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE || node->type == GUMBO_NODE_CDATA;
        if (!is_text) return;
        HtmlNode text;
        text.text = node->v.text.text;
        text.parent = stack_.back().index;
        text.end = nodes_.size() + 1;
        nodes_.push_back(std::move(text));
    }

    std::vector<HtmlNode>& nodes_;
    std::vector<Open> stack_;
};

void append_start_tag(std::string& out, const HtmlNode& node) {
    out.append("<").append(node.tag);
    for (const auto& attribute : node.attributes) {
        out.append(" ").append(attribute.name).append("=\"");
        append_escaped_value(out, attribute.value);
        out += '"';
    }
    out += '>';
}

}  // namespace

std::string_view HtmlNode::attribute(std::string_view name) const {
    for (const auto& attribute : attributes)
        if (attribute.name == name) return attribute.value;
    return {};
}

bool HtmlNode::has_attribute(std::string_view name) const {
    return std::any_of(attributes.begin(), attributes.end(), [&](const auto& a) { return a.name == name; });
}

bool HtmlNode::has_word(std::string_view name, std::string_view word) const {
    std::string_view rest = attribute(name);
    while (!rest.empty()) {
        const auto length = static_cast<std::size_t>(std::find_if(rest.begin(), rest.end(), is_blank) - rest.begin());
        if (equal_in_any_case(rest.substr(0, length), word)) return true;
        rest.remove_prefix(std::min(length + 1, rest.size()));
    }
    return false;
}

std::string HtmlTree::text(std::size_t n) const {
    std::string out;
    const auto add_blank = [&] {
        if (!out.empty() && out.back() != ' ') out += ' ';
    };
    std::vector<std::size_t> ends;  // of the blocks that are open, innermost last
    for (std::size_t i = n; i < nodes[n].end; ++i) {
        while (!ends.empty() && ends.back() <= i) {
            add_blank();
            ends.pop_back();
        }
        const HtmlNode& node = nodes[i];
        if (!node.is_text()) {
            if (is_block_element(node.tag)) {
                add_blank();
                ends.push_back(node.end);
            }
            if (node.tag == "script") i = node.end - 1;
            continue;
        }
        for (char c : node.text) {
            if (is_blank(c)) {
                add_blank();
            } else {
                out += c;
            }
        }
    }
    if (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

std::vector<std::size_t> HtmlTree::children(std::size_t n) const {
    std::vector<std::size_t> out;
    for (std::size_t i = n + 1; i < nodes[n].end; i = nodes[i].end) out.push_back(i);
    return out;
}

std::size_t HtmlTree::find_tag(std::string_view tag, std::size_t within) const {
    for (std::size_t i = within; i < nodes[within].end; ++i)
        if (nodes[i].tag == tag) return i;
    return size();
}

std::vector<std::size_t> HtmlTree::all_tags(std::string_view tag, std::size_t within) const {
    std::vector<std::size_t> out;
    for (std::size_t i = within; i < nodes[within].end; ++i)
        if (nodes[i].tag == tag) out.push_back(i);
    return out;
}

std::size_t HtmlTree::ancestor(std::size_t n, std::string_view tag) const {
    for (;; n = nodes[n].parent) {
        if (nodes[n].tag == tag) return n;
        if (n == 0) return size();
    }
}

std::string HtmlTree::markup(std::size_t n, const std::vector<bool>& left_out) const {
    std::string out;
    std::vector<std::size_t> open;
    const auto close_until = [&](std::size_t at) {
        while (!open.empty() && nodes[open.back()].end <= at) {
            out.append("</").append(nodes[open.back()].tag).append(">");
            open.pop_back();
        }
    };
    for (std::size_t i = n; i < nodes[n].end; ++i) {
        close_until(i);
        const HtmlNode& node = nodes[i];
        if (!left_out.empty() && left_out[i]) {
            i = node.end - 1;
        } else if (node.is_text()) {
            append_escaped(out, node.text);
        } else {
            append_start_tag(out, node);
            if (!is_void_element(node.tag)) open.push_back(i);
        }
    }
    close_until(nodes[n].end);
    return out;
}

Result<HtmlTree, ParseError> parse_html(std::string_view text, const Limits& limits) {
    const auto balanced = balance_html(text, limits);
    if (!balanced) return unexpected(balanced.error());
    const Output output(gumbo_parse_with_options(&kGumboDefaultOptions, balanced->text.data(), balanced->text.size()));
    HtmlTree tree;
    tree.flattened = balanced->flattened;
    Flattening(tree.nodes).run(output->root);
    return tree;
}

}  // namespace masthead::feeds
