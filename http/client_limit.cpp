#include "http/client_limit.hpp"

#include <boost/asio/ip/network_v6.hpp>

namespace masthead::http {
namespace {

constexpr unsigned short subscriber_prefix = 64;

ClientAddress client_at(const ClientAddress& address) {
    if (address.is_v4_mapped()) return address;
    return boost::asio::ip::network_v6(address, subscriber_prefix).network();
}

}  // namespace

std::optional<ClientLimit::Place> ClientLimit::enter(const ClientAddress& address) {
    const ClientAddress client = client_at(address);
    std::lock_guard lock(mutex_);
    auto& taken = taken_[client];
    if (most_ > 0 && taken >= most_) return std::nullopt;
    ++taken;
    return Place(*this, client);
}

void ClientLimit::leave(const ClientAddress& client) {
    std::lock_guard lock(mutex_);
    const auto found = taken_.find(client);
    if (--found->second == 0) taken_.erase(found);
}

}  // namespace masthead::http
