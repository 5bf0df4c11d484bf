#include "http/listening.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>

#include <fcntl.h>
#include <fmt/core.h>
#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>

namespace masthead::http {
namespace {

constexpr int backlog = 1'024;
constexpr std::string_view unix_scheme = "unix:";

struct Address {
    sockaddr_storage storage{};
    socklen_t size = sizeof(sockaddr_storage);

    sockaddr* get() { return reinterpret_cast<sockaddr*>(&storage); }
    const sockaddr* get() const { return reinterpret_cast<const sockaddr*>(&storage); }
};

std::string reason() { return std::error_code(errno, std::generic_category()).message(); }

feeds::unexpected<ListenError> cannot_listen(std::string_view address, std::string_view why, std::string hint) {
    return feeds::unexpected(ListenError{fmt::format("cannot listen on {:?}: {}", address, why), std::move(hint)});
}

std::string hint_for(int error) {
    if (error == EADDRINUSE) return "stop what listens there, or set http.listen or http.admin_listen to another port";
    if (error == EACCES) return "use a port above 1023, or let systemd open it (masthead.socket)";
    if (error == EADDRNOTAVAIL) return "this machine has no such address: see `ip address`";
    return "see http.listen and http.admin_listen in the settings";
}

bool is_port(std::string_view text) {
    std::uint16_t port = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
    return error == std::errc() && end == text.data() + text.size();
}

std::optional<Address> resolve(const std::string& host, const std::string& port) {
    if (!is_port(port)) return std::nullopt;
    addrinfo wanted{};
    wanted.ai_family = AF_UNSPEC;
    wanted.ai_socktype = SOCK_STREAM;
    wanted.ai_flags = AI_PASSIVE | AI_NUMERICSERV;
    addrinfo* found = nullptr;
    if (::getaddrinfo(host.empty() ? nullptr : host.c_str(), port.c_str(), &wanted, &found) != 0) return std::nullopt;
    const std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> owner(found, &::freeaddrinfo);
    Address out;
    std::memcpy(&out.storage, found->ai_addr, found->ai_addrlen);
    out.size = found->ai_addrlen;
    return out;
}

std::string text_of(const Address& address) {
    if (address.storage.ss_family == AF_UNIX) {
        const auto* local = reinterpret_cast<const sockaddr_un*>(&address.storage);
        return std::string(unix_scheme) + local->sun_path;
    }
    std::array<char, NI_MAXHOST> host{};
    std::array<char, NI_MAXSERV> port{};
    if (::getnameinfo(address.get(), address.size, host.data(), host.size(), port.data(), port.size(),
                      NI_NUMERICHOST | NI_NUMERICSERV) != 0)
        return "?";
    return address.storage.ss_family == AF_INET6 ? fmt::format("[{}]:{}", host.data(), port.data())
                                                 : fmt::format("{}:{}", host.data(), port.data());
}

Address local_address(int socket) {
    Address out;
    ::getsockname(socket, out.get(), &out.size);
    return out;
}

enum class Sharing { alone, with_our_threads };

/// A socket bound to the address; none, with errno, when it cannot be.
Descriptor bound(const Address& address, Sharing sharing) {
    Descriptor socket(::socket(address.storage.ss_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    if (!socket) return {};
    const int on = 1;
    ::setsockopt(socket.get(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (sharing == Sharing::with_our_threads) ::setsockopt(socket.get(), SOL_SOCKET, SO_REUSEPORT, &on, sizeof on);
    if (address.storage.ss_family == AF_INET6) ::setsockopt(socket.get(), IPPROTO_IPV6, IPV6_V6ONLY, &on, sizeof on);
    if (::bind(socket.get(), address.get(), address.size) != 0) return {};
    return socket;
}

feeds::Result<ListeningSockets, ListenError> listen_on_network(const std::string& text, std::size_t count) {
    const auto colon = text.rfind(':');
    std::string host = text.substr(0, colon == std::string::npos ? 0 : colon);
    if (host.size() >= 2 && host.front() == '[' && host.back() == ']') host = host.substr(1, host.size() - 2);
    auto address = colon == std::string::npos ? std::nullopt : resolve(host, text.substr(colon + 1));
    if (!address) return cannot_listen(text, "no such address", "write HOST:PORT, [IPV6]:PORT or unix:/PATH");
    // SO_REUSEPORT would let us share a port with another server of the same user: ask once without it.
    if (!bound(*address, Sharing::alone)) return cannot_listen(text, reason(), hint_for(errno));
    ListeningSockets out{text, {}, {}, nullptr};
    for (std::size_t n = 0; n < count; ++n) {
        Descriptor socket = bound(*address, Sharing::with_our_threads);
        if (!socket || ::listen(socket.get(), backlog) != 0) return cannot_listen(text, reason(), hint_for(errno));
        if (n == 0) *address = local_address(socket.get());  // port 0: the others take the one that the kernel chose
        out.sockets.push_back(std::move(socket));
    }
    out.address = text_of(*address);
    return out;
}

/// Whether a socket file is left from a server that is gone.
bool is_abandoned(const Address& address, const char* path) {
    struct stat status {};
    if (::lstat(path, &status) != 0 || !S_ISSOCK(status.st_mode)) return false;
    const Descriptor probe(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    return ::connect(probe.get(), address.get(), address.size) != 0 && errno == ECONNREFUSED;
}

feeds::Result<ListeningSockets, ListenError> listen_on_path(const std::string& text) {
    const std::string path = text.substr(unix_scheme.size());
    sockaddr_un local{};
    local.sun_family = AF_UNIX;
    if (path.empty() || path.size() >= sizeof local.sun_path)
        return cannot_listen(text, "the path is empty or too long", "write unix:/run/masthead/http.sock");
    path.copy(local.sun_path, path.size());
    Address address;
    std::memcpy(&address.storage, &local, sizeof local);
    address.size = sizeof local;
    if (is_abandoned(address, path.c_str())) ::unlink(path.c_str());
    ListeningSockets out{text, text, {}, nullptr};
    out.sockets.push_back(bound(address, Sharing::alone));
    if (!out.sockets.front()) return cannot_listen(text, reason(), hint_for(errno));
    out.file = std::make_shared<const SocketFile>(path);
    // A port of the loopback is open to every user, too: a proxy need not be in our group. The folder may say
    // otherwise.
    constexpr mode_t everybody = 0666;
    if (::chmod(path.c_str(), everybody) != 0) return cannot_listen(text, reason(), hint_for(errno));
    if (::listen(out.sockets.front().get(), backlog) != 0) return cannot_listen(text, reason(), hint_for(errno));
    return out;
}

}  // namespace

SocketFile::~SocketFile() { ::unlink(path_.c_str()); }

feeds::Result<ListeningSockets, ListenError> share(const ListeningSockets& others, std::size_t count) {
    ListeningSockets out{others.wanted, others.address, {}, others.file};
    for (std::size_t n = 0; n < std::max(count, others.sockets.size()); ++n) {
        const int socket = others.sockets[n % others.sockets.size()].get();
        out.sockets.emplace_back(::fcntl(socket, F_DUPFD_CLOEXEC, 0));
        if (!out.sockets.back()) return cannot_listen(out.address, reason(), "raise the limit of open files");
    }
    return out;
}

feeds::Result<ListeningSockets, ListenError> listen_on_inherited(int socket) {
    const std::string address = text_of(local_address(socket));
    ListeningSockets out{address, address, {}, nullptr};
    out.sockets.emplace_back(::fcntl(socket, F_DUPFD_CLOEXEC, 0));
    if (!out.sockets.back()) return cannot_listen(address, reason(), "raise the limit of open files");
    return out;
}

feeds::Result<ListeningSockets, ListenError> listen_on(const std::string& address, std::size_t count) {
    if (address.substr(0, unix_scheme.size()) == unix_scheme) return listen_on_path(address);
    return listen_on_network(address, count);
}

}  // namespace masthead::http
