#pragma once

#include <string>
#include <vector>

#include "feeds/result.hpp"
#include "http/descriptor.hpp"
#include "http/server.hpp"

namespace masthead::http {

/// Listening sockets on one address, one for each thread.
struct ListeningSockets {
    std::string address;  ///< as it is really listened on: "127.0.0.1:43210", "[::1]:80", "unix:/run/http.sock"
    std::vector<Descriptor> sockets;
    std::string path;  ///< of a unix socket that was made here: remove it at the end
};

/// Opens `count` sockets on "HOST:PORT" or "unix:/path". On a network address the kernel spreads connections over them
/// (SO_REUSEPORT); a unix socket is one, shared. An address that somebody else listens on is refused.
[[nodiscard]] feeds::Result<ListeningSockets, ListenError> listen_on(const std::string& address, std::size_t count);

/// `count` handles of a listening socket that was handed over; the caller keeps his own.
[[nodiscard]] feeds::Result<ListeningSockets, ListenError> share_inherited(int socket, std::size_t count);

}  // namespace masthead::http
