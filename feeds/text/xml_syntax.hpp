#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "feeds/text/ascii.hpp"

namespace masthead::feeds {

// What the strict and the tolerant reading of XML (xml_outline.hpp, xml_repair.hpp) agree on.

constexpr std::size_t most_attributes = 128;   // of one element; look-ups walk through them
constexpr std::size_t longest_reference = 40;  // without its '&'

/// Whether a name may begin with it, or hold it; all beyond ASCII may, as pugixml has it.
constexpr bool starts_name(char c) {
    return is_letter(c) || c == '_' || c == ':' || static_cast<unsigned char>(c) >= 0x80;
}
constexpr std::array<bool, 256> name_parts = [] {
    std::array<bool, 256> out{};
    for (std::size_t c = 0; c < out.size(); ++c) {
        const char as_char = static_cast<char>(c);
        out[c] = starts_name(as_char) || is_digit(as_char) || as_char == '-' || as_char == '.';
    }
    return out;
}();
constexpr bool is_name_part(char c) { return name_parts[static_cast<unsigned char>(c)]; }

/// Whether U+FFFE or U+FFFF begins here, at a byte 0xEF. XML forbids them (XML 1.0, section 2.2).
constexpr bool is_noncharacter(std::string_view text, std::size_t at) {
    return at + 2 < text.size() && text[at + 1] == '\xBF' && (text[at + 2] == '\xBE' || text[at + 2] == '\xBF');
}

/// The entities that XML itself declares (section 4.6).
constexpr bool is_entity_of_xml(std::string_view name) {
    return name == "amp" || name == "lt" || name == "gt" || name == "quot" || name == "apos";
}

}  // namespace masthead::feeds
