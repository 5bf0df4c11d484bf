#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "http/body.hpp"

namespace masthead::http {

/// Who may ask: everybody, or those who reach the admin address.
enum class Audience { everybody, admin };

/// A request as a plain value, so that routes and conditions need no socket.
struct Request {
    enum class Method { get, head, options, other_known, unknown };

    Method method = Method::get;
    std::string path;   ///< decoded once, begins with '/'; "*" of OPTIONS alone
    std::string query;  ///< undecoded, without '?'
    std::string host;
    std::vector<std::pair<std::string, std::string>> fields;  ///< names in lower case, in order
    bool keep_alive = true;                                   ///< the connection may serve another request
    bool has_body = false;                                    ///< one follows and is not read: the connection ends

    /// All values of a field joined with ", " (RFC 9110, section 5.3); nothing when it is not there.
    std::optional<std::string> field(std::string_view lower_case_name) const;
};

/// What a request gets. Cheap to copy: head and body are shared by all who get the same.
struct Response {
    int status = 200;
    std::shared_ptr<const std::string> head;  ///< status line and fields, each ended by CRLF; without Date, Connection
    std::shared_ptr<const Body> body;         ///< null: none is sent
    std::size_t offset = 0;                   ///< of the part of the body that is sent
    std::size_t length = 0;
    bool close = false;  ///< the connection ends after it
};

/// "HTTP/1.1 404 Not Found" and CRLF.
std::string status_line(int status);

/// A short fixed answer to what cannot be answered otherwise: no byte of the request stands in it.
/// `fields`: further header lines, each ended by CRLF.
Response short_response(int status, std::string_view fields = {});

/// The answer without its body where the request is a HEAD.
Response not_to_head(Response response, const Request& request);

}  // namespace masthead::http
