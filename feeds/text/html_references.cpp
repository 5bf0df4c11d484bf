#include "feeds/text/html_references.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include "feeds/text/ascii.hpp"

namespace masthead::feeds {
namespace {

struct NamedReference {
    std::string_view name;
    std::string_view codes;  // hexadecimal, joined by '+'
    bool bare;               // may stand without its semicolon
};

constexpr std::size_t longest_name = 31;

std::vector<NamedReference> read_names() {
    std::vector<NamedReference> out;
    std::string_view rest = named_character_references;
    while (!rest.empty()) {
        const auto end = std::min(rest.find(' '), rest.size());
        const std::string_view item = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        const auto sign = item.find_first_of(":=");
        if (sign == std::string_view::npos) continue;
        out.push_back({item.substr(0, sign), item.substr(sign + 1), item[sign] == ':'});
    }
    return out;
}

const NamedReference* find_name(std::string_view name) {
    static const std::vector<NamedReference> names = read_names();
    const auto found = std::lower_bound(names.begin(), names.end(), name,
                                        [](const NamedReference& a, std::string_view b) { return a.name < b; });
    return found != names.end() && found->name == name ? &*found : nullptr;
}

void append_codes(std::string& out, std::string_view codes) {
    while (!codes.empty()) {
        std::uint32_t code = 0;
        const auto end = std::min(codes.find('+'), codes.size());
        std::from_chars(codes.data(), codes.data() + end, code, 16);
        append_code_point(out, code);
        codes.remove_prefix(std::min(end + 1, codes.size()));
    }
}

// The numbers 0x80..0x9F mean windows-1252 (HTML, section 13.2.5.80).
std::uint32_t windows_1252(std::uint32_t code) {
    static constexpr std::array<std::uint16_t, 32> table = {
        0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
    return code >= 0x80 && code <= 0x9F ? table[code - 0x80] : code;
}

// Reads "#38;" or "#x26;" at the start of `rest`; returns how many bytes that took, 0 when it is none.
std::size_t append_numeric(std::string& out, std::string_view rest) {
    const bool hexadecimal = rest.size() > 1 && (rest[1] == 'x' || rest[1] == 'X');
    const std::size_t start = hexadecimal ? 2 : 1;
    const char* const first = rest.data() + std::min(start, rest.size());
    std::uint32_t code = 0;
    const auto [end, error] = std::from_chars(first, rest.data() + rest.size(), code, hexadecimal ? 16 : 10);
    if (end == first) return 0;
    append_code_point(out, error == std::errc() ? windows_1252(code) : 0xFFFD);
    auto length = static_cast<std::size_t>(end - rest.data());
    if (length < rest.size() && rest[length] == ';') ++length;
    return length;
}

// The same for a name: the longest that is known, with its semicolon or, for old ones, without.
std::size_t append_named(std::string& out, std::string_view rest, ReferencePlace place) {
    std::size_t length = 0;
    while (length < rest.size() && length < longest_name && is_alphanumeric(rest[length])) ++length;
    if (length < rest.size() && rest[length] == ';') {
        if (const auto* name = find_name(rest.substr(0, length))) {
            append_codes(out, name->codes);
            return length + 1;
        }
    }
    for (std::size_t n = std::min<std::size_t>(length, 6); n > 1; --n) {  // no bare name is longer than six letters
        const auto* name = find_name(rest.substr(0, n));
        if (name == nullptr || !name->bare) continue;
        const bool goes_on = n < rest.size() && (is_alphanumeric(rest[n]) || rest[n] == '=');
        if (place == ReferencePlace::attribute && goes_on) return 0;
        append_codes(out, name->codes);
        return n;
    }
    return 0;
}

}  // namespace

void append_code_point(std::string& out, std::uint32_t code) {
    if (code == 0 || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) code = 0xFFFD;
    if (code < 0x80) {
        out += static_cast<char>(code);
        return;
    }
    const int tails = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
    static constexpr std::array<unsigned, 4> lead = {0, 0xC0, 0xE0, 0xF0};
    out += static_cast<char>(lead[static_cast<std::size_t>(tails)] | (code >> (6 * tails)));
    for (int i = tails - 1; i >= 0; --i) out += static_cast<char>(0x80 | ((code >> (6 * i)) & 0x3F));
}

std::string named_character(std::string_view name) {
    std::string out;
    if (const auto* found = find_name(name)) append_codes(out, found->codes);
    return out;
}

std::string decode_references(std::string_view raw, ReferencePlace place) {
    std::string out;
    out.reserve(raw.size());
    while (!raw.empty()) {
        const auto sign = std::min(raw.find('&'), raw.size());
        out += raw.substr(0, sign);
        raw.remove_prefix(sign);
        if (raw.empty()) break;
        raw.remove_prefix(1);
        const bool numeric = !raw.empty() && raw.front() == '#';
        const std::size_t length = numeric ? append_numeric(out, raw) : append_named(out, raw, place);
        if (length == 0) out += '&';
        raw.remove_prefix(length);
    }
    return out;
}

void append_escaped(std::string& out, std::string_view text) {
    const auto is_plain = [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte >= 0x20 ? byte != 0x7F && c != '&' && c != '<' && c != '>' : c == '\n' || c == '\t';
    };
    std::size_t plain_from = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (is_plain(text[i])) continue;
        out.append(text, plain_from, i - plain_from);
        plain_from = i + 1;
        if (text[i] == '&') out += "&amp;";
        if (text[i] == '<') out += "&lt;";
        if (text[i] == '>') out += "&gt;";
        if (text[i] == '\r' && (i + 1 >= text.size() || text[i + 1] != '\n')) out += '\n';
    }
    out.append(text, plain_from, std::string_view::npos);
}

void append_escaped_value(std::string& out, std::string_view text) {
    while (!text.empty()) {
        const auto quote = std::min(text.find('"'), text.size());
        append_escaped(out, text.substr(0, quote));
        if (quote < text.size()) out += "&quot;";
        text.remove_prefix(std::min(quote + 1, text.size()));
    }
}

}  // namespace masthead::feeds
