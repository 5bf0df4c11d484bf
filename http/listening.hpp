#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "feeds/result.hpp"
#include "http/descriptor.hpp"
#include "http/server.hpp"

namespace masthead::http {

/// The file of a unix socket, removed with its last owner.
class SocketFile {
public:
    explicit SocketFile(std::string path) : path_(std::move(path)) {}
    ~SocketFile();
    SocketFile(const SocketFile&) = delete;
    SocketFile& operator=(const SocketFile&) = delete;

private:
    std::string path_;
};

/// Listening sockets on one address. Whoever holds them keeps clients waiting there, even if he accepts none.
struct ListeningSockets {
    std::string wanted;   ///< as the settings write it
    std::string address;  ///< as it is really listened on: "127.0.0.1:43210", "[::1]:80", "unix:/run/http.sock"
    std::vector<Descriptor> sockets;
    std::shared_ptr<const SocketFile> file;  ///< of a unix socket
};

/// Opens `count` sockets on "HOST:PORT" or "unix:/path". On a network address the kernel spreads connections over them
/// (SO_REUSEPORT); a unix socket is one, shared, to which every user who may enter its folder may connect. An address
/// that somebody else listens on is refused.
[[nodiscard]] feeds::Result<ListeningSockets, ListenError> listen_on(const std::string& address, std::size_t count);

/// A listening socket that was handed over; the caller keeps his own.
[[nodiscard]] feeds::Result<ListeningSockets, ListenError> listen_on_inherited(int socket);

/// Further handles of the same sockets, `count` in all: each of them several times, if need be.
[[nodiscard]] feeds::Result<ListeningSockets, ListenError> share(const ListeningSockets& others, std::size_t count);

}  // namespace masthead::http
