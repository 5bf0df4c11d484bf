#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

namespace masthead::fetchers {

/// The settings under [fetch] and what else of them is about fetching, with the defaults of the documentation.
struct Options {
    std::size_t concurrency = 64;
    std::size_t per_host = 2;  ///< connections; 0: no limit
    std::chrono::milliseconds host_gap{1000};
    std::size_t memory = std::size_t{128} << 20;  ///< of all documents in work
    std::chrono::seconds min_interval{15 * 60};
    std::chrono::seconds max_interval{24 * 60 * 60};
    std::chrono::milliseconds timeout{30'000};  ///< whole fetch, redirects included
    std::chrono::milliseconds connect_timeout{10'000};
    std::chrono::milliseconds stall_timeout{15'000};
    std::size_t max_bytes = std::size_t{16} << 20;  ///< decoded
    std::size_t max_header_bytes = std::size_t{64} << 10;
    std::size_t max_entries = 10'000;
    std::size_t max_depth = 256;
    std::size_t max_nodes = 1'000'000;
    std::size_t max_redirects = 5;
    std::vector<std::string> allow_private;  ///< "127.0.0.0/8", "10.0.0.5:8080"
    std::string proxy;
    enum class Avatars { serve, link } avatars = Avatars::serve;  ///< link: authors' portraits are not fetched
    std::string hub;                                              ///< a WebSub hub to be told of changes; empty: none
    std::string base_url;                 ///< with which the published addresses begin that it is told
    std::string user_agent = "masthead";  ///< whole header value, contact included
};

}  // namespace masthead::fetchers
