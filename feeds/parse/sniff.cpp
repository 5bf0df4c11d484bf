#include "feeds/parse/sniff.hpp"

#include <algorithm>
#include <array>
#include <iterator>

#include "feeds/text/ascii.hpp"

namespace masthead::feeds {
namespace {

constexpr std::size_t looked_at = std::size_t{64} * 1024;

// The document's beginning as ASCII: without the zero bytes of UTF-16 and UTF-32 and without a byte order mark. Most
// documents have neither, so it is copied into `narrowed` only then.
std::string_view beginning(std::string_view bytes, std::string& narrowed) {
    bytes = bytes.substr(0, looked_at);
    if (bytes.find('\0') != std::string_view::npos) {
        std::copy_if(bytes.begin(), bytes.end(), std::back_inserter(narrowed), [](char c) { return c != '\0'; });
        bytes = narrowed;
    }
    for (const std::string_view mark : {"\xEF\xBB\xBF", "\xFE\xFF", "\xFF\xFE"})
        if (bytes.substr(0, mark.size()) == mark) return bytes.substr(mark.size());
    return bytes;
}

// Where `word`, in lower case and with a '<' before it, stands in any case.
std::size_t find_lowered(std::string_view text, std::string_view word) {
    for (auto at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1))
        if (lowered(text.substr(at, word.size())) == word) return at;
    return std::string_view::npos;
}

// Passes over "<!--...-->", "<?...>" and "<!...[...]>"; npos when it does not end.
std::size_t behind_declaration(std::string_view text, std::size_t at) {
    const auto behind = [&](std::string_view end, std::size_t from) {
        const auto found = text.find(end, from);
        return found == std::string_view::npos ? found : found + end.size();
    };
    if (text.substr(at, 4) == "<!--") return behind("-->", at + 4);
    const auto bracket = text.find_first_of("[>", at);
    if (bracket != std::string_view::npos && text[bracket] == '[' && text[at + 1] == '!')
        return behind(">", std::min(text.find(']', bracket), text.size()));
    return behind(">", at);
}

bool is_name_end(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '>' || c == '/' || c == '<'; }

std::string local_name_at(std::string_view text, std::size_t at) {
    const auto end = std::find_if(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), is_name_end);
    std::string name = lowered(std::string_view(text.begin() + static_cast<std::ptrdiff_t>(at), end));
    return name.substr(name.rfind(':') + 1);
}

DocumentKind kind_of_element(std::string_view name) {
    if (name == "rss" || name == "rdf" || name == "channel") return DocumentKind::rss;
    if (name == "feed" || name == "entry") return DocumentKind::atom;
    if (name == "opml") return DocumentKind::opml;
    constexpr std::array<std::string_view, 20> of_html = {
        "html",    "head",    "body", "title",  "meta", "link", "script", "style", "div",  "p",
        "article", "section", "main", "header", "h1",   "h2",   "a",      "table", "span", "noscript"};
    if (std::find(of_html.begin(), of_html.end(), name) != of_html.end()) return DocumentKind::html;
    return DocumentKind::other;
}

}  // namespace

std::string first_element(std::string_view bytes) {
    std::string narrowed;
    const std::string_view text = beginning(bytes, narrowed);
    for (std::size_t at = text.find('<'); at != std::string::npos; at = text.find('<', at)) {
        const char next = at + 1 < text.size() ? text[at + 1] : '\0';
        if (next == '!' || next == '?') {
            if (lowered(text.substr(at, 14)) == "<!doctype html") return "html";
            at = behind_declaration(text, at);
            if (at == std::string::npos) return {};
        } else if (is_letter(next)) {
            return local_name_at(text, at + 1);
        } else {
            ++at;
        }
    }
    return {};
}

std::size_t feed_start(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    std::string narrowed;
    const std::string_view start = beginning(text, narrowed);
    if (start.size() != std::min(text.size(), looked_at)) return 0;
    const auto kind = kind_of_element(first_element(text));
    const bool is_feed = kind == DocumentKind::rss || kind == DocumentKind::atom;
    if (is_feed && first != std::string_view::npos && text[first] == '<') return 0;
    std::size_t found = std::string::npos;
    for (const std::string_view root : {"<?xml", "<rss", "<rdf:rdf", "<feed"})
        found = std::min(found, find_lowered(start, root));
    return found == std::string::npos ? 0 : found;
}

DocumentKind sniff(std::string_view bytes) {
    if (bytes.substr(0, 4) == "\x4C\x6F\xA7\x94") return DocumentKind::rss;  // "<?xm" in EBCDIC
    std::string narrowed;
    const std::string_view start = beginning(bytes, narrowed);
    const auto first = start.find_first_not_of(" \t\r\n");
    if (first == std::string::npos) return DocumentKind::other;
    if (start[first] == '{' || start[first] == '[') return DocumentKind::json;
    const auto kind = kind_of_element(first_element(bytes));
    if (kind != DocumentKind::other) return kind;
    const auto behind = feed_start(bytes);
    return behind == 0 ? kind : kind_of_element(first_element(bytes.substr(behind)));
}

}  // namespace masthead::feeds
