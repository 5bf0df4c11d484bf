#include "feeds/parse/kept_values.hpp"

#include <algorithm>
#include <array>

#include "feeds/parse/feed_values.hpp"
#include "feeds/text/ascii.hpp"
#include "feeds/text/clean_url.hpp"
#include "feeds/text/recipient_url.hpp"
#include "feeds/text/sanitise.hpp"
#include "feeds/text/url.hpp"
#include "feeds/text/xml_names.hpp"

namespace masthead::feeds {
namespace {

constexpr std::string_view blanks = " \t\r\n";

bool ends_with(std::string_view text, std::string_view end) {
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

// Of an address, lower case; empty where there is none. Browsers pass over white space and controls in it.
std::string scheme_of(std::string_view address) {
    std::string scheme;
    for (const char c : address) {
        if (c == ':') return scheme;
        if (static_cast<unsigned char>(c) <= ' ') continue;
        if (!is_alphanumeric(c) && c != '+' && c != '-' && c != '.') return {};
        scheme += lower(c);
    }
    return {};
}

// Where extensions point to beside the web: to files by their hash, to chats, accounts, places and names.
bool is_harmless_scheme(std::string_view scheme) {
    constexpr std::array<std::string_view, 21> schemes = {
        "acct",   "at",  "did",    "ftp",   "geo",  "ipfs", "ipns", "irc", "ircs", "lightning", "magnet",
        "mailto", "mms", "matrix", "nostr", "rtmp", "rtsp", "tag",  "tel", "urn",  "xmpp"};
    return std::find(schemes.begin(), schemes.end(), scheme) != schemes.end();
}

bool is_web_scheme(std::string_view scheme) { return scheme == "http" || scheme == "https"; }

bool names_an_address(std::string_view attribute) {
    return attribute == "src" || attribute == "img" || attribute == "rdf:resource" || ends_with(attribute, "href") ||
           ends_with(attribute, "url") || ends_with(attribute, "uri");
}

// Publishers count downloads by the address of a file; that of a page needs nothing that tracks.
bool points_to_a_file(XmlNode element) {
    constexpr std::array<std::string_view, 8> names = {"enclosure",          "itunes:image",   "podcast:chapters",
                                                       "podcast:image",      "podcast:source", "podcast:trailer",
                                                       "podcast:transcript", "psc:chapter"};
    return element.prefix() == "media" || std::find(names.begin(), names.end(), element.name()) != names.end();
}

std::optional<std::string> address(XmlNode element, std::string_view value, std::string_view document_base) {
    const bool is_file = points_to_a_file(element);
    if (is_file ? clean_url(value).has_value() : is_plain_page(value)) return std::string(value);
    const std::string scheme = scheme_of(value);
    if (is_harmless_scheme(scheme)) return std::string(trimmed(value));
    if (!scheme.empty() && !is_web_scheme(scheme)) return std::nullopt;
    const std::string base = base_at(element, document_base);
    auto out = is_file ? file_address(base, value) : page_address(base, value);
    if (out.empty()) return std::nullopt;
    return out;
}

bool is_one_word(std::string_view text) { return std::none_of(text.begin(), text.end(), is_blank); }

// Whether a program that takes a value for an address would run it, or show it as if it were its own. The second half
// are words, too: "Data: a history" is a title.
bool is_running_address(std::string_view value) {
    constexpr std::array<std::string_view, 4> scripts = {"javascript", "livescript", "mocha", "vbscript"};
    constexpr std::array<std::string_view, 4> contents = {"blob", "data", "file", "filesystem"};
    const std::string scheme = scheme_of(value);
    return std::find(scripts.begin(), scripts.end(), scheme) != scripts.end() ||
           (std::find(contents.begin(), contents.end(), scheme) != contents.end() && is_one_word(trimmed(value)));
}

// Text as it stands where it holds no markup: an ampersand in it is meant.
std::optional<std::string> plain(std::string_view value) {
    if (is_running_address(value)) return std::nullopt;
    value = trimmed(value);
    for (auto at = value.find('<'); at != std::string_view::npos; at = value.find('<', at + 1))
        if (at + 1 < value.size() && (is_letter(value[at + 1]) || value[at + 1] == '/' || value[at + 1] == '!'))
            return plain_text(value);
    return std::string(value);
}

bool has_address_as_text(XmlNode element, std::string_view text) {
    return element.prefix() == "wfw" || element.name() == "creativecommons:license" ||
           (is_web_scheme(scheme_of(text)) && is_one_word(text));
}

// "small.png 600w, large.png 1500w": addresses with what is said of each, as podcast:images and `srcset` have them.
std::optional<std::string> addresses(XmlNode element, std::string_view set, std::string_view document_base) {
    const std::string base = base_at(element, document_base);
    std::string out;
    bool is_address = true;
    for (std::size_t at = 0; (at = set.find_first_not_of(blanks, at)) != std::string_view::npos;) {
        const auto end = std::min(set.find_first_of(blanks, at), set.size());
        const auto word = set.substr(at, end - at);
        at = end;
        const bool is_last = word.back() == ',';
        const auto bare = trimmed(word, ",");
        const std::string value = is_address ? file_address(base, bare) : std::string(bare);
        if (value.empty()) return std::nullopt;
        if (!out.empty()) out += ' ';
        out += value;
        if (is_last && set.find_first_not_of(blanks, at) != std::string_view::npos) out += ',';
        is_address = is_last;
    }
    return out;
}

}  // namespace

std::optional<std::string> kept_attribute(XmlNode element, const XmlAttribute& attribute,
                                          std::string_view document_base) {
    const std::string_view name = attribute.name->full;
    if (name == "srcset") return addresses(element, attribute.value, document_base);
    if (names_an_address(name) && !attribute.value.empty()) return address(element, attribute.value, document_base);
    if (name == "type" || name == "medium") {
        const bool holds_markup = attribute.value.find('<') != std::string_view::npos;
        // As it is read, so that a file is of that type when it is read again.
        auto keyword = element.prefix_key() == "media"_name ? keyword_of(attribute.value) : std::string();
        if (!keyword.empty()) return keyword;
        // A keyword that is less its markup would be another keyword.
        if (holds_markup) return std::nullopt;
    }
    return plain(attribute.value);
}

std::optional<std::string> kept_text(XmlNode element, std::string_view document_base) {
    if (is_marked_up_text(element)) return plain_text(element.inner_markup());
    const auto text = element.text();
    if (!text.empty() && has_address_as_text(element, text)) return address(element, text, document_base);
    return plain(text);
}

bool is_marked_up_text(XmlNode element) {
    const auto is_html = [](XmlNode child) { return child.prefix() == "html"; };
    return element.has_children() && (element.has_own_text() || std::any_of(element.begin(), element.end(), is_html));
}

}  // namespace masthead::feeds
