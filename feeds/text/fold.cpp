#include "feeds/text/fold.hpp"

#include <algorithm>
#include <memory>

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include "feeds/text/ascii.hpp"

namespace masthead::feeds {
namespace {

std::string utf8(const icu::UnicodeString& text) {
    std::string out;
    text.toUTF8String(out);
    return out;
}

icu::UnicodeString from_utf8(std::string_view text) {
    return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

bool is_white_space(UChar32 c) { return u_isUWhiteSpace(c) || c == 0x2028 || c == 0x2029; }

// Zero-width joiners stay: words of Persian and Hindi, and emoji, are written with them.
bool is_unseen(UChar32 c) {
    if (c == 0x200C || c == 0x200D) return false;
    return u_charType(c) == U_FORMAT_CHAR || c == 0x00AD || (u_iscntrl(c) && !is_white_space(c));
}

// Scripts whose marks are accents on a letter; in others (Devanagari, kana, Cyrillic) they make another letter of it.
bool has_accents(UChar32 letter) {
    UErrorCode status = U_ZERO_ERROR;
    const auto script = uscript_getScript(letter, &status);
    return script == USCRIPT_LATIN || script == USCRIPT_GREEK || script == USCRIPT_ARABIC || script == USCRIPT_HEBREW;
}

bool is_quote(UChar32 c) {
    return (c >= 0x2018 && c <= 0x201B) || c == 0x02BC || c == 0x02BB || c == 0x00B4 || c == '`';
}
bool is_double_quote(UChar32 c) { return (c >= 0x201C && c <= 0x201F) || c == 0x00AB || c == 0x00BB; }
bool is_dash(UChar32 c) { return (c >= 0x2010 && c <= 0x2015) || c == 0x2212; }

// Letters that Unicode does not take apart.
const char* plain_letters(UChar32 c) {
    switch (c) {
        case 0x00F8:
            return "o";
        case 0x0142:
            return "l";
        case 0x0111:
        case 0x00F0:
            return "d";
        case 0x00E6:
            return "ae";
        case 0x0153:
            return "oe";
        case 0x00FE:
            return "th";
        case 0x0131:
            return "i";
        case 0x0127:
            return "h";
        default:
            return nullptr;
    }
}

void append_folded(icu::UnicodeString& out, UChar32 c) {
    if (is_quote(c))
        out.append(static_cast<UChar32>('\''));
    else if (is_double_quote(c))
        out.append(static_cast<UChar32>('"'));
    else if (is_dash(c))
        out.append(static_cast<UChar32>('-'));
    else if (const char* plain = plain_letters(c))
        out.append(icu::UnicodeString(plain, -1, US_INV));
    else
        out.append(c);
}

bool is_ascii(std::string_view text) {
    return std::none_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

// What ASCII has of white space and controls by Unicode's properties.
bool is_ascii_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool is_ascii_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

// one_line() of ASCII, which is what most lines are: a hundred times as fast as by ICU.
std::string ascii_line(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    bool blank = false;
    for (const char c : text) {
        if (is_ascii_blank(c)) {
            blank = true;
        } else if (!is_ascii_control(c)) {
            if (blank && !out.empty()) out += ' ';
            blank = false;
            out += c;
        }
    }
    return out;
}

}  // namespace

std::u32string characters_of(std::string_view text) {
    const auto source = from_utf8(text);
    std::u32string out;
    out.reserve(text.size());
    for (std::int32_t i = 0; i < source.length(); i = source.moveIndex32(i, 1))
        out += static_cast<char32_t>(source.char32At(i));
    return out;
}

std::string one_line(std::string_view text, DirectionMarks marks) {
    if (is_ascii(text)) return ascii_line(text);
    icu::UnicodeString out;
    bool blank = false;
    for (const char32_t character : characters_of(text)) {
        const auto c = static_cast<UChar32>(character);
        if (is_white_space(c)) {
            blank = true;
        } else if (!is_unseen(c) || (marks == DirectionMarks::keep && (c == 0x200E || c == 0x200F))) {
            if (blank && !out.isEmpty()) out.append(static_cast<UChar32>(' '));
            blank = false;
            out.append(c == 0xFF20 ? static_cast<UChar32>('@') : c);
        }
    }
    return utf8(out);
}

std::string folded(std::string_view text) {
    if (is_ascii(text)) {
        auto out = ascii_line(text);
        std::transform(out.begin(), out.end(), out.begin(), [](char c) { return c == '`' ? '\'' : lower(c); });
        return out;
    }
    UErrorCode status = U_ZERO_ERROR;
    const auto* decomposing = icu::Normalizer2::getNFKDInstance(status);
    const auto* composing = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status)) return std::string(text);
    auto source = from_utf8(one_line(text));
    source = decomposing->normalize(source.foldCase(), status);
    icu::UnicodeString out;
    UChar32 letter = 0;
    for (std::int32_t i = 0; i < source.length(); i = source.moveIndex32(i, 1)) {
        const auto c = source.char32At(i);
        const bool is_mark = u_charType(c) == U_NON_SPACING_MARK;
        if (is_mark && has_accents(letter)) continue;
        if (!is_mark) letter = c;
        append_folded(out, c);
    }
    return utf8(composing->normalize(out, status));
}

std::string transliterated(std::string_view text) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::Transliterator> to_ascii(
        icu::Transliterator::createInstance("Any-Latin; Latin-ASCII; Lower", UTRANS_FORWARD, status));
    auto source = from_utf8(text);
    if (U_SUCCESS(status) && to_ascii) to_ascii->transliterate(source);
    std::string out;
    for (std::int32_t i = 0; i < source.length(); ++i) {
        const auto c = source.charAt(i);
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            out += static_cast<char>(c);
        else if (c != '\'' && c != '.')
            out += ' ';
    }
    return out;
}

}  // namespace masthead::feeds
