#include "config/output.hpp"

#include <algorithm>
#include <array>
#include <istream>
#include <ostream>

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>
#include <fmt/format.h>

#include "feeds/text/encoding.hpp"

namespace masthead::config {
namespace {

struct Character {
    char32_t code = 0;
    std::size_t length = 1;
    bool valid = false;
};

// One UTF-8 character; overlong forms, surrogates and numbers beyond U+10FFFF are not valid (RFC 3629, section 3).
Character next_character(std::string_view text) {
    const auto lead = static_cast<unsigned char>(text.front());
    if (lead < 0x80) return {lead, 1, true};
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || text.size() < length) return {lead, 1, false};
    auto code = static_cast<char32_t>(lead & (0x7F >> length));
    for (std::size_t i = 1; i < length; ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if ((byte & 0xC0) != 0x80) return {lead, 1, false};
        code = (code << 6) | (byte & 0x3F);
    }
    constexpr std::array<char32_t, 5> smallest = {0, 0, 0x80, 0x800, 0x10000};
    const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
    if (code < smallest[length] || code > 0x10FFFF || surrogate) return {lead, 1, false};
    return {code, length, true};
}

// Characters that move the cursor or reorder what stands around them (Unicode, section 23.2).
bool drives_terminal(char32_t code) {
    return code < 0x20 || (code >= 0x7F && code <= 0x9F) || code == 0x061C || code == 0x200E || code == 0x200F ||
           (code >= 0x2028 && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

std::string escape_of(const Character& character) {
    if (!character.valid) return fmt::format("\\x{:02x}", static_cast<unsigned>(character.code));
    switch (character.code) {
        case '\n':
            return "\\n";
        case '\r':
            return "\\r";
        case '\t':
            return "\\t";
        default:
            return fmt::format("\\u{:04x}", static_cast<unsigned>(character.code));
    }
}

// Columns on a terminal, near enough: one for each character.
std::size_t width(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

void print_row(std::ostream& out, const std::vector<std::string>& cells, const std::vector<std::size_t>& widths) {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        line += cells[i];
        if (i + 1 < cells.size()) line.append(widths[i] - width(cells[i]) + 2, ' ');
    }
    line.erase(line.find_last_not_of(' ') + 1);
    out << line << '\n';
}

}  // namespace

std::string escaped(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const auto character = next_character(text);
        if (character.valid && !drives_terminal(character.code))
            out += text.substr(0, character.length);
        else
            out += escape_of(character);
        text.remove_prefix(character.length);
    }
    return out;
}

void print_json(std::ostream& out, const boost::json::value& value) {
    // Boost.JSON escapes C0 only. The other characters can stand inside strings alone, where \u means the same.
    out << escaped(feeds::repair_utf8(boost::json::serialize(value))) << '\n';
}

void print_table(Console& console, const std::vector<std::string>& headings,
                 const std::vector<std::vector<std::string>>& rows) {
    std::vector<std::vector<std::string>> safe;
    std::vector<std::size_t> widths;
    widths.reserve(headings.size());
    for (const auto& heading : headings) widths.push_back(width(heading));
    for (const auto& row : rows) {
        auto& cells = safe.emplace_back();
        for (std::size_t i = 0; i < row.size(); ++i) {
            cells.push_back(row[i].empty() ? "-" : escaped(row[i]));
            widths[i] = std::max(widths[i], width(cells[i]));
        }
    }
    if (console.colour) console.out << "\x1b[1m";
    print_row(console.out, headings, widths);
    if (console.colour) console.out << "\x1b[0m";
    for (const auto& cells : safe) print_row(console.out, cells, widths);
}

void print_properties(Console& console, const std::vector<std::pair<std::string, std::string>>& properties) {
    std::size_t widest = 0;
    for (const auto& [label, value] : properties)
        if (!value.empty()) widest = std::max(widest, width(label));
    for (const auto& [label, value] : properties) {
        if (value.empty()) continue;
        console.out << label << ':' << std::string(widest - width(label) + 1, ' ') << escaped(value) << '\n';
    }
}

void tell(Console& console, std::string_view line) {
    if (!console.quiet) console.err << escaped(line) << '\n';
}

void print_error(Console& console, const Error& error) {
    console.err << "masthead: " << escaped(error.message) << '\n';
    if (!error.hint.empty()) console.err << escaped(error.hint) << '\n';
    if (!console.json) return;
    boost::json::object object{{"code", code_of(error.exit)}, {"message", error.message}};
    if (!error.hint.empty()) object["hint"] = error.hint;
    print_json(console.out, boost::json::object{{"error", std::move(object)}});
}

feeds::Result<bool, Error> confirmed(Console& console, bool yes, std::string_view question) {
    if (yes) return true;
    if (!console.interactive)
        return failure(Exit::usage, fmt::format("this destroys: {}", question),
                       "Give --yes to do it without a question.");
    console.err << escaped(question) << " [y/N] " << std::flush;
    std::string answer;
    std::getline(console.in, answer);
    return answer == "y" || answer == "Y" || answer == "yes";
}

}  // namespace masthead::config
