#pragma once

#include <string>
#include <string_view>

#include "feeds/text/xml.hpp"

namespace masthead::feeds {

/// An Atom text construct or content (RFC 4287, sections 3.1 and 4.1.3; `mode` of Atom 0.3).
class AtomText {
public:
    /// `base` is that of references at the node. Both outlive the text.
    AtomText(XmlNode node, const std::string& base);
    AtomText(const AtomText&) = delete;
    AtomText& operator=(const AtomText&) = delete;

    /// As HTML, not yet safe.
    std::string_view html() const { return html_; }

    /// The base of references in it: that of the div of XHTML, where it has one.
    const std::string& base() const { return *base_; }

    bool is_plain() const { return is_plain_; }

    /// As one line of plain text: titles, rights.
    std::string line() const;

private:
    void take(std::string html);
    void read_xhtml(XmlNode root);

    XmlNode node_;
    std::string own_html_, own_base_;
    std::string_view html_;
    const std::string* base_;
    bool is_plain_ = false;
};

}  // namespace masthead::feeds
