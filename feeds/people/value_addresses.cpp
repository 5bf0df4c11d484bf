#include "feeds/people/value_addresses.hpp"

#include <algorithm>

#include "feeds/people/handles.hpp"

namespace masthead::feeds {
namespace {

bool is_address_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("._%+-").find(c) != std::string_view::npos;
}

struct Span {
    std::size_t begin, end;
};

// The address or handle around an "@".
Span around_at(std::string_view text, std::size_t at) {
    Span span{at, at + 1};
    while (span.begin > 0 && is_address_character(text[span.begin - 1])) --span.begin;
    while (span.end < text.size() && (is_address_character(text[span.end]) || text[span.end] == '@')) ++span.end;
    while (span.end > at + 1 && text[span.end - 1] == '.') --span.end;
    return span;
}

bool is_address(std::string_view text) {
    const auto at = text.find('@');
    return at != std::string_view::npos && at > 0 && at <= 64 && is_domain_name(text.substr(at + 1));
}

std::size_t length_of_url(std::string_view text) {
    for (const std::string_view start : {"http://", "https://", "www.", "mailto:"})
        if (text.substr(0, start.size()) == start)
            return start == "mailto:" ? start.size() : std::min(text.find_first_of(" )>\"'"), text.size());
    return 0;
}

}  // namespace

std::string address_in(std::string_view value) {
    for (auto at = value.find('@'); at != std::string_view::npos; at = value.find('@', at + 1)) {
        const auto span = around_at(value, at);
        const auto text = value.substr(span.begin, span.end - span.begin);
        if (is_address(text)) return std::string(text);
    }
    return {};
}

std::string without_addresses(std::string_view value) {
    std::string out;
    for (std::size_t i = 0; i < value.size();) {
        if (const auto length = length_of_url(value.substr(i)); length > 0) {
            i += length;
        } else if (value[i] == '@' && (i == 0 || value[i - 1] != ' ' || value.substr(i + 1, 1) != " ")) {
            const auto span = around_at(value, i);
            out.resize(out.size() - std::min(out.size(), i - span.begin));
            i = span.end;
        } else {
            out += value[i++];
        }
    }
    for (const std::string_view empty : {"()", "<>", "[]", "( )"})
        for (auto at = out.find(empty); at != std::string::npos; at = out.find(empty, at)) out.erase(at, empty.size());
    return out;
}

}  // namespace masthead::feeds
