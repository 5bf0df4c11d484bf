#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "feeds/result.hpp"
#include "feeds/source.hpp"
#include "feeds/time.hpp"

namespace masthead::fetchers {

/// One GET, or the POST of a form.
struct Request {
    enum class Accept { feed, page, image };

    std::string url;
    Accept accept = Accept::feed;
    std::string etag;                                          ///< sent as If-None-Match, byte for byte
    std::string last_modified;                                 ///< sent as If-Modified-Since, byte for byte
    std::vector<std::pair<std::string, std::string>> headers;  ///< beside ours; dropped when a redirect leaves the host
    std::optional<std::string> user_agent;
    std::optional<std::size_t> max_bytes;
    std::string form{};  ///< not empty: posted, encoded already; any 2xx is an answer then, and no redirect is followed
};

/// A redirect that was followed.
struct Hop {
    std::string to;
    bool permanent = false;  ///< 301 or 308
};

/// An answer that is no error: 200 with a whole body, 304, or 2xx to a form.
struct Response {
    int status = 200;
    std::string url;  ///< where it came from in the end
    std::vector<Hop> hops;
    std::string content_type;
    std::string content_location;
    std::string etag;
    std::string last_modified;
    std::vector<std::string> links;               ///< Link header values
    std::optional<std::chrono::seconds> max_age;  ///< Cache-Control or Expires, clamped to a year
    std::string body;                             ///< decoded
    std::chrono::milliseconds took{};
    std::shared_ptr<const void> memory;  ///< while it lives the body counts against Options::memory
};

/// Why there is no answer. The message is one line for the admin.
struct FetchError {
    feeds::Outcome outcome = feeds::Outcome::network;
    std::string message;
    int status = 0;                                   ///< of HTTP, where there was one
    std::optional<std::chrono::seconds> retry_after;  ///< Retry-After (RFC 9110, section 10.2.3)
    std::string url{};                                ///< that answered so, behind all redirects; empty: none did
};

using FetchResult = feeds::Result<Response, FetchError>;

/// How everything that fetches is given the network: a Transport, or in tests of pure decisions a table.
using Fetch = std::function<FetchResult(const Request&)>;

}  // namespace masthead::fetchers
