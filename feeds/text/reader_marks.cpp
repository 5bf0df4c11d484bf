#include "feeds/text/reader_marks.hpp"

#include <algorithm>

#include "feeds/text/ascii.hpp"
#include "feeds/text/url.hpp"
#include "feeds/text/url_query.hpp"

namespace masthead::feeds {
namespace {

constexpr std::size_t most_values = 32;
constexpr std::size_t shortest_value = 5;
constexpr std::size_t shortest_token = 16;

bool is_token(std::string_view text) {
    return text.size() >= shortest_token && std::any_of(text.begin(), text.end(), is_digit) &&
           std::all_of(text.begin(), text.end(), [](char c) { return is_alphanumeric(c) || c == '-' || c == '_'; });
}

// A word or a year says nothing of who reads.
bool may_be_of_reader(std::string_view value) {
    return value.size() >= shortest_value && std::any_of(value.begin(), value.end(), is_digit);
}

}  // namespace

void ReaderMarks::learn(std::string_view acting_url) {
    const UrlParts parts = url_parts(acting_url);
    const auto note = [this](std::string_view value) {
        const bool is_known = std::find(values_.begin(), values_.end(), value) != values_.end();
        if (values_.size() < most_values && !is_known) values_.emplace_back(value);
    };
    // Mailchimp's "u" is the sender and "id" the list; the reader is "e".
    bool has_reader = false;
    for_each_parameter(parts.query, [&](std::string_view name, std::string_view) { has_reader |= name == "e"; });
    for_each_parameter(parts.query, [&](std::string_view name, std::string_view value) {
        if (may_be_of_reader(value) && !(has_reader && (name == "u" || name == "id"))) note(value);
    });
    for (std::string_view path = parts.path; !path.empty();) {
        const std::string_view segment = path.substr(0, path.find('/'));
        path.remove_prefix(std::min(segment.size() + 1, path.size()));
        if (is_token(segment)) note(segment);
    }
}

bool ReaderMarks::stand_in(std::string_view text) const {
    return std::any_of(values_.begin(), values_.end(),
                       [&](const std::string& value) { return text.find(value) != std::string_view::npos; });
}

std::string ReaderMarks::removed_from(std::string_view url) const {
    auto out = without_parameters(url, [this](std::string_view, std::string_view value) {
        return std::find(values_.begin(), values_.end(), value) != values_.end();
    });
    const bool still_there = std::any_of(values_.begin(), values_.end(), [&](const std::string& value) {
        return value.size() >= shortest_token && out.find(value) != std::string::npos;
    });
    return still_there ? std::string() : out;
}

}  // namespace masthead::feeds
