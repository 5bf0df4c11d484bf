#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace masthead::feeds {

// Characters as grammars know them (tags, schemes, fields, handles): ASCII alone, whatever the locale. What people read
// is compared by feeds/text/fold.hpp.

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_alphanumeric(char c) { return is_letter(c) || is_digit(c); }

/// The white space of HTML ("ASCII whitespace"). That of XML lacks the form feed, which no XML may hold.
constexpr bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r'; }

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

inline std::string lowered(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), lower);
    return out;
}

/// The text without the characters of `around` at its ends; a part of it.
constexpr std::string_view trimmed(std::string_view text, std::string_view around = " \t\n\f\r") {
    const auto start = text.find_first_not_of(around);
    if (start == std::string_view::npos) return {};
    return text.substr(start, text.find_last_not_of(around) - start + 1);
}

}  // namespace masthead::feeds
