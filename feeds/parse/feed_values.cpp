#include "feeds/parse/feed_values.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>

#include "feeds/text/ascii.hpp"
#include "feeds/text/clean_url.hpp"
#include "feeds/text/double_encoding.hpp"
#include "feeds/text/fold.hpp"
#include "feeds/text/html_references.hpp"
#include "feeds/text/recipient.hpp"
#include "feeds/text/recipient_url.hpp"
#include "feeds/text/sanitise.hpp"
#include "feeds/text/url.hpp"

namespace masthead::feeds {
namespace {

// A reference without a scheme, and without what no address holds.
bool is_relative(std::string_view reference) {
    return std::none_of(reference.begin(), reference.end(), [](char c) {
        return static_cast<unsigned char>(c) <= ' ' ||
               std::string_view(":<>\"\\^`{|}\x7F").find(c) != std::string_view::npos;
    });
}

}  // namespace

std::string text_line(std::string_view text) {
    if (!may_be_encoded_twice(text)) return one_line(text, DirectionMarks::keep);
    return one_line(without_double_encoding(std::string(text)), DirectionMarks::keep);
}

std::string plain_line(std::string_view html) {
    const bool has_references = html.find('&') != std::string_view::npos;
    if (html.find('<') == std::string_view::npos) return text_line(has_references ? decode_references(html) : html);
    auto line = text_line(plain_text(html));
    // What is nothing but markup was meant as it stands: "</example>".
    return line.empty() ? text_line(html) : line;
}

std::string html_of_text(std::string_view text) {
    text = trimmed(text);
    if (text.find("\n\n") != std::string_view::npos || text.find("\n\r\n") != std::string_view::npos)
        return html_from_text(text);
    std::string out;
    append_escaped(out, text);
    return out;
}

std::string language_of(std::string_view text) {
    std::string out(trimmed(text).substr(0, 36));
    std::replace(out.begin(), out.end(), '_', '-');
    const auto is_part = [](unsigned char c) { return c == '-' || (c < 0x80 && std::isalnum(c)); };
    return out.size() <= 35 && std::all_of(out.begin(), out.end(), is_part) ? out : std::string();
}

std::string safe_html(std::string_view html, std::string_view base) {
    ReaderMarks marks;
    return safe_html(html, base, marks);
}

std::string safe_html(std::string_view html, std::string_view base, ReaderMarks& marks) {
    return html.empty() ? std::string() : without_double_encoding(without_recipient(sanitise(html, base), marks));
}

std::string linking_html(std::string_view html, std::string_view base) {
    if (html.find('<') == std::string_view::npos) return {};
    auto out = safe_html(html, base);
    const auto has = [&](std::string_view attribute) { return out.find(attribute) != std::string::npos; };
    const bool shows_more = has(" href=\"") || has(" src=\"");
    return shows_more && plain_text(out) == plain_text(html) ? out : std::string();
}

std::string page_address(std::string_view base, std::string_view reference) {
    reference = trimmed(reference);
    if (reference.empty()) return {};
    if (is_plain_page(reference)) return std::string(reference);
    const auto url = resolve_url(base, reference);
    if (!url) return base.empty() && is_relative(reference) ? std::string(reference) : std::string();
    return is_link(*url) ? url_without_recipient(*url) : std::string();
}

std::string file_address(std::string_view base, std::string_view reference) {
    reference = trimmed(reference);
    if (reference.empty()) return {};
    if (clean_url(reference)) return std::string(reference);
    const auto url = resolve_url(base, reference);
    if (!url) return base.empty() && is_relative(reference) ? std::string(reference) : std::string();
    return is_media(*url) ? *url : std::string();
}

std::optional<std::uint64_t> count_of(std::string_view text) {
    text = trimmed(text);
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    // SQLite's integers and JSON's readers end at 2^63.
    if (error != std::errc() || end != text.data() + text.size() || value > INT64_MAX) return std::nullopt;
    return value;
}

std::optional<double> number_of(std::string_view text) {
    text = trimmed(text);
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value) || value < 0)
        return std::nullopt;
    return value;
}

std::optional<std::chrono::seconds> duration_of(std::string_view text) {
    constexpr double longest = 100.0 * 24 * 3600;
    double seconds = 0;
    int parts = 0;
    for (text = trimmed(text); parts < 3; ++parts) {
        const auto colon = text.find(':');
        const auto part = text.substr(0, colon);
        const auto whole = count_of(part);
        const auto value = whole ? std::optional(static_cast<double>(*whole)) : number_of(part);
        if (!value) return std::nullopt;
        seconds = seconds * 60 + *value;
        if (seconds > longest) return std::nullopt;
        if (colon == std::string_view::npos) return std::chrono::seconds(std::lround(seconds));
        text.remove_prefix(colon + 1);
    }
    return std::nullopt;
}

std::optional<bool> answer_of(std::string_view text) {
    const std::string word = lower_word(text);
    if (word == "yes" || word == "true" || word == "explicit" || word == "1") return true;
    if (word == "no" || word == "false" || word == "clean" || word == "0") return false;
    return std::nullopt;
}

std::string lower_word(std::string_view text) {
    std::string out(trimmed(text));
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    return out;
}

std::string keyword_of(std::string_view text) {
    text = trimmed(text);
    const auto is_part = [](char c) {
        return is_alphanumeric(c) || std::string_view("!#$&^_.+-/").find(c) != std::string_view::npos;
    };
    const auto* const end = std::find_if_not(text.begin(), text.end(), is_part);
    if (end != text.end() && *end == '<') return {};
    return lowered(text.substr(0, static_cast<std::size_t>(end - text.begin())));
}

void set_first(std::string& field, std::string value) {
    if (field.empty()) field = std::move(value);
}

void set_first(RareText& field, std::string value) {
    if (field.empty()) field = std::move(value);
}

}  // namespace masthead::feeds
