#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace masthead::feeds {

/// Where a reference stands: in an attribute "&copy=1" is a parameter of a URL, not a sign (HTML, section 13.2.5.73).
enum class ReferencePlace { text, attribute };

/// Text with its character references resolved once, as HTML, section 13.2.5.72, reads them: names with and without
/// their semicolon, numbers, windows-1252 for 0x80..0x9F, U+FFFD for what is no character. What is no reference stays.
///     "AT&amp;T &eacute;t&eacute; &#8217;" -> "AT&T été ’"
std::string decode_references(std::string_view raw, ReferencePlace place = ReferencePlace::text);

/// What a name stands for, without "&" and ";"; empty when HTML does not know it.
std::string named_character(std::string_view name);

/// `code` as UTF-8; U+FFFD when it is none that a document may hold.
void append_code_point(std::string& out, std::uint32_t code);

/// Appends `text` escaped to stand between tags of HTML. Control characters that neither HTML nor XML may hold are left
/// out, line ends become LF.
void append_escaped(std::string& out, std::string_view text);

/// The same for a value between double quotes.
void append_escaped_value(std::string& out, std::string_view text);

/// All names of HTML as one text; its form is told where it is defined.
extern const std::string_view named_character_references;

}  // namespace masthead::feeds
