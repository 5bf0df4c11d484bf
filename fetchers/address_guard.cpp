#include "fetchers/address_guard.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <optional>

#include <arpa/inet.h>
#include <fmt/core.h>
#include <netinet/in.h>

namespace masthead::fetchers {

namespace {

using Bytes = std::array<unsigned char, 16>;  // IPv4 as v4-mapped

struct Network {
    const char* first;
    int prefix;
};

// What is no unicast address of the public Internet (IANA's special-purpose registries, RFC 6890).
constexpr auto not_public_v4 = std::to_array<Network>({
    {"0.0.0.0", 8},
    {"10.0.0.0", 8},
    {"100.64.0.0", 10},
    {"127.0.0.0", 8},
    {"169.254.0.0", 16},
    {"172.16.0.0", 12},
    {"192.0.0.0", 24},
    {"192.0.2.0", 24},
    {"192.88.99.0", 24},
    {"192.168.0.0", 16},
    {"198.18.0.0", 15},
    {"198.51.100.0", 24},
    {"203.0.113.0", 24},
    {"224.0.0.0", 4},
    {"240.0.0.0", 4},
});

// Of IPv6 only 2000::/3 is public unicast, less these: protocol assignments with Teredo (an IPv4 address in disguise),
// documentation.
constexpr Network public_v6 = {"2000::", 3};
constexpr auto not_public_v6 = std::to_array<Network>({{"2001::", 23}, {"2001:db8::", 32}, {"3fff::", 20}});

// IPv6 forms that hold an IPv4 address, and at which byte: mapped (RFC 4291), NAT64 (RFC 6052), 6to4 (RFC 3056).
struct Holder {
    Network network;
    std::size_t at;
};
constexpr auto holders =
    std::to_array<Holder>({{{"::ffff:0:0", 96}, 12}, {{"64:ff9b::", 96}, 12}, {{"2002::", 16}, 2}});

Bytes mapped(const unsigned char* v4) {
    Bytes bytes{};
    bytes[10] = bytes[11] = 0xff;
    std::copy(v4, v4 + 4, bytes.begin() + 12);
    return bytes;
}

std::optional<Bytes> bytes_of(const std::string& text) {
    Bytes bytes{};
    if (inet_pton(AF_INET6, text.c_str(), bytes.data()) == 1) return bytes;
    std::array<unsigned char, 4> v4{};
    if (inet_pton(AF_INET, text.c_str(), v4.data()) == 1) return mapped(v4.data());
    return std::nullopt;
}

bool in_network(const Bytes& address, const Bytes& first, int prefix) {
    const auto whole = static_cast<std::size_t>(prefix / 8);
    if (!std::equal(address.begin(), address.begin() + static_cast<std::ptrdiff_t>(whole), first.begin())) return false;
    const int rest = prefix % 8;
    if (rest == 0) return true;
    const auto mask = static_cast<unsigned char>(0xff << (8 - rest));
    return (address[whole] & mask) == (first[whole] & mask);
}

bool in_network(const Bytes& address, const Network& network, int v4_offset = 0) {
    const auto first = bytes_of(network.first);
    return first && in_network(address, *first, network.prefix + v4_offset);
}

bool is_v4(const Bytes& address) { return in_network(address, holders[0].network); }

// The IPv4 address that an IPv6 one leads to, else the address itself.
Bytes unwrapped(const Bytes& address) {
    for (const auto& holder : holders)
        if (in_network(address, holder.network)) return mapped(address.data() + holder.at);
    return address;
}

bool is_public(const Bytes& address) {
    if (is_v4(address))
        return std::none_of(std::begin(not_public_v4), std::end(not_public_v4),
                            [&](const auto& network) { return in_network(address, network, 96); });
    return in_network(address, public_v6) &&
           std::none_of(std::begin(not_public_v6), std::end(not_public_v6),
                        [&](const auto& network) { return in_network(address, network); });
}

std::optional<int> number(std::string_view text, int largest) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value < 0 || value > largest) return std::nullopt;
    return value;
}

// "[::1]:80" -> "::1" and "80"; "10.0.0.5:8080"; "10.0.0.0/8" -> the whole, and "". Several colons without brackets are
// a bare IPv6 address.
std::pair<std::string, std::string> split_port(const std::string& text) {
    if (!text.empty() && text.front() == '[') {
        const auto end = text.find(']');
        if (end == std::string::npos) return {text, ""};
        const std::string address = text.substr(1, end - 1);
        if (end + 1 == text.size()) return {address, ""};
        if (text[end + 1] == '/') return {address + text.substr(end + 1), ""};
        return {address, text.substr(end + 1 + (text[end + 1] == ':' ? 1 : 0))};
    }
    const auto colon = text.find(':');
    if (colon == std::string::npos || text.find(':', colon + 1) != std::string::npos) return {text, ""};
    return {text.substr(0, colon), text.substr(colon + 1)};
}

}  // namespace

feeds::Result<AddressGuard, std::string> AddressGuard::from(const std::vector<std::string>& allowed) {
    AddressGuard guard;
    for (const auto& text : allowed) {
        const auto [network, port_text] = split_port(text);
        const auto slash = network.find('/');
        const auto address = bytes_of(network.substr(0, slash));
        if (!address)
            return feeds::unexpected(
                fmt::format(R"({:?} is no address: write "10.0.0.0/8", "10.0.0.5:8080" or "[fd00::5]:8080")", text));
        const int offset = is_v4(*address) ? 96 : 0;
        const auto prefix = slash == std::string::npos ? std::optional<int>(128 - offset)
                                                       : number(network.substr(slash + 1), 128 - offset);
        if (!prefix) return feeds::unexpected(fmt::format("{:?} has a prefix that is none", text));
        const auto port = port_text.empty() ? std::optional<int>(0) : number(port_text, 65535);
        if (!port) return feeds::unexpected(fmt::format("{:?} has a port that is none", text));
        guard.allowed_.push_back({*address, *prefix + offset, *port});
    }
    return guard;
}

bool AddressGuard::permits(const sockaddr* address, socklen_t length) const {
    Bytes bytes{};
    int port = 0;
    if (address->sa_family == AF_INET && length >= sizeof(sockaddr_in)) {
        sockaddr_in v4;
        std::memcpy(&v4, address, sizeof v4);
        bytes = mapped(reinterpret_cast<const unsigned char*>(&v4.sin_addr));
        port = ntohs(v4.sin_port);
    } else if (address->sa_family == AF_INET6 && length >= sizeof(sockaddr_in6)) {
        sockaddr_in6 v6;
        std::memcpy(&v6, address, sizeof v6);
        std::copy(v6.sin6_addr.s6_addr, v6.sin6_addr.s6_addr + 16, bytes.begin());
        port = ntohs(v6.sin6_port);
    } else {
        return false;  // a UNIX socket or something stranger
    }
    const Bytes judged = unwrapped(bytes);
    return is_public(judged) || std::any_of(allowed_.begin(), allowed_.end(), [&](const Rule& rule) {
               return (rule.port == 0 || rule.port == port) && in_network(judged, rule.bytes, rule.prefix);
           });
}

}  // namespace masthead::fetchers
