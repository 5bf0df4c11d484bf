#include "http/message.hpp"

#include <fmt/core.h>

namespace masthead::http {
namespace {

std::string_view reason(int status) {
    switch (status) {
        case 200:
            return "OK";
        case 204:
            return "No Content";
        case 206:
            return "Partial Content";
        case 301:
            return "Moved Permanently";
        case 304:
            return "Not Modified";
        case 400:
            return "Bad Request";
        case 404:
            return "Not Found";
        case 405:
            return "Method Not Allowed";
        case 410:
            return "Gone";
        case 412:
            return "Precondition Failed";
        case 414:
            return "URI Too Long";
        case 416:
            return "Range Not Satisfiable";
        case 417:
            return "Expectation Failed";
        case 429:
            return "Too Many Requests";
        case 431:
            return "Request Header Fields Too Large";
        case 501:
            return "Not Implemented";
        case 503:
            return "Service Unavailable";
        case 505:
            return "HTTP Version Not Supported";
        default:
            return "Error";
    }
}

std::string_view explanation(int status) {
    switch (status) {
        case 200:
            return "This server is up.";
        case 301:
            return "What was at this address has moved.";
        case 404:
            return "There is nothing at this address.";
        case 410:
            return "What was at this address has been withdrawn.";
        case 429:
            return "Too much is asked for from your address at once. Try again soon.";
        case 503:
            return "This cannot be shown for the moment. Try again soon.";
        default:
            return "The request cannot be answered.";
    }
}

}  // namespace

std::optional<std::string> Request::field(std::string_view lower_case_name) const {
    std::optional<std::string> joined;
    for (const auto& [name, value] : fields) {
        if (name != lower_case_name) continue;
        if (joined)
            joined->append(", ").append(value);
        else
            joined = value;
    }
    return joined;
}

std::string status_line(int status) { return fmt::format("HTTP/1.1 {} {}\r\n", status, reason(status)); }

Response short_response(int status, std::string_view fields) {
    Response response;
    response.status = status;
    std::string head = status_line(status);
    head.append(fields);
    if (status != 204) {  // RFC 9110, section 8.6: no Content-Length in a 204
        auto body = std::make_shared<const Body>(
            fmt::format("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>{0} {1}</title>"
                        "<h1>{1}</h1><p>{2} <a href=\"/\">All authors and feeds</a></p></html>\n",
                        status, reason(status), explanation(status)));
        head += fmt::format(
            "Content-Type: text/html; charset=utf-8\r\nContent-Length: {}\r\nX-Content-Type-Options: nosniff\r\n"
            "Content-Security-Policy: default-src 'none'\r\nCache-Control: no-store\r\n",
            body->size());
        response.length = body->size();
        response.body = std::move(body);
    }
    response.head = std::make_shared<const std::string>(std::move(head));
    return response;
}

Response not_to_head(Response response, const Request& request) {
    if (request.method != Request::Method::head) return response;
    response.body.reset();
    response.length = 0;
    return response;
}

}  // namespace masthead::http
