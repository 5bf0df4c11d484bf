#pragma once

#include <cstddef>
#include <map>
#include <mutex>
#include <optional>
#include <utility>

#include "http/client_address.hpp"

namespace masthead::http {

/// Counts what each client has under way, so that one alone cannot take all connections: an IPv4 address is a client,
/// and a network of 64 bits, which is what one subscriber of IPv6 has at least (RFC 6177). Any thread.
class ClientLimit {
public:
    /// A place that a client has taken, free again when it ends. The limit outlives it.
    class Place {
    public:
        Place(Place&& other) noexcept
            : limit_(std::exchange(other.limit_, nullptr)), client_(std::move(other.client_)) {}
        Place& operator=(Place&& other) noexcept {
            std::swap(limit_, other.limit_);
            std::swap(client_, other.client_);
            return *this;
        }
        ~Place() {
            if (limit_ != nullptr) limit_->leave(client_);
        }

    private:
        friend class ClientLimit;
        Place(ClientLimit& limit, ClientAddress client) : limit_(&limit), client_(std::move(client)) {}

        ClientLimit* limit_;
        ClientAddress client_;
    };

    /// `most`: places for each; 0: as many as it likes.
    explicit ClientLimit(std::size_t most) : most_(most) {}

    /// One more place for this client; nothing: it has all that it may have.
    std::optional<Place> enter(const ClientAddress& address);

private:
    void leave(const ClientAddress& client);

    const std::size_t most_;
    std::mutex mutex_;
    std::map<ClientAddress, std::size_t> taken_;
};

}  // namespace masthead::http
