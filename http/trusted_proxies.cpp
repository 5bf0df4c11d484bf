#include "http/trusted_proxies.hpp"

#include <algorithm>
#include <string_view>

#include <boost/asio/ip/network_v4.hpp>
#include <fmt/core.h>

#include "http/field_list.hpp"

namespace masthead::http {
namespace {

namespace ip = boost::asio::ip;

constexpr int v4_prefix = 96;  // of the v4-mapped addresses

std::optional<ip::network_v6> network(const std::string& text) {
    const bool alone = text.find('/') == std::string::npos;
    boost::system::error_code error;
    if (text.find(':') != std::string::npos) {
        const auto v6 = ip::make_network_v6(alone ? text + "/128" : text, error);
        return error ? std::nullopt : std::optional(v6.canonical());
    }
    const auto v4 = ip::make_network_v4(alone ? text + "/32" : text, error);
    if (error) return std::nullopt;
    return ip::network_v6(ip::make_address_v6(ip::v4_mapped, v4.network()), v4_prefix + v4.prefix_length());
}

/// The address of one proxy's element `for=192.0.2.7;proto=https` (RFC 7239, section 4).
std::optional<ClientAddress> forwarded_for(std::string_view element) {
    while (!element.empty()) {
        const auto end = std::min(element.find(';'), element.size());
        const std::string_view pair = trim(element.substr(0, end));
        element.remove_prefix(std::min(end + 1, element.size()));
        const auto equals = pair.find('=');
        if (equals == std::string_view::npos || !equal_without_case(pair.substr(0, equals), "for")) continue;
        std::string_view node = pair.substr(equals + 1);
        if (node.size() >= 2 && node.front() == '"' && node.back() == '"') node = node.substr(1, node.size() - 2);
        return read_client_address(node);
    }
    return std::nullopt;
}

/// Takes the last member off a list. A quote is no shelter for a comma here: a client that opens one must not swallow
/// what the proxy has written behind it.
std::string_view take_last(std::string_view& list) {
    const auto comma = list.rfind(',');
    const std::string_view member = trim(comma == std::string_view::npos ? list : list.substr(comma + 1));
    list = comma == std::string_view::npos ? std::string_view() : list.substr(0, comma);
    return member;
}

}  // namespace

feeds::Result<TrustedProxies, std::string> TrustedProxies::from(const std::vector<std::string>& proxies) {
    TrustedProxies out;
    for (const auto& text : proxies) {
        if (text == "unix:") {
            out.unix_sockets_ = true;
            continue;
        }
        const auto read = network(text);
        if (!read)
            return feeds::unexpected(
                fmt::format(R"({:?} is no address: write "127.0.0.1", "10.0.0.0/8", "fd00::5" or "unix:")", text));
        out.networks_.push_back(*read);
    }
    return out;
}

bool TrustedProxies::include(const std::optional<ClientAddress>& peer) const {
    if (!peer) return unix_sockets_;
    return std::any_of(networks_.begin(), networks_.end(), [&](const ip::network_v6& network) {
        return ip::network_v6(*peer, network.prefix_length()).network() == network.network();
    });
}

std::optional<ClientAddress> TrustedProxies::client_of(const Request& request) const {
    const auto addresses = request.field("x-forwarded-for");
    const auto elements = addresses ? std::nullopt : request.field("forwarded");
    std::string_view left = addresses ? *addresses : elements ? *elements : std::string_view();
    while (!left.empty()) {
        const std::string_view last = take_last(left);
        if (last.empty()) continue;
        auto address = addresses ? read_client_address(last) : forwarded_for(last);
        if (!address || !include(address)) return address;
    }
    return std::nullopt;
}

}  // namespace masthead::http
