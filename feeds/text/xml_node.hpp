#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <iterator>
#include <limits>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "feeds/text/xml_scopes.hpp"

namespace pugi {
class xml_document;
class xml_node;
struct xml_node_struct;
}  // namespace pugi

namespace masthead::feeds {

class XmlTree;

struct XmlAttribute {
    const XmlName* name = nullptr;
    std::string_view value;
};

/// An element of an XmlTree, or none. Names are lower case with our own prefix for a known namespace ("itunes:author",
/// "atom:link", "title" for RSS itself), so the prefixes of the document do not matter. Views last as long as what the
/// tree holds. Every walk is a loop.
class XmlNode {
public:
    class Iterator;

    XmlNode() = default;
    XmlNode(XmlTree* tree, std::uint32_t number) : tree_(tree), number_(number) {}
    explicit operator bool() const { return tree_ != nullptr; }
    bool operator==(const XmlNode&) const = default;

    std::string_view name() const;
    std::uint64_t key() const;  ///< of the name, for a `switch` (xml_names.hpp); so the next two
    std::uint64_t prefix_key() const;
    std::uint64_t local_key() const;
    std::string_view local_name() const;     ///< without the prefix
    std::string_view prefix() const;         ///< empty for a name without one
    std::string_view written_name() const;   ///< the local name as the document has it: "alternateEnclosure"
    std::string_view namespace_uri() const;  ///< as XmlName says it
    bool is_published() const;               ///< whether we know the specification of its namespace
    XmlScopes::Scope scope() const;          ///< the namespaces that are declared for what is within

    /// The element that it stands in, also where that is of another tree; none for a root.
    XmlNode parent() const;

    /// The first child element with this name, or none.
    XmlNode child(std::string_view name) const;
    bool has_children() const;  ///< elements
    Iterator begin() const;     ///< child elements in order
    Iterator end() const;

    /// The value of an attribute; empty when there is none.
    std::string_view attribute(std::string_view name) const;

    /// All attributes in order.
    std::span<const XmlAttribute> attributes() const;

    /// All character data within, in order, trimmed.
    std::string_view text() const;

    /// Whether it has character data of its own, other than white space: not only elements.
    bool has_own_text() const;

    /// What is within as HTML: markup written out, text escaped. For content that stands in the feed as elements.
    std::string inner_markup() const;

private:
    friend class Iterator;
    friend class XmlTree;
    const struct XmlElement& element() const;

    XmlTree* tree_ = nullptr;
    std::uint32_t number_ = 0;
};

/// What an XmlTree holds of an element. Elements are numbered in document order, so the first child is the next one.
struct XmlElement {
    static constexpr std::uint32_t outside = UINT32_MAX;  // the parent of an outermost element

    const XmlName* name;
    pugi::xml_node_struct* source;
    std::string_view text;  // trimmed; joined when it is asked for, where it stands in pieces or in other elements
    std::uint32_t parent;   // or `outside`
    std::uint32_t end = 0;  // the number behind its last descendant
    std::uint32_t first_attribute;
    std::uint32_t attributes = 0;
    XmlScopes::Scope scope;  // of what is within
    bool has_own_text = false;
    bool is_in_pieces = false;
    bool knows_joined_text = false;
};

class XmlNode::Iterator {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = XmlNode;
    using difference_type = std::ptrdiff_t;
    using pointer = const XmlNode*;
    using reference = XmlNode;

    Iterator() = default;
    Iterator(XmlTree* tree, std::uint32_t number) : tree_(tree), number_(number) {}
    XmlNode operator*() const { return {tree_, number_}; }
    Iterator& operator++();
    bool operator==(const Iterator&) const = default;

private:
    XmlTree* tree_ = nullptr;
    std::uint32_t number_ = 0;
};

/// The elements of a document or of a part of it. The one door to pugixml.
class XmlTree {
public:
    /// `names` outlives it.
    explicit XmlTree(XmlScopes& names);
    XmlTree(XmlTree&&) noexcept;
    ~XmlTree();

    /// Reads well-formed text. Its outermost elements stand within `outer`, of another tree. The result of the last
    /// time is gone. The first of the outermost elements; none when the text is not well-formed.
    XmlNode read(std::string_view text, XmlNode outer);

    /// The outermost element behind one, or none.
    XmlNode next_outermost(XmlNode outermost);

    XmlNode node(std::uint32_t number) { return number < elements_.size() ? XmlNode(this, number) : XmlNode(); }

private:
    friend class XmlNode;
    friend class XmlNode::Iterator;

    void add_all(XmlScopes::Scope scope);
    void add_element(pugi::xml_node element, std::uint32_t parent, XmlScopes::Scope scope);
    void add_text(XmlElement& element, std::string_view text);
    std::string_view text_of(XmlElement& element);

    XmlScopes* names_;
    std::unique_ptr<pugi::xml_document> source_;
    std::string text_;  // what `source_` points into
    XmlNode outer_;
    std::vector<XmlElement> elements_;
    std::vector<XmlAttribute> attributes_;
    std::deque<std::string> joined_;  // texts that stand in several pieces
};

inline const XmlElement& XmlNode::element() const { return tree_->elements_[number_]; }
inline std::string_view XmlNode::name() const { return tree_ ? std::string_view(element().name->full) : ""; }
inline std::uint64_t XmlNode::key() const { return element().name->key; }
inline std::uint64_t XmlNode::prefix_key() const { return element().name->prefix_key; }
inline std::uint64_t XmlNode::local_key() const { return element().name->local_key; }
inline std::string_view XmlNode::local_name() const { return tree_ ? element().name->local : ""; }
inline std::string_view XmlNode::prefix() const { return tree_ ? element().name->prefix : ""; }
inline std::string_view XmlNode::written_name() const { return element().name->written; }
inline std::string_view XmlNode::namespace_uri() const { return element().name->uri; }
inline XmlScopes::Scope XmlNode::scope() const { return element().scope; }
inline bool XmlNode::is_published() const { return element().name->is_published; }
inline bool XmlNode::has_children() const { return tree_ && element().end > number_ + 1; }
inline bool XmlNode::has_own_text() const { return tree_ && element().has_own_text; }
inline XmlNode::Iterator XmlNode::end() const { return tree_ ? Iterator(tree_, element().end) : Iterator(); }
inline XmlNode::Iterator XmlNode::begin() const { return tree_ ? Iterator(tree_, number_ + 1) : Iterator(); }
inline XmlNode::Iterator& XmlNode::Iterator::operator++() {
    number_ = tree_->elements_[number_].end;
    return *this;
}

}  // namespace masthead::feeds
