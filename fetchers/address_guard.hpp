#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include <sys/socket.h>

#include "feeds/result.hpp"

namespace masthead::fetchers {

/// Decides which socket addresses may be contacted: public ones, and those that the admin allowed. Immutable; any
/// thread.
class AddressGuard {
public:
    /// `allowed`: "10.0.0.0/8", "127.0.0.1", "127.0.0.1:8080", "[::1]:80", "fd00::/8". The error names what is wrong
    /// with one.
    [[nodiscard]] static feeds::Result<AddressGuard, std::string> from(const std::vector<std::string>& allowed);

    /// Judges the address that a socket is about to be connected to, v4-mapped, 6to4 and NAT64 forms as what they hold.
    bool permits(const sockaddr* address, socklen_t length) const;

private:
    struct Rule {
        std::array<unsigned char, 16> bytes;  ///< v4 as v4-mapped
        int prefix;                           ///< of 128
        int port;                             ///< 0: any
    };
    std::vector<Rule> allowed_;
};

}  // namespace masthead::fetchers
