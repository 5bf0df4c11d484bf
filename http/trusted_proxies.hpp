#pragma once

#include <optional>
#include <string>
#include <vector>

#include <boost/asio/ip/network_v6.hpp>

#include "feeds/result.hpp"
#include "http/client_address.hpp"
#include "http/message.hpp"

namespace masthead::http {

/// The proxies whose word is believed about whom they ask for. Immutable; any thread.
class TrustedProxies {
public:
    /// `proxies`: "127.0.0.1", "10.0.0.0/8", "fd00::/8", and "unix:" for whoever comes through a unix socket. The error
    /// names what is wrong with one.
    [[nodiscard]] static feeds::Result<TrustedProxies, std::string> from(const std::vector<std::string>& proxies);

    /// Whether one is at the other end of a connection; `peer` is nothing on a unix socket.
    bool include(const std::optional<ClientAddress>& peer) const;

    /// For whom such a proxy asks: read from the end, the first address of X-Forwarded-For that is no trusted proxy,
    /// for what stands before it the client may have written himself. Forwarded (RFC 7239) is read only where there is
    /// no X-Forwarded-For: proxies that set the one let a client's other pass. Nothing when no address is given, or
    /// none but those of trusted proxies.
    std::optional<ClientAddress> client_of(const Request& request) const;

private:
    std::vector<boost::asio::ip::network_v6> networks_;
    bool unix_sockets_ = false;
};

}  // namespace masthead::http
