#include "http/conditional.hpp"

#include "feeds/text/date.hpp"
#include "http/field_list.hpp"

namespace masthead::http {
namespace {

enum class Comparison { weak, strong };

// Weak comparison lets W/"x" be "x" (RFC 9110, section 8.8.3.2): a proxy that compressed the body put W/ in front.
bool names_tag(std::string_view list, std::string_view etag, Comparison comparison) {
    if (trim(list) == "*") return true;
    bool found = false;
    for_each_member(list, [&](std::string_view member) {
        if (comparison == Comparison::weak && member.substr(0, 2) == "W/") member.remove_prefix(2);
        if (member == etag) found = true;
    });
    return found;
}

}  // namespace

Verdict evaluate_conditions(const Request& request, const Validators& current) {
    if (const auto tags = request.field("if-match")) {
        if (!names_tag(*tags, current.etag, Comparison::strong)) return Verdict::precondition_failed;
    } else if (const auto date = request.field("if-unmodified-since")) {
        const auto since = feeds::parse_http_date(*date);
        if (since && current.last_modified > *since) return Verdict::precondition_failed;
    }
    // If-Modified-Since counts only where If-None-Match is not given, however that one ends.
    if (const auto tags = request.field("if-none-match"))
        return names_tag(*tags, current.etag, Comparison::weak) ? Verdict::not_modified : Verdict::proceed;
    if (const auto date = request.field("if-modified-since")) {
        const auto since = feeds::parse_http_date(*date);
        if (since && current.last_modified <= *since) return Verdict::not_modified;
    }
    return Verdict::proceed;
}

bool range_still_fits(const Request& request, const Validators& current) {
    const auto condition = request.field("if-range");
    if (!condition) return true;
    const std::string_view value = trim(*condition);
    if (value.substr(0, 1) == "\"" || value.substr(0, 2) == "W/") return value == current.etag;
    const auto date = feeds::parse_http_date(value);
    return date && *date == current.last_modified;
}

}  // namespace masthead::http
