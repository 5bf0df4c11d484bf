#include "feeds/text/encoding.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <vector>

#include <fmt/format.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include "feeds/text/ascii.hpp"
#include "feeds/text/charsets.hpp"

namespace masthead::feeds {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

struct CloseConverter {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

Converter open_converter(const std::string& name) {
    UErrorCode status = U_ZERO_ERROR;
    Converter out(ucnv_open(name.c_str(), &status));
    return U_SUCCESS(status) ? std::move(out) : nullptr;
}

// The label behind `key` "=" in a header, a declaration or a tag.
std::string_view value_behind(std::string_view text, std::string_view key) {
    const std::string folded = lowered(text);
    for (auto at = folded.find(key); at != std::string::npos; at = folded.find(key, at + 1)) {
        auto from = folded.find_first_not_of(" \t\r\n", at + key.size());
        if (from == std::string::npos || folded[from] != '=') continue;
        from = folded.find_first_not_of(" \t\r\n\"'", from + 1);
        if (from == std::string::npos) return {};
        const auto end = std::min(folded.find_first_of(" \t\r\n\"';,>/?", from), folded.size());
        return text.substr(from, end - from);
    }
    return {};
}

// XML 1.0, appendix F: what the first four bytes tell about an encoding without a byte order mark.
std::string_view family_of_first_bytes(std::string_view bytes) {
    using namespace std::string_view_literals;
    const auto starts = [&](std::string_view with) { return bytes.substr(0, with.size()) == with; };
    if (starts("\0\0\0<"sv)) return "utf-32be";
    if (starts("<\0\0\0"sv)) return "utf-32le";
    if (starts("\0<\0"sv)) return "utf-16be";
    if (starts("<\0"sv) && bytes.size() > 3 && bytes[3] == 0) return "utf-16le";
    if (starts("\x4C\x6F\xA7\x94"sv)) return "ibm-037";
    return {};
}

struct Mark {
    std::string_view bytes, encoding;
};
// The longer mark first: UTF-32's begins with UTF-16's.
constexpr std::array byte_order_marks = {Mark{std::string_view("\x00\x00\xFE\xFF", 4), "utf-32be"},
                                         Mark{std::string_view("\xFF\xFE\x00\x00", 4), "utf-32le"},
                                         Mark{"\xEF\xBB\xBF", "utf-8"}, Mark{"\xFE\xFF", "utf-16be"},
                                         Mark{"\xFF\xFE", "utf-16le"}};

std::string convert(std::string_view bytes, const std::string& name) {
    const auto converter = open_converter(name);
    if (!converter) return repair_utf8(bytes);
    // By pieces, so that no more than one piece is held in UTF-16.
    std::string out;
    out.reserve(bytes.size() + bytes.size() / 4);
    std::vector<UChar> units(16384);
    const char* source = bytes.data();
    const char* const end = bytes.data() + bytes.size();
    UErrorCode status = U_BUFFER_OVERFLOW_ERROR;
    while (status == U_BUFFER_OVERFLOW_ERROR) {
        status = U_ZERO_ERROR;
        UChar* target = units.data();
        ucnv_toUnicode(converter.get(), &target, units.data() + units.size() - 1, &source, end, nullptr, true, &status);
        // A pair that the piece's end cuts is finished by the unit for which room was kept.
        if (target != units.data() && U16_IS_LEAD(target[-1]) && status == U_BUFFER_OVERFLOW_ERROR) {
            status = U_ZERO_ERROR;
            ucnv_toUnicode(converter.get(), &target, units.data() + units.size(), &source, end, nullptr, true, &status);
        }
        icu::UnicodeString(false, units.data(), static_cast<std::int32_t>(target - units.data())).toUTF8String(out);
    }
    return out;
}

// How many bytes from `at` on are ASCII, eight at a time.
std::int32_t ascii_run(std::string_view text, std::int32_t at) {
    constexpr std::uint64_t high_bits = 0x8080808080808080;
    const auto start = at;
    for (std::uint64_t eight = 0; static_cast<std::size_t>(at) + sizeof eight <= text.size(); at += sizeof eight) {
        std::memcpy(&eight, text.data() + at, sizeof eight);
        if (eight & high_bits) break;
    }
    return at - start;
}

bool is_valid_utf8(std::string_view text) {
    const auto size = static_cast<std::int32_t>(text.size());
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    for (std::int32_t at = 0; at < size;) {
        at += ascii_run(text, at);
        if (at == size) break;
        UChar32 c = 0;
        U8_NEXT(bytes, at, size, c);
        if (c < 0) return false;
    }
    return true;
}

bool has_multibyte_character(std::string_view text) {
    const auto size = static_cast<std::int32_t>(text.size());
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    for (std::int32_t at = 0; at < size;) {
        UChar32 c = 0;
        U8_NEXT(bytes, at, size, c);
        if (c >= 0x80) return true;
    }
    return false;
}

std::string without_mark(std::string text) {
    if (text.compare(0, 3, "\xEF\xBB\xBF") == 0) text.erase(0, 3);
    return text;
}

// The declared charsets, the one that counts most first.
std::vector<std::string_view> declared_labels(std::string_view bytes, std::string_view content_type, Markup markup) {
    std::vector<std::string_view> out;
    if (const auto label = value_behind(content_type, "charset"); !label.empty()) out.push_back(label);
    if (markup == Markup::json) return out;
    const auto head = bytes.substr(0, 1024);  // where HTML, section 13.2.3.2, looks
    if (const auto declaration = head.find("<?xml"); declaration != std::string_view::npos) {
        const auto end = std::min(head.find("?>", declaration), head.size());
        const auto label = value_behind(head.substr(declaration, end - declaration), "encoding");
        if (!label.empty()) out.push_back(label);
    }
    if (markup == Markup::html)
        if (const auto label = value_behind(head, "charset"); !label.empty()) out.push_back(label);
    return out;
}

// EBCDIC declares which of its code pages it is, in letters that all of them share.
std::string ebcdic_page(std::string_view bytes, const std::string& family) {
    const std::string head = convert(bytes.substr(0, 256), family);
    const auto charset = charset_of_label(value_behind(head, "encoding"));
    return charset && !charset->icu.empty() ? charset->icu : family;
}

unexpected<ParseError> refused(std::string_view label) {
    return unexpected(ParseError{ParseError::Code::unknown_encoding,
                                 fmt::format("the document says that it is in {:?}, which is not read: ask its "
                                             "publisher for UTF-8",
                                             label)});
}

}  // namespace

std::string repair_utf8(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    const auto size = static_cast<std::int32_t>(text.size());
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    std::int32_t good_from = 0;
    for (std::int32_t at = 0; at < size;) {
        const std::int32_t start = at;
        UChar32 c = 0;
        U8_NEXT(bytes, at, size, c);
        if (c >= 0) continue;
        out.append(text, static_cast<std::size_t>(good_from), static_cast<std::size_t>(start - good_from));
        out += replacement;
        good_from = at;
    }
    return out.append(text, static_cast<std::size_t>(good_from), std::string_view::npos);
}

Result<Decoded, ParseError> decode(std::string_view bytes, std::string_view content_type, Markup markup) {
    if (bytes.size() > std::size_t{1} << 30)
        return unexpected(ParseError{ParseError::Code::too_large, "the document has more than 1 GiB"});
    for (const auto& mark : byte_order_marks)
        if (bytes.substr(0, mark.bytes.size()) == mark.bytes)
            return Decoded(without_mark(convert(bytes.substr(mark.bytes.size()), std::string(mark.encoding))),
                           std::string(mark.encoding));
    if (const auto family = std::string(family_of_first_bytes(bytes)); !family.empty()) {
        const auto name = family == "ibm-037" ? ebcdic_page(bytes, family) : family;
        return Decoded(convert(bytes, name), name);
    }
    const bool is_utf8 = is_valid_utf8(bytes);
    for (const auto label : declared_labels(bytes, content_type, markup)) {
        const auto charset = charset_of_label(label);
        if (!charset) continue;
        if (charset->icu.empty()) return refused(label);
        // The declaration could be read as ASCII, so it is no UTF-16; and what is no UTF-8 was not meant by it.
        const bool is_wide = charset->name.rfind("utf-16", 0) == 0 || charset->name.rfind("utf-32", 0) == 0;
        if (is_wide || (charset->name == "utf-8" && !is_utf8)) continue;
        if (charset->name == "utf-8") break;
        return Decoded(convert(bytes, charset->icu), borne_out_name(label, *charset, bytes));
    }
    if (is_utf8) return Decoded(bytes, "utf-8");
    // Text in one byte per character was declared as UTF-8, or not at all; what has whole characters of UTF-8 in it is
    // UTF-8 with faults.
    if (!has_multibyte_character(bytes)) return Decoded(convert(bytes, "windows-1252"), "windows-1252");
    return Decoded(repair_utf8(bytes), "utf-8");
}

}  // namespace masthead::feeds
