#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "feeds/feed.hpp"
#include "feeds/result.hpp"
#include "feeds/time.hpp"
#include "http/options.hpp"
#include "storage/store.hpp"

namespace masthead::http {

/// What could not be opened, and what to do about it.
struct ListenError {
    std::string message;
    std::string hint;
};

/// The publishing server: listeners, one io_context per thread, the cache of representations and the thread that
/// renders. Listening sockets are open when `open` returns, and the server answers from then on.
class Server {
public:
    /// `inherited`: listening sockets that systemd handed over; they win over `options.listen`. The store outlives the
    /// server. `now` is the calendar clock, for the Date field. `predecessor`: a server of other settings that is still
    /// at work and will be drained next; where both listen on one address they share the socket, so no client is lost.
    [[nodiscard]] static feeds::Result<std::unique_ptr<Server>, ListenError> open(
        storage::Store& store, const feeds::Site& site, const Options& options, const std::vector<int>& inherited,
        const std::function<feeds::Time()>& now, const Server* predecessor = nullptr);

    virtual ~Server() = default;

    /// The addresses that are really listened on, "127.0.0.1:43210", public ones first.
    virtual std::vector<std::string> addresses() const = 0;

    /// Another process or thread may have changed the store: what changed is rendered anew. Any thread.
    virtual void refresh() = 0;

    /// Stops accepting, lets answers in the middle of being sent end (drain_timeout), then returns.
    virtual void drain() = 0;
};

}  // namespace masthead::http
