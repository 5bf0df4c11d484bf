#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "feeds/limits.hpp"
#include "feeds/result.hpp"
#include "feeds/text/xml_node.hpp"
#include "feeds/text/xml_outline.hpp"

namespace masthead::feeds {

/// An XML document that may be broken (xml_repair.hpp): a tree of all but its entries, which are read one at a time
/// (XmlEntryReader), for the tree of a whole document takes several times its size.
class XmlDocument {
public:
    /// Reads UTF-8; `text` outlives the document. An error when a limit is hit or there is no element at all.
    [[nodiscard]] static Result<XmlDocument, ParseError> read(std::string_view text, const Limits& limits);

    XmlNode root() const { return root_; }
    const std::vector<std::string>& notes() const { return notes_; }  ///< what was mended

    /// Where its entries stand, in order.
    const std::vector<XmlOutline::Entry>& entries() const { return outline_.entries; }

    /// Whether the root element declares a namespace whose address, as written, contains this.
    bool declares_namespace(std::string_view part) const;

    /// Whether the document ends in the middle.
    bool was_cut() const { return was_cut_; }

    /// Whether an entry was still open where the document was cut off: the last one is not whole.
    bool was_cut_within_entry() const { return was_cut_within_entry_; }

private:
    friend class XmlEntryReader;
    XmlDocument() : names_(std::make_unique<XmlScopes>()), tree_(std::make_unique<XmlTree>(*names_)) {}

    std::string_view text_;
    std::unique_ptr<std::string> mended_;  // what `text_` is of, if it had to be mended
    XmlOutline outline_;
    std::unique_ptr<XmlScopes> names_;
    std::unique_ptr<XmlTree> tree_;
    XmlNode root_;
    std::vector<std::string> notes_;
    bool was_cut_ = false, was_cut_within_entry_ = false;
};

/// Makes trees of the entries of a document, which outlives it.
class XmlEntryReader {
public:
    explicit XmlEntryReader(const XmlDocument& document) : document_(document), tree_(*document.names_) {}

    /// The element of the next entry, or none behind the last; its parent() is of the document's tree. The one before
    /// is gone.
    XmlNode next();

private:
    void read_some();

    const XmlDocument& document_;
    XmlTree tree_;
    XmlNode entry_;
    std::size_t read_ = 0;  // how many entries have been made trees
};

/// The base of relative references within a node: xml:base of it and its ancestors over the document's (XML Base).
std::string base_at(XmlNode node, std::string_view document_base);

/// The same for a child of an element whose base is known: that base, or its own, for which `space` is given.
const std::string& base_of_child(XmlNode child, const std::string& base, std::string& space);

/// xml:lang in force at a node; empty when there is none.
std::string_view language_at(XmlNode node);

}  // namespace masthead::feeds
