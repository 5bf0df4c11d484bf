#include "tests/http/raw_connection.hpp"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <stdexcept>
#include <system_error>
#include <vector>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>

namespace masthead::tests {
namespace {

constexpr timeval patience{10, 0};

http::Descriptor connected(const std::string& address, int receive_buffer) {
    sockaddr_storage storage{};
    socklen_t size = 0;
    if (address.rfind("unix:", 0) == 0) {
        sockaddr_un local{};
        local.sun_family = AF_UNIX;
        address.copy(local.sun_path, sizeof local.sun_path - 1, 5);
        std::memcpy(&storage, &local, size = sizeof local);
    } else {
        sockaddr_in remote{};
        const auto colon = address.rfind(':');
        remote.sin_family = AF_INET;
        remote.sin_port = htons(static_cast<std::uint16_t>(std::stoi(address.substr(colon + 1))));
        ::inet_pton(AF_INET, address.substr(0, colon).c_str(), &remote.sin_addr);
        std::memcpy(&storage, &remote, size = sizeof remote);
    }
    http::Descriptor socket(::socket(storage.ss_family, SOCK_STREAM, 0));
    if (receive_buffer > 0) ::setsockopt(socket.get(), SOL_SOCKET, SO_RCVBUF, &receive_buffer, sizeof receive_buffer);
    ::setsockopt(socket.get(), SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    ::setsockopt(socket.get(), SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    if (::connect(socket.get(), reinterpret_cast<const sockaddr*>(&storage), size) != 0)
        throw std::system_error(errno, std::generic_category(), "cannot connect to " + address);
    return socket;
}

std::string lower_case(std::string text) {
    for (char& c : text)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

RawReply parse_head(std::string_view head) {
    RawReply reply;
    reply.status = std::atoi(std::string(head.substr(9, 3)).c_str());
    for (auto end = head.find("\r\n"); end != std::string_view::npos; end = head.find("\r\n")) {
        head.remove_prefix(end + 2);
        const std::string_view line = head.substr(0, head.find("\r\n"));
        const auto colon = line.find(": ");
        if (colon == std::string_view::npos) continue;
        const auto name = lower_case(std::string(line.substr(0, colon)));
        if (!reply.fields.emplace(name, line.substr(colon + 2)).second) throw std::runtime_error("twice: " + name);
    }
    return reply;
}

}  // namespace

RawConnection::RawConnection(const std::string& address, int receive_buffer)
    : socket_(connected(address, receive_buffer)) {}

void RawConnection::send(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t sent = ::send(socket_.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) return;  // the server has ended the connection: what it said is still to be read
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
}

bool RawConnection::read_some(std::size_t most) {
    std::vector<char> piece(most);
    const ssize_t got = ::recv(socket_.get(), piece.data(), piece.size(), 0);
    if (got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) throw std::runtime_error("the server is silent");
    if (got <= 0) return false;
    data_.append(piece.data(), static_cast<std::size_t>(got));
    bytes_read_ += static_cast<std::size_t>(got);
    return true;
}

std::optional<RawReply> RawConnection::read(bool head) {
    constexpr std::size_t piece = 65'536;
    std::size_t end = 0;
    while ((end = data_.find("\r\n\r\n")) == std::string::npos)
        if (!read_some(piece)) return std::nullopt;
    RawReply reply = parse_head(std::string_view(data_).substr(0, end + 2));
    data_.erase(0, end + 4);
    if (head || reply.status == 204 || reply.status == 304) return reply;
    const std::size_t length = std::stoul(reply.field("content-length"));
    while (data_.size() < length)
        if (!read_some(piece)) throw std::runtime_error("ended inside a body");
    reply.body = data_.substr(0, length);
    data_.erase(0, length);
    return reply;
}

RawReply RawConnection::get(const std::string& path, const std::string& fields, const std::string& method) {
    send(method + " " + path + " HTTP/1.1\r\nHost: feeds.example\r\n" + fields + "\r\n");
    auto reply = read(method == "HEAD");
    if (!reply) throw std::runtime_error("no answer to " + path);
    return *reply;
}

std::chrono::milliseconds RawConnection::wait_for_end() {
    const auto start = std::chrono::steady_clock::now();
    while (read_some(65'536)) {
    }
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start);
}

}  // namespace masthead::tests
