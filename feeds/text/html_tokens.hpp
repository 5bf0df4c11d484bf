#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace masthead::feeds {

/// An attribute as the source has it; both views point into the source.
struct RawAttribute {
    std::string_view name;   ///< in the source's upper and lower case
    std::string_view value;  ///< references not yet resolved
};

struct HtmlToken {
    enum class Type {
        text,  ///< between tags: references not yet resolved
        raw,   ///< the content of script, style, title and the like, which is no markup
        start,
        end
    };
    Type type = Type::text;
    std::string_view text;                 ///< text and raw: points into the source
    std::string tag;                       ///< start and end: lower case; raw: of the element that holds it
    bool closes_itself = false;            ///< start: written as <x/>, which means something in SVG and MathML only
    std::vector<RawAttribute> attributes;  ///< start: the first 64

    /// The value of an attribute with its references resolved; empty when there is none. The first of two counts.
    std::string attribute(std::string_view name) const;
    bool has_attribute(std::string_view name) const;
};

/// Cuts HTML into tokens as HTML, section 13.2.5, does, in one pass whose time is linear in the source. Comments,
/// doctypes and processing instructions are passed over, a tag that the source's end cuts off is left out.
class HtmlTokens {
public:
    /// `source` is UTF-8 and outlives the tokens.
    explicit HtmlTokens(std::string_view source) : source_(source), last_closing_(source.rfind('>')) {}

    /// Reads the next token into `token`, whose memory is used again; false at the end.
    bool next(HtmlToken& token);

    /// How far the source has been read: behind the last token.
    std::size_t position() const { return at_; }

private:
    bool read_tag(HtmlToken& token);
    void read_attributes(HtmlToken& token);
    void skip_comment();
    bool read_raw(HtmlToken& token);
    std::size_t end_of_text() const;
    bool begins_declaration(std::size_t sign) const;

    std::string_view source_;
    std::size_t at_ = 0;
    std::size_t last_closing_;  // the last '>', or npos
    std::string raw_until_;     // the element whose raw content comes next
};

/// Whether an element has neither content nor end tag: br, img, ...
bool is_void_element(std::string_view tag);

/// h1 to h6.
bool is_heading_tag(std::string_view tag);

/// Whether an element begins on a new line in what a reader sees: p, div, li, h1, td, ...
bool is_block_element(std::string_view tag);

/// Whether `a` and `b`, which is in lower case, are equal but for the case of ASCII letters.
bool equal_lowered(std::string_view a, std::string_view b);

}  // namespace masthead::feeds
