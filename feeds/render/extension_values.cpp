#include "feeds/render/extension_values.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

#include "feeds/render/media.hpp"
#include "feeds/render/page_parts.hpp"
#include "feeds/text/ascii.hpp"
#include "feeds/text/date.hpp"
#include "feeds/text/url.hpp"
#include "feeds/text/word_lists.hpp"

namespace masthead::feeds {
namespace {

bool is_count(std::string_view text) {
    return !text.empty() && text.size() <= 18 && std::all_of(text.begin(), text.end(), is_digit);
}

bool is_positive(std::string_view text) { return is_count(text) && text.find_first_not_of('0') != text.npos; }

// Written as digits with at most one point, so neither infinite nor with an exponent.
bool is_number_within(std::string_view text, double least, double most) {
    if (text.empty() || !is_digit(text[text.front() == '-' && text.size() > 1 ? 1 : 0])) return false;
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
    return error == std::errc() && end == text.data() + text.size() && value >= least && value <= most;
}

std::vector<std::string_view> parts_of(std::string_view text, std::string_view separators) {
    std::vector<std::string_view> out;
    for (;;) {
        const auto from = text.find_first_not_of(separators);
        if (from == std::string_view::npos) return out;
        text.remove_prefix(from);
        out.push_back(text.substr(0, text.find_first_of(separators)));
        text.remove_prefix(out.back().size());
    }
}

bool are_counts(std::string_view text) {
    const auto parts = parts_of(text, ", ");
    return !parts.empty() && std::all_of(parts.begin(), parts.end(), is_count);
}

bool is_hexadecimal(char c) { return is_digit(c) || (lower(c) >= 'a' && lower(c) <= 'f'); }

// Latitudes and longitudes by turns (GeoRSS, "GeoRSS Simple").
bool are_positions(const std::vector<std::string_view>& parts, std::size_t least) {
    if (parts.size() < 2 * least || parts.size() % 2 != 0) return false;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const double most = i % 2 == 0 ? 90 : 180;
        if (!is_number_within(parts[i], -most, most)) return false;
    }
    return true;
}

bool is_ring(const std::vector<std::string_view>& parts) {
    return are_positions(parts, 4) && parts[0] == parts[parts.size() - 2] && parts[1] == parts.back();
}

bool has_uri_characters_only(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) {
        return c > ' ' && c < 0x7F && std::string_view("|[]^<>\"{}\\`").find(c) == std::string_view::npos;
    });
}

bool is_plain_address(std::string_view text) { return is_media(text) && has_uri_characters_only(text); }

// "tag:tide.example,2026-05-20:weir"
bool is_tag(std::string_view text) {
    const auto comma = text.find(',');
    const auto colon = text.find(':', std::min(comma, text.size()));
    if (comma == std::string_view::npos || comma == 4 || colon == std::string_view::npos) return false;
    const auto authority = text.substr(4, comma - 4);
    const auto may_stand = [](char c) { return (is_alphanumeric(c) && c == lower(c)) || c == '.' || c == '-'; };
    const auto date = text.substr(comma + 1, colon - comma - 1);
    const bool has_form = date.size() == 4 || date.size() == 7 || date.size() == 10;
    return std::all_of(authority.begin(), authority.end(), may_stand) && has_form && is_count(date.substr(0, 4)) &&
           parse_date(date).has_value();
}

// "f0dabe63-18da-5b53-b362-178145650a81" (RFC 9562, section 4).
bool is_uuid(std::string_view text) {
    constexpr std::string_view form = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
    return std::equal(text.begin(), text.end(), form.begin(), form.end(),
                      [](char c, char wanted) { return wanted == '-' ? c == '-' : is_hexadecimal(c); });
}

// "urn:isbn:0451450523"
bool is_urn(std::string_view text) {
    const auto parts = parts_of(text, ":");
    return parts.size() >= 3 && parts[1].size() >= 2 && (lowered(parts[1]) != "uuid" || is_uuid(parts[2]));
}

bool is_identifier(std::string_view text) {
    if (!has_uri_characters_only(text)) return false;
    if (text.substr(0, 4) == "tag:") return is_tag(text);
    if (text.substr(0, 4) == "urn:") return is_urn(text);
    return is_media(text);
}

// "12.50 EUR"
bool is_price(std::string_view text) {
    const auto blank = text.find(' ');
    const auto currency = text.substr(std::min(blank, text.size()));
    return is_number_within(text.substr(0, blank), 0, 1e12) &&
           (currency.empty() ||
            (currency.size() == 4 && std::all_of(currency.begin() + 1, currency.end(), is_alphanumeric)));
}

bool is_media_type(std::string_view text) {
    Enclosure file;
    file.type = text;
    return media_type_of(file) == lowered(text);
}

bool is_play_time(std::string_view text) {
    const auto parts = parts_of(text, ":");
    if (parts.size() == 1) return is_number_within(text, 0, 1e9);
    return parts.size() == 3 && is_count(parts[0]) && parts[1].size() == 2 && is_count(parts[1]) &&
           (parts[2].size() == 2 || (parts[2].size() > 3 && parts[2][2] == '.')) && is_number_within(parts[2], 0, 60);
}

// Roles of the European Broadcasting Union, which Media RSS takes for media:credit.
constexpr std::array<std::string_view, 20> roles = {
    "actor",    "anchor person",    "author",    "choreographer", "composer", "conductor",      "director",
    "editor",   "graphic designer", "grip",      "illustrator",   "lyricist", "music arranger", "music group",
    "musician", "orchestra",        "performer", "photographer",  "producer", "reporter"};

constexpr std::array<std::string_view, 5> media = {"image", "audio", "video", "document", "executable"};
constexpr std::array<std::string_view, 3> expressions = {"sample", "full", "nonstop"};
constexpr std::array<std::string_view, 2> ratings = {"adult", "nonadult"};
constexpr std::array<std::string_view, 2> truths = {"true", "false"};

bool is_of_type(std::string_view value, ValueType type) {
    switch (type) {
        case ValueType::words:
            return true;
        case ValueType::name:
            return value.find('@') == std::string_view::npos;
        case ValueType::line:
            return value.size() <= 255;
        case ValueType::nothing:
            return value.empty();
        case ValueType::yes:
            return lowered(value) == "yes" || lowered(value) == "true";
        case ValueType::truth:
            return is_one_of(truths, value);
        case ValueType::count:
            return is_count(value);
        case ValueType::positive:
            return is_positive(value);
        case ValueType::counts:
            return are_counts(value);
        case ValueType::whole:
            return is_count(value.substr(0, 1) == "-" ? value.substr(1) : value);
        case ValueType::number:
            return is_number_within(value, -1e9, 1e9);
        case ValueType::measure:
            return is_number_within(value, 0, 1e12);
        case ValueType::latitude:
            return is_number_within(value, -90, 90);
        case ValueType::longitude:
            return is_number_within(value, -180, 180);
        case ValueType::position:
            return parts_of(value, " \t\r\n").size() == 2 && are_positions(parts_of(value, " \t\r\n"), 1);
        case ValueType::positions:
            return are_positions(parts_of(value, " \t\r\n"), 2);
        case ValueType::ring:
            return is_ring(parts_of(value, " \t\r\n"));
        case ValueType::address:
            return is_plain_address(value);
        case ValueType::identifier:
            return is_identifier(value);
        case ValueType::price:
            return is_price(value);
        case ValueType::date:
            return parse_date(value).has_value();
        case ValueType::media_type:
            return is_media_type(value);
        case ValueType::language:
            return language_tag(value) == value;
        case ValueType::play_time:
            return is_play_time(value);
        case ValueType::medium:
            return is_one_of(media, value);
        case ValueType::expression:
            return is_one_of(expressions, value);
        case ValueType::role:
            return is_one_of(roles, value);
        case ValueType::rating:
            return is_one_of(ratings, value);
        case ValueType::md5:
            return value.size() == 32 && std::all_of(value.begin(), value.end(), is_hexadecimal);
    }
    return false;
}

}  // namespace

std::string checked_value(std::string_view value, ValueType type) {
    if (!is_of_type(value, type)) return {};
    if (type == ValueType::yes) return "yes";
    if (type == ValueType::date) return format_rfc3339(*parse_date(value));
    return std::string(value);
}

}  // namespace masthead::feeds
