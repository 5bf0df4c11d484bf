#include "http/range.hpp"

#include <algorithm>
#include <charconv>
#include <limits>

#include "http/field_list.hpp"

namespace masthead::http {
namespace {

// A number that is too big for us lies behind every end, so it becomes the greatest there is.
std::optional<std::size_t> number(std::string_view digits) {
    if (digits.empty() || digits.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
    std::size_t value = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return read.ec == std::errc() ? value : std::numeric_limits<std::size_t>::max();
}

RangeRequest suffix(std::size_t wanted, std::size_t size) {
    if (wanted == 0 || size == 0) return {RangeRequest::Kind::unsatisfiable, {}};
    const std::size_t length = std::min(wanted, size);
    return {RangeRequest::Kind::part, {size - length, length}};
}

}  // namespace

RangeRequest read_range(std::string_view value, std::size_t size) {
    constexpr RangeRequest whole;
    const auto equals = value.find('=');
    if (equals == std::string_view::npos || !equal_without_case(trim(value.substr(0, equals)), "bytes")) return whole;
    const std::string_view range = trim(value.substr(equals + 1));
    const auto dash = range.find('-');
    if (dash == std::string_view::npos) return whole;
    const auto first = number(range.substr(0, dash));
    const std::string_view last_text = range.substr(dash + 1);
    const auto last = number(last_text);
    if (!first) return dash == 0 && last ? suffix(*last, size) : whole;
    if (!last && !last_text.empty()) return whole;
    if (last && *last < *first) return whole;
    if (*first >= size) return {RangeRequest::Kind::unsatisfiable, {}};
    const std::size_t end = last ? std::min(*last, size - 1) : size - 1;
    return {RangeRequest::Kind::part, {*first, end - *first + 1}};
}

}  // namespace masthead::http
