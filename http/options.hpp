#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

namespace masthead::http {

/// The settings under [http], with the defaults of the documentation.
struct Options {
    std::vector<std::string> listen{"127.0.0.1:8080"};  ///< "HOST:PORT", "[::]:80", "unix:/path"
    std::string admin_listen = "127.0.0.1:9180";        ///< empty: none
    unsigned threads = 0;                               ///< 0: one per core
    std::size_t max_connections = 10'000;
    std::size_t per_address = 256;                          ///< connections of one client; 0: no limit
    std::vector<std::string> trusted_proxies{"127.0.0.1"};  ///< see TrustedProxies::from

    // Limits that are not settings; tests make them small.
    std::size_t max_line = std::size_t{8} << 10;     ///< request line: 414
    std::size_t max_header = std::size_t{16} << 10;  ///< line and fields: 431
    std::chrono::milliseconds header_timeout{10'000};
    std::chrono::milliseconds idle_timeout{30'000};
    std::chrono::milliseconds write_timeout{30'000};  ///< without progress
    std::chrono::milliseconds drain_timeout{10'000};
    std::size_t cache_bytes = std::size_t{32} << 20;  ///< of representations
};

}  // namespace masthead::http
