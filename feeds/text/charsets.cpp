#include "feeds/text/charsets.hpp"

#include <algorithm>
#include <array>

#include <unicode/ucnv.h>

#include "feeds/text/ascii.hpp"

namespace masthead::feeds {
namespace {

struct Row {
    std::string_view name;    // WHATWG's
    std::string_view icu;     // the converter that decodes it as WHATWG does
    std::string_view labels;  // parted by blanks
};

// GBK and its kin are read as gb18030, whose decoder is theirs (section 10.1.1); x-user-defined as HTML reads it
// (section 13.2.3.3). ICU has no iso-8859-16: iso-8859-2 has the letters of Romanian at the same places.
constexpr std::array rows = {
    Row{"utf-8", "utf-8", "unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf-8 utf8 x-unicode20utf8"},
    Row{"ibm866", "ibm866", "866 cp866 csibm866 ibm866"},
    Row{"iso-8859-2", "iso-8859-2",
        "csisolatin2 iso-8859-2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 latin2"},
    Row{"iso-8859-3", "iso-8859-3",
        "csisolatin3 iso-8859-3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3 latin3"},
    Row{"iso-8859-4", "iso-8859-4",
        "csisolatin4 iso-8859-4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 l4 latin4"},
    Row{"iso-8859-5", "iso-8859-5",
        "csisolatincyrillic cyrillic iso-8859-5 iso-ir-144 iso8859-5 iso88595 iso_8859-5 iso_8859-5:1988"},
    Row{"iso-8859-6", "iso-8859-6",
        "arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6 iso-8859-6-e iso-8859-6-i "
        "iso-ir-127 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987"},
    Row{"iso-8859-7", "iso-8859-7",
        "csisolatingreek ecma-118 elot_928 greek greek8 iso-8859-7 iso-ir-126 iso8859-7 iso88597 iso_8859-7 "
        "iso_8859-7:1987 sun_eu_greek"},
    Row{"iso-8859-8", "iso-8859-8",
        "csiso88598e csisolatinhebrew hebrew iso-8859-8 iso-8859-8-e iso-ir-138 iso8859-8 iso88598 iso_8859-8 "
        "iso_8859-8:1988 visual"},
    Row{"iso-8859-8-i", "iso-8859-8", "csiso88598i iso-8859-8-i logical"},
    Row{"iso-8859-10", "iso-8859-10", "csisolatin6 iso-8859-10 iso-ir-157 iso8859-10 iso885910 l6 latin6"},
    Row{"iso-8859-13", "iso-8859-13", "iso-8859-13 iso8859-13 iso885913"},
    Row{"iso-8859-14", "iso-8859-14", "iso-8859-14 iso8859-14 iso885914"},
    Row{"iso-8859-15", "iso-8859-15", "csisolatin9 iso-8859-15 iso8859-15 iso885915 iso_8859-15 l9"},
    Row{"iso-8859-16", "iso-8859-2", "iso-8859-16"}, Row{"koi8-r", "koi8-r", "cskoi8r koi koi8 koi8-r koi8_r"},
    Row{"koi8-u", "koi8-u", "koi8-ru koi8-u"}, Row{"macintosh", "macintosh", "csmacintosh mac macintosh x-mac-roman"},
    Row{"windows-874", "windows-874", "dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 windows-874"},
    Row{"windows-1250", "windows-1250", "cp1250 windows-1250 x-cp1250"},
    Row{"windows-1251", "windows-1251", "cp1251 windows-1251 x-cp1251"},
    Row{"windows-1252", "windows-1252",
        "ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 iso88591 iso_8859-1 "
        "iso_8859-1:1987 l1 latin1 us-ascii windows-1252 x-cp1252 x-user-defined"},
    Row{"windows-1253", "windows-1253", "cp1253 windows-1253 x-cp1253"},
    Row{"windows-1254", "windows-1254",
        "cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 l5 latin5 windows-1254 "
        "x-cp1254"},
    Row{"windows-1255", "windows-1255", "cp1255 windows-1255 x-cp1255"},
    Row{"windows-1256", "windows-1256", "cp1256 windows-1256 x-cp1256"},
    Row{"windows-1257", "windows-1257", "cp1257 windows-1257 x-cp1257"},
    Row{"windows-1258", "windows-1258", "cp1258 windows-1258 x-cp1258"},
    Row{"x-mac-cyrillic", "x-mac-cyrillic", "x-mac-cyrillic x-mac-ukrainian"},
    Row{"gb18030", "gb18030", "chinese csgb2312 csiso58gb231280 gb18030 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 x-gbk"},
    Row{"big5", "big5-hkscs", "big5 big5-hkscs cn-big5 csbig5 x-x-big5"},
    Row{"euc-jp", "euc-jp", "cseucpkdfmtjapanese euc-jp x-euc-jp"},
    Row{"iso-2022-jp", "iso-2022-jp", "csiso2022jp iso-2022-jp"},
    Row{"shift_jis", "windows-31j", "csshiftjis ms932 ms_kanji shift-jis shift_jis sjis windows-31j x-sjis"},
    Row{"euc-kr", "windows-949",
        "cseuckr csksc56011987 euc-kr iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949"},
    // Refused: what looks like text in them can hide markup.
    Row{"", "", "csiso2022kr hz-gb-2312 iso-2022-cn iso-2022-cn-ext iso-2022-kr replacement utf-7 utf7 x-utf-7"},
    Row{"utf-16be", "utf-16be", "unicodefffe utf-16be"},
    Row{"utf-16le", "utf-16le", "csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16 utf-16le"}};

bool has_label(std::string_view labels, std::string_view label) {
    for (auto at = labels.find(label); at != std::string_view::npos; at = labels.find(label, at + 1)) {
        const auto end = at + label.size();
        if ((at == 0 || labels[at - 1] == ' ') && (end == labels.size() || labels[end] == ' ')) return true;
    }
    return false;
}

bool is_known_to_icu(const std::string& label) {
    // Converters that are no charsets of documents: compressed, of mail, with more than one form of a character.
    for (const std::string_view no : {"scsu", "bocu", "imap", "utf-7", "utf-ebcdic", "cesu", "hz", "iso-2022-"})
        if (label.find(no) != std::string::npos) return false;
    UErrorCode status = U_ZERO_ERROR;
    UConverter* converter = ucnv_open(label.c_str(), &status);
    if (converter) ucnv_close(converter);
    return U_SUCCESS(status);
}

std::string normalised(std::string_view label) { return lowered(trimmed(label, " \t\n\f\r\"'")); }

}  // namespace

std::optional<Charset> charset_of_label(std::string_view raw) {
    constexpr std::size_t longest = 40;
    const std::string label = normalised(raw);
    // ICU passes over what it does not know in a label.
    const bool is_printed = std::all_of(label.begin(), label.end(), [](char c) { return c > ' ' && c <= '~'; });
    if (label.empty() || label.size() > longest || !is_printed) return std::nullopt;
    for (const auto& row : rows)
        if (has_label(row.labels, label)) return Charset{std::string(row.name), std::string(row.icu)};
    return is_known_to_icu(label) ? std::optional(Charset{label, label}) : std::nullopt;
}

std::string borne_out_name(std::string_view raw, const Charset& charset, std::string_view bytes) {
    if (charset.name != "windows-1252") return charset.name;
    const std::string label = normalised(raw);
    const auto has_byte_in = [&](unsigned char first, unsigned char last) {
        return std::any_of(bytes.begin(), bytes.end(), [&](char c) {
            const auto byte = static_cast<unsigned char>(c);
            return byte >= first && byte <= last;
        });
    };
    if (has_label("ansi_x3.4-1968 ascii us-ascii", label)) return has_byte_in(0x80, 0xFF) ? charset.name : "us-ascii";
    const bool is_of_windows = has_label("cp1252 windows-1252 x-cp1252 x-user-defined", label);
    return is_of_windows || has_byte_in(0x80, 0x9F) ? charset.name : "iso-8859-1";
}

}  // namespace masthead::feeds
