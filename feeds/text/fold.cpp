#include "feeds/text/fold.hpp"

#include <array>
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

}  // namespace

std::u32string characters_of(std::string_view text) {
    const auto source = from_utf8(text);
    std::u32string out;
    out.reserve(text.size());
    for (std::int32_t i = 0; i < source.length(); i = source.moveIndex32(i, 1))
        out += static_cast<char32_t>(source.char32At(i));
    return out;
}

namespace {

std::string line_by_icu(std::string_view text, DirectionMarks marks) {
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

std::string folded_by_icu(std::string_view line) {
    UErrorCode status = U_ZERO_ERROR;
    const auto* decomposing = icu::Normalizer2::getNFKDInstance(status);
    const auto* composing = icu::Normalizer2::getNFCInstance(status);
    if (U_FAILURE(status)) return std::string(line);
    auto source = from_utf8(line);
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

// What becomes of one character in a line, whatever stands beside it.
struct CharacterForms {
    bool is_blank = false;
    std::string line, folded;  // both empty for what is not seen
};

// The forms of the characters that nearly all of our texts are written in, by ICU's own answers: Latin, and the quotes,
// dashes and blanks of typesetting. None of them combines with its neighbours.
class CommonCharacters {
public:
    static const CommonCharacters& instance() {
        static const CommonCharacters common;
        return common;
    }

    // Null for a character that ICU has to be asked for. `at` moves behind it.
    const CharacterForms* next(std::string_view text, std::size_t& at) const {
        const auto first = static_cast<unsigned char>(text[at]);
        if (first < 0x80) return &latin_[static_cast<unsigned char>(text[at++])];
        const auto tail = [&](std::size_t offset) {
            return at + offset < text.size() && (static_cast<unsigned char>(text[at + offset]) & 0xC0) == 0x80
                       ? static_cast<unsigned>(text[at + offset]) & 0x3FU
                       : 0x40U;
        };
        if (first >= 0xC2 && first <= 0xC9 && tail(1) < 0x40) {
            const auto c = ((first & 0x1FU) << 6) | tail(1);
            at += 2;
            return c < latin_.size() ? &latin_[c] : nullptr;
        }
        if (first == 0xE2 && tail(1) <= 1 && tail(2) < 0x40) {
            const auto c = (tail(1) << 6) | tail(2);
            at += 3;
            return c < punctuation_.size() ? &punctuation_[c] : nullptr;
        }
        return nullptr;
    }

private:
    CommonCharacters() {
        for (std::size_t c = 0; c < latin_.size(); ++c) latin_[c] = forms_of(static_cast<UChar32>(c));
        for (std::size_t c = 0; c < punctuation_.size(); ++c)
            punctuation_[c] = forms_of(static_cast<UChar32>(0x2000 + c));
    }

    static CharacterForms forms_of(UChar32 c) {
        const std::string text = utf8(icu::UnicodeString(c));
        CharacterForms out;
        out.is_blank = is_white_space(c);
        if (!out.is_blank) out.line = line_by_icu(text, DirectionMarks::drop);
        if (!out.line.empty()) out.folded = folded_by_icu(out.line);
        return out;
    }

    std::array<CharacterForms, 0x250> latin_;       // U+0000 to U+024F
    std::array<CharacterForms, 0x70> punctuation_;  // U+2000 to U+206F
};

// The line in one of its forms; false, with part of it in `out`, where a character is not common.
bool append_common(std::string& out, std::string_view text, std::string CharacterForms::*form) {
    const auto& common = CommonCharacters::instance();
    out.reserve(text.size());
    bool blank = false;
    for (std::size_t at = 0; at < text.size();) {
        const auto* forms = common.next(text, at);
        if (!forms) return false;
        if (forms->is_blank) {
            blank = true;
        } else if (!forms->line.empty()) {
            if (blank && !out.empty()) out += ' ';
            blank = false;
            out += forms->*form;
        }
    }
    return true;
}

// Whether a text is a line as it stands: printable ASCII with no more than one blank between two words.
bool is_line(std::string_view text) {
    if (text.empty()) return true;
    if (text.front() == ' ' || text.back() == ' ') return false;
    char before = ' ';
    for (const char c : text) {
        if (c < ' ' || c > '~' || (c == ' ' && before == ' ')) return false;
        before = c;
    }
    return true;
}

}  // namespace

std::string_view first_characters(std::string_view text, std::size_t count) {
    std::size_t found = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool starts_character = (static_cast<unsigned char>(text[i]) & 0xC0) != 0x80;
        if (starts_character && ++found > count) return text.substr(0, i);
    }
    return text;
}

std::string one_line(std::string_view text, DirectionMarks marks) {
    if (is_line(text)) return std::string(text);
    std::string out;
    const bool may_hold_marks = marks == DirectionMarks::keep && text.find("\xE2\x80") != std::string_view::npos;
    if (!may_hold_marks && append_common(out, text, &CharacterForms::line)) return out;
    return line_by_icu(text, marks);
}

std::string folded(std::string_view text) {
    if (is_line(text) && text.find('`') == std::string_view::npos) return lowered(text);
    std::string out;
    if (append_common(out, text, &CharacterForms::folded)) return out;
    return folded_by_icu(line_by_icu(text, DirectionMarks::drop));
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
