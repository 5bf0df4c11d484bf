#pragma once

#include <string_view>

namespace masthead::feeds {

/// How the value of an allowed attribute is checked before it is written anew.
enum class AttributeValue {
    link,       ///< an address that a reader may follow; a fragment alone stays as it is
    media,      ///< an address that is loaded with the text
    number,     ///< up to five digits
    word,       ///< letters, digits, '-' and '/': a language, a media type, a scope
    direction,  ///< ltr, rtl or auto
    anchor,     ///< what a fragment leads to
    text,       ///< anything: it is shown or read, never followed
    flag        ///< it is there or not
};

struct AttributeRule {
    std::string_view name;
    std::string_view elements;  ///< parted by blanks; "*" for all
    AttributeValue value;
};

/// As what an element is written: by its own name, an old one by the name that took its place, empty when its tags go
/// and its content stays. The name lives as long as the program.
std::string_view allowed_element(std::string_view tag);

/// The rule for an attribute (both names in lower case) of an allowed element; null when it goes. What images and
/// sources show (src, srcset, alt) depends on more than one attribute and has no rule here (feeds/text/images).
const AttributeRule* attribute_rule(std::string_view element, std::string_view name);

/// What goes with all that is in it: controls, and what is not shown.
bool goes_with_its_content(std::string_view tag);

/// The roots of foreign content (HTML, section 4.8.15 and 4.8.16), of which only the text stays: it has rules of its
/// own, which browsers and sanitisers read differently.
bool is_foreign_root(std::string_view tag);

/// Whether the start of this element ends foreign content that was left open (HTML, section 13.2.6.5).
bool breaks_out_of_foreign(std::string_view tag);

/// Elements of foreign content whose text says nothing to a reader: another notation of the same formula, metadata.
bool is_mute_in_foreign(std::string_view tag);

}  // namespace masthead::feeds
