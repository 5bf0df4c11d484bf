#include "feeds/text/xml_entities.hpp"

#include <array>

#include "feeds/text/ascii.hpp"
#include "feeds/text/html_references.hpp"
#include "feeds/text/xml_syntax.hpp"

namespace masthead::feeds {
namespace {

constexpr std::size_t longest_entity = 4096;                 // of a declared entity's text
constexpr std::size_t most_expanded = std::size_t{1} << 20;  // of all of them in one document
constexpr std::size_t most_declared = 512;

// What is not copied as it stands: what XML forbids (a control, or the beginning of one of the noncharacters U+FFFE and
// U+FFFF) and what markup is made of.
enum Special : unsigned char { none = 0, control = 1, may_be_noncharacter = 2, markup = 4 };

constexpr std::array<unsigned char, 256> specials = [] {
    std::array<unsigned char, 256> out{};
    for (std::size_t c = 0; c < 0x20; ++c) out[c] = c == '\t' || c == '\n' || c == '\r' ? none : control;
    for (const char c : {'&', '<', '>', '"'}) out[static_cast<unsigned char>(c)] = markup;
    out[0xEF] = may_be_noncharacter;
    return out;
}();

std::string_view escape_of(char c) {
    switch (c) {
        case '&':
            return "&amp;";
        case '<':
            return "&lt;";
        case '>':
            return "&gt;";
        default:
            return "&quot;";
    }
}

void append_filtered(std::string& out, std::string_view text, bool escape) {
    const unsigned char wanted = control | may_be_noncharacter | (escape ? markup : none);
    std::size_t good_from = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto special = specials[static_cast<unsigned char>(text[at])] & wanted;
        if (special == none || (special == may_be_noncharacter && !is_noncharacter(text, at))) {
            ++at;
            continue;
        }
        out.append(text, good_from, at - good_from);
        if (special == markup) out.append(escape_of(text[at]));
        at += special == may_be_noncharacter ? 3 : 1;
        good_from = at;
    }
    out.append(text, good_from, std::string_view::npos);
}

// A word of a declaration and what follows it.
std::string_view take_word(std::string_view& text) {
    std::size_t start = 0;
    while (start < text.size() && is_blank(text[start])) ++start;
    std::size_t end = start;
    while (end < text.size() && !is_blank(text[end]) && text[end] != '>') ++end;
    const auto word = text.substr(start, end - start);
    text.remove_prefix(end);
    return word;
}

}  // namespace

void append_xml_text(std::string& out, std::string_view text) { append_filtered(out, text, true); }

void append_xml_characters(std::string& out, std::string_view text) { append_filtered(out, text, false); }

void XmlEntities::declare_all(std::string_view subset) {
    constexpr std::string_view start = "<!ENTITY";
    for (auto at = subset.find(start); at != std::string_view::npos; at = subset.find(start, at + 1)) {
        auto rest = subset.substr(at + start.size(), longest_entity + 2 * longest_reference);
        const auto name = take_word(rest);
        while (!rest.empty() && is_blank(rest.front())) rest.remove_prefix(1);
        if (name.empty() || name == "%" || rest.empty() || (rest.front() != '"' && rest.front() != '\'')) continue;
        const auto end = rest.find(rest.front(), 1);
        if (end > longest_entity || declared_.size() >= most_declared) continue;
        std::string escaped;
        append_resolved(escaped, rest.substr(1, end - 1));
        if (escaped.size() <= longest_entity) declared_.emplace(name, std::move(escaped));
    }
}

void XmlEntities::append_resolved(std::string& out, std::string_view raw) {
    for (;;) {
        const auto ampersand = raw.find('&');
        append_xml_text(out, raw.substr(0, ampersand));
        if (ampersand == std::string_view::npos) return;
        raw.remove_prefix(ampersand + 1);
        const auto end = raw.substr(0, longest_reference).find(';');
        if (end != std::string_view::npos && append_reference(out, raw.substr(0, end))) {
            raw.remove_prefix(end + 1);
        } else {
            out += "&amp;";
            ++naked_;
        }
    }
}

bool XmlEntities::append_reference(std::string& out, std::string_view name) {
    if (name.size() > 1 && name.front() == '#') {
        const std::string reference = "&" + std::string(name) + ";";
        const std::string character = decode_references(reference);
        if (character == reference) return false;
        append_xml_text(out, character);
        return true;
    }
    if (is_entity_of_xml(name)) {  // as it is
        out.append(1, '&').append(name).append(1, ';');
        return true;
    }
    if (const auto found = declared_.find(name); found != declared_.end()) {
        expanded_ += found->second.size();
        if (expanded_ > most_expanded) return false;
        out += found->second;  // escaped already
        return true;
    }
    // Two names of XML's XHTML and of RSS 0.91's DTD, which HTML gave to other characters later.
    if (name == "lang" || name == "rang") {
        out += name == "lang" ? "\u2329" : "\u232A";
        return true;
    }
    const std::string character = named_character(name);
    append_xml_text(out, character);
    return !character.empty();
}

}  // namespace masthead::feeds
