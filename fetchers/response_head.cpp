#include "fetchers/response_head.hpp"

#include <algorithm>
#include <charconv>

#include "feeds/text/ascii.hpp"
#include "feeds/text/date.hpp"

namespace masthead::fetchers {

namespace {

using std::chrono::seconds;

constexpr seconds longest{365 * 24 * 60 * 60};

// delta-seconds; one that does not fit is the largest there is (RFC 9111, section 1.2.2).
std::optional<seconds> delta_seconds(std::string_view text) {
    if (text.empty() || !std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return std::nullopt;
    long long value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error == std::errc::result_out_of_range || value > longest.count()) return longest;
    return seconds(value);
}

std::optional<seconds> until(const ResponseHead& head, std::string_view date) {
    const auto then = feeds::parse_http_date(date), now = feeds::parse_http_date(head.value("date"));
    if (!then || !now || *then <= *now) return std::nullopt;
    return std::min(std::chrono::duration_cast<seconds>(*then - *now), longest);
}

std::optional<seconds> max_age(std::string_view directives) {
    while (!directives.empty()) {
        const auto comma = directives.find(',');
        const auto directive = feeds::trimmed(directives.substr(0, comma));
        directives = comma == directives.npos ? std::string_view{} : directives.substr(comma + 1);
        const auto equals = directive.find('=');
        if (equals == directive.npos || feeds::lowered(feeds::trimmed(directive.substr(0, equals))) != "max-age")
            continue;
        auto value = feeds::trimmed(directive.substr(equals + 1));
        // A quoted form is not to be sent, but to be understood (RFC 9111, section 5.2).
        if (value.size() >= 2 && value.front() == '"' && value.back() == '"') value = value.substr(1, value.size() - 2);
        if (const auto age = delta_seconds(value)) return age;
    }
    return std::nullopt;
}

}  // namespace

bool ResponseHead::take(std::string_view line) {
    bytes_ += line.size();
    if (bytes_ > max_bytes_) return false;
    if (line.substr(0, 5) == "HTTP/") {
        fields_.clear();
        return true;
    }
    const auto colon = line.find(':');
    if (colon == line.npos || colon == 0) return true;
    fields_.emplace_back(feeds::lowered(feeds::trimmed(line.substr(0, colon))), feeds::trimmed(line.substr(colon + 1)));
    return true;
}

std::string ResponseHead::value(std::string_view name) const {
    const auto found =
        std::find_if(fields_.begin(), fields_.end(), [&](const auto& field) { return field.first == name; });
    return found == fields_.end() ? std::string() : found->second;
}

std::vector<std::string> ResponseHead::values(std::string_view name) const {
    std::vector<std::string> out;
    for (const auto& [field, value] : fields_)
        if (field == name) out.push_back(value);
    return out;
}

bool ResponseHead::contradicts(std::string_view name) const {
    const auto all = values(name);
    return std::any_of(all.begin(), all.end(), [&](const auto& value) { return value != all.front(); });
}

std::optional<seconds> freshness(const ResponseHead& head) {
    for (const auto& value : head.values("cache-control"))
        if (const auto age = max_age(value)) return age;
    return until(head, head.value("expires"));
}

std::optional<seconds> retry_after(const ResponseHead& head) {
    const std::string value = head.value("retry-after");
    if (const auto wait = delta_seconds(value)) return wait;
    return until(head, value);
}

}  // namespace masthead::fetchers
