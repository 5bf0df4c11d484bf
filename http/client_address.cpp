#include "http/client_address.hpp"

#include <cstring>
#include <string>

#include <boost/asio/ip/address.hpp>
#include <netinet/in.h>

namespace masthead::http {
namespace {

namespace ip = boost::asio::ip;

// Longer than any address with its port.
constexpr std::size_t longest_node = 64;

ClientAddress mapped(const ip::address_v4& v4) { return ip::make_address_v6(ip::v4_mapped, v4); }

/// "[2001:db8::7]:4711" -> "2001:db8::7". Several colons without brackets are a bare IPv6 address.
std::string_view without_port(std::string_view node) {
    if (node.starts_with('[')) {
        const auto end = node.find(']');
        return end == std::string_view::npos ? std::string_view() : node.substr(1, end - 1);
    }
    const auto colon = node.find(':');
    return colon == node.rfind(':') ? node.substr(0, colon) : node;
}

}  // namespace

std::optional<ClientAddress> peer_of(const boost::asio::generic::stream_protocol::socket& socket) {
    boost::system::error_code error;
    const auto peer = socket.remote_endpoint(error);
    if (error) return std::nullopt;
    if (peer.protocol().family() == AF_INET && peer.size() >= sizeof(sockaddr_in)) {
        sockaddr_in v4{};
        std::memcpy(&v4, peer.data(), sizeof v4);
        return mapped(ip::address_v4(ntohl(v4.sin_addr.s_addr)));
    }
    if (peer.protocol().family() == AF_INET6 && peer.size() >= sizeof(sockaddr_in6)) {
        sockaddr_in6 v6{};
        std::memcpy(&v6, peer.data(), sizeof v6);
        ClientAddress::bytes_type bytes{};
        std::memcpy(bytes.data(), &v6.sin6_addr, bytes.size());
        return ClientAddress(bytes);
    }
    return std::nullopt;
}

std::optional<ClientAddress> read_client_address(std::string_view node) {
    if (node.size() > longest_node) return std::nullopt;
    boost::system::error_code error;
    const auto address = ip::make_address(std::string(without_port(node)), error);
    if (error) return std::nullopt;
    return address.is_v4() ? mapped(address.to_v4()) : address.to_v6();
}

}  // namespace masthead::http
