#pragma once

#include <optional>
#include <string_view>

#include <boost/asio/generic/stream_protocol.hpp>
#include <boost/asio/ip/address_v6.hpp>

namespace masthead::http {

/// The address of a client or a proxy; IPv4 as v4-mapped (RFC 4291, section 2.5.5.2).
using ClientAddress = boost::asio::ip::address_v6;

/// Who is at the other end of a connection; nothing on a unix socket.
std::optional<ClientAddress> peer_of(const boost::asio::generic::stream_protocol::socket& socket);

/// Reads an address as proxies write it, with or without a port (RFC 7239, section 6); nothing for "unknown" and for
/// names that hide one.
///     "192.0.2.7", "192.0.2.7:4711", "2001:db8::7", "[2001:db8::7]:4711"
std::optional<ClientAddress> read_client_address(std::string_view node);

}  // namespace masthead::http
