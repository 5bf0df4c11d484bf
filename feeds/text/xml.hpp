#pragma once

#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "feeds/limits.hpp"
#include "feeds/result.hpp"
#include "feeds/text/xml_repair.hpp"

namespace pugi {
struct xml_node_struct;
class xml_document;
}  // namespace pugi

namespace masthead::feeds {

/// An element of an XmlDocument, or none. Names are lower case with our own prefix for a known namespace
/// ("itunes:author", "atom:link", "title" for RSS itself), so the prefixes of the document do not matter. Views last as
/// long as the document. Every walk is a loop.
class XmlNode {
public:
    class Iterator;
    struct Attribute {
        std::string_view name, value;
    };

    XmlNode() = default;
    explicit XmlNode(pugi::xml_node_struct* node) : node_(node) {}
    explicit operator bool() const { return node_ != nullptr; }
    bool operator==(const XmlNode&) const = default;

    std::string_view name() const;
    std::string_view local_name() const;  ///< without the prefix
    std::string_view prefix() const;      ///< empty for a name without one
    XmlNode parent() const;

    /// The first child element with this name, or none.
    XmlNode child(std::string_view name) const;
    bool has_children() const;  ///< elements
    Iterator begin() const;     ///< child elements in order
    Iterator end() const;

    /// The value of an attribute; empty when there is none.
    std::string_view attribute(std::string_view name) const;

    /// All attributes in order.
    std::vector<Attribute> attributes() const;

    /// All character data within, in order, trimmed.
    std::string text() const;

    /// Whether it has character data of its own, other than white space: not only elements.
    bool has_own_text() const;

    /// What is within as HTML: markup written out, text escaped. For content that stands in the feed as elements.
    std::string inner_markup() const;

private:
    friend class Iterator;
    pugi::xml_node_struct* node_ = nullptr;
};

class XmlNode::Iterator {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = XmlNode;
    using difference_type = std::ptrdiff_t;
    using pointer = const XmlNode*;
    using reference = XmlNode;

    Iterator() = default;
    explicit Iterator(XmlNode node) : node_(node) {}
    XmlNode operator*() const { return node_; }
    Iterator& operator++();
    bool operator==(const Iterator&) const = default;

private:
    XmlNode node_;
};

/// A document as a tree, from text that may be broken (xml_repair.hpp). The one door to pugixml.
class XmlDocument {
public:
    /// Reads UTF-8. An error when a limit is hit or there is no element at all.
    [[nodiscard]] static Result<XmlDocument, ParseError> read(std::string_view text, const Limits& limits);

    XmlDocument(XmlDocument&&) noexcept;
    XmlDocument& operator=(XmlDocument&&) noexcept;
    ~XmlDocument();

    XmlNode root() const;
    const std::vector<std::string>& notes() const { return notes_; }  ///< what was mended

    /// Whether the root element declares a namespace whose address, as written, contains this.
    bool declares_namespace(std::string_view part) const;

    /// The local name of an element or of its attribute as the document writes it: "alternateEnclosure".
    std::string_view written_name(XmlNode node) const;
    std::string_view written_name(XmlNode node, std::string_view attribute) const;

    /// The address of an element's namespace: that of its specification where we know it, else as declared; empty for
    /// an element without one, and for a prefix that was not declared.
    std::string_view namespace_of(XmlNode node) const;

    /// Whether the document ends in the middle.
    bool was_cut() const { return !open_at_end_.empty(); }

    /// Whether an element of this name was still open where the document was cut off: the last one is not whole.
    bool was_cut_within(std::string_view name) const;

private:
    XmlDocument();

    std::unique_ptr<std::string> text_;  // what the tree points into
    std::unique_ptr<pugi::xml_document> tree_;
    XmlSpelling spelling_;
    std::vector<std::string> namespaces_;
    std::vector<std::string> open_at_end_;
    std::vector<std::string> notes_;
};

/// The base of relative references within a node: xml:base of it and its ancestors over the document's (XML Base).
std::string base_at(XmlNode node, std::string_view document_base);

/// xml:lang in force at a node; empty when there is none.
std::string_view language_at(XmlNode node);

}  // namespace masthead::feeds
