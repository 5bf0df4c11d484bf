#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace masthead::feeds {

/// The characters of a UTF-8 text; U+FFFD for bytes that are none.
std::u32string characters_of(std::string_view text);

/// The first so many characters of a UTF-8 text, whole ones.
std::string_view first_characters(std::string_view text, std::size_t count);

/// The marks of direction that only say which way their neighbours run (U+200E, U+200F): right in a title of Hebrew or
/// Arabic, in the way of a name.
enum class DirectionMarks { drop, keep };

/// Text as one line: every kind of white space as one blank, none at the ends; what is not seen (zero width, soft
/// hyphen, what turns the direction of text) taken out; the full-width "@" as "@".
std::string one_line(std::string_view text, DirectionMarks marks = DirectionMarks::drop);

/// A form for comparing texts: letters in lower case without accents (Unicode, NFKD) and without the special letters of
/// one language (ø, ł, ß), straight quotes, hyphens for dashes, one blank for white space.
///     "Łukasz  O’Bríen" -> "lukasz o'brien"
std::string folded(std::string_view text);

/// Lower-case ASCII letters and digits that sound like the text, other characters as blanks: "Zażółć" -> "zazolc".
std::string transliterated(std::string_view text);

}  // namespace masthead::feeds
