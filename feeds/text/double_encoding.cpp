#include "feeds/text/double_encoding.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include <unicode/utf8.h>

namespace masthead::feeds {
namespace {

// What windows-1252 has at 0x80..0x9F; 0 where it has nothing and the byte stands for itself.
constexpr std::array<char16_t, 32> high_characters = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                      0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                      0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

std::optional<char> byte_of(UChar32 character) {
    if (character >= 0 && character <= 0xFF) return static_cast<char>(character);
    const auto* const found = std::find(high_characters.begin(), high_characters.end(), character);
    if (character <= 0 || found == high_characters.end()) return std::nullopt;
    return static_cast<char>(0x80 + (found - high_characters.begin()));
}

// The character at `at`, which moves behind it; negative for what is none.
UChar32 take_character(std::string_view text, std::size_t& at) {
    const auto* const bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    UChar32 character = 0;
    U8_NEXT(bytes, at, text.size(), character);
    return character;
}

bool is_utf8(std::string_view bytes) {
    for (std::size_t at = 0; at < bytes.size();)
        if (take_character(bytes, at) < 0) return false;
    return true;
}

// The bytes that a text's characters stand for, where these are bytes of windows-1252 and UTF-8 together.
std::optional<std::string> encoded_before(std::string_view text) {
    if (!may_be_encoded_twice(text)) return std::nullopt;
    std::string bytes;
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = byte_of(take_character(text, at));
        if (!byte) return std::nullopt;
        bytes += *byte;
    }
    return is_utf8(bytes) ? std::optional(std::move(bytes)) : std::nullopt;
}

}  // namespace

// The first byte of a sequence, 0xC2 to 0xF4, is a character of U+00C2 to U+00F4: 0xC3 in UTF-8 and one more.
bool may_be_encoded_twice(std::string_view text) { return text.find('\xC3') != std::string_view::npos; }

std::string without_double_encoding(std::string text) {
    while (auto before = encoded_before(text)) text = std::move(*before);
    return text;
}

}  // namespace masthead::feeds
