#include "http/responder.hpp"

#include <fmt/core.h>

#include "http/conditional.hpp"
#include "http/field_list.hpp"
#include "http/negotiate.hpp"
#include "http/range.hpp"
#include "http/router.hpp"

namespace masthead::http {
namespace {

using Method = Request::Method;

constexpr std::string_view allow = "Allow: GET, HEAD, OPTIONS\r\n";

// A web page that asks conditionally sends a preflight first (Fetch standard, section 3.2).
constexpr std::string_view preflight =
    "Allow: GET, HEAD, OPTIONS\r\n"
    "Access-Control-Allow-Origin: *\r\n"
    "Access-Control-Allow-Methods: GET, HEAD, OPTIONS\r\n"
    "Access-Control-Allow-Headers: If-None-Match, If-Modified-Since, Range\r\n"
    "Access-Control-Max-Age: 86400\r\n";

Coding coding_for(const Request& request) {
    const auto accepted = request.field("accept-encoding");
    return negotiate_coding(accepted ? std::optional<std::string_view>(*accepted) : std::nullopt);
}

/// What the method alone decides; nothing for a GET or HEAD that may be answered.
std::optional<Response> by_method(const Request& request) {
    switch (request.method) {
        case Method::get:
        case Method::head:
            break;
        case Method::options:
            return short_response(204, preflight);
        case Method::other_known:
            return short_response(405, allow);
        case Method::unknown:
            return short_response(501);
    }
    const auto expected = request.field("expect");
    if (expected && !equal_without_case(*expected, "100-continue")) return short_response(417);
    return std::nullopt;
}

Response with_head(const Representations::Pointer& representation, int status, const std::string& head) {
    Response response;
    response.status = status;
    response.head = std::shared_ptr<const std::string>(representation, &head);
    return response;
}

Response whole(const Representations::Pointer& representation) {
    Response response = with_head(representation, 200, representation->ok_head);
    response.body = std::shared_ptr<const Body>(representation, &representation->body);
    response.length = representation->body.size();
    return response;
}

Response part(const Representations::Pointer& representation, const Part& part) {
    Response response = whole(representation);
    response.status = 206;
    response.head = std::make_shared<const std::string>(
        representation->part_head + fmt::format("Content-Range: bytes {}-{}/{}\r\nContent-Length: {}\r\n", part.offset,
                                                part.offset + part.length - 1, representation->body.size(),
                                                part.length));
    response.offset = part.offset;
    response.length = part.length;
    return response;
}

Response by_range(const Representations::Pointer& representation, const Request& request, const Validators& current) {
    // Range belongs to GET alone (RFC 9110, section 14.2).
    const auto field = request.method == Method::get ? request.field("range") : std::nullopt;
    if (!field || !range_still_fits(request, current)) return whole(representation);
    const std::size_t size = representation->body.size();
    const RangeRequest range = read_range(*field, size);
    switch (range.kind) {
        case RangeRequest::Kind::whole:
            return whole(representation);
        case RangeRequest::Kind::part:
            return part(representation, range.part);
        case RangeRequest::Kind::unsatisfiable:
            break;
    }
    return short_response(416, fmt::format("Content-Range: bytes */{}\r\n", size));
}

Response without_content(const Missing& missing) {
    std::string fields;
    if (missing.status == 503) fields = "Retry-After: 5\r\n";
    if (!missing.location.empty()) fields = fmt::format("Location: {}\r\n", missing.location);
    return short_response(missing.status, fields);
}

}  // namespace

Response respond_with(const Representations::Pointer& representation, const Request& request) {
    const Validators current{representation->etag, representation->description.last_modified};
    switch (evaluate_conditions(request, current)) {
        case Verdict::not_modified:
            return with_head(representation, 304, representation->not_modified_head);
        case Verdict::precondition_failed:
            return not_to_head(short_response(412), request);
        case Verdict::proceed:
            break;
    }
    return not_to_head(by_range(representation, request, current), request);
}

std::optional<Response> Responder::respond_now(const Request& request, Audience audience) {
    if (auto decided = by_method(request)) return decided;
    if (audience == Audience::everybody) {
        if (const auto held = representations_.find(request.path, coding_for(request))) {
            metrics_.found();
            return respond_with(held, request);
        }
    }
    const auto target = route(request.path, audience);
    if (!target) return not_to_head(short_response(404), request);
    if (target->kind == Route::Kind::health) return not_to_head(short_response(200), request);
    if (target->kind == Route::Kind::icon) return short_response(204, "Cache-Control: public, max-age=86400\r\n");
    return std::nullopt;
}

void Responder::respond_later(const Request& request, Audience audience, Done done) {
    auto target = route(request.path, audience);
    if (!target) return done(not_to_head(short_response(404), request));
    std::string place = request.path;
    if (target->kind == Route::Kind::source_health) {
        target->name = request.host;
        place.insert(0, request.host);
    }
    renderer_.make(place, *target, coding_for(request),
                   [request, done = std::move(done)](const Renderer::Outcome& outcome) {
                       if (outcome) return done(respond_with(*outcome, request));
                       done(not_to_head(without_content(outcome.error()), request));
                   });
}

}  // namespace masthead::http
