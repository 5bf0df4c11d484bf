#pragma once

#include <array>
#include <functional>
#include <list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>

#include "http/client_limit.hpp"
#include "http/descriptor.hpp"
#include "http/metrics.hpp"
#include "http/options.hpp"
#include "http/responder.hpp"
#include "http/session.hpp"
#include "http/trusted_proxies.hpp"

namespace masthead::http {

/// One thread of the network: its io_context, its acceptors and the connections that they took, which stay with it.
/// Everything runs on that thread but where it says "any thread".
class Worker {
public:
    /// What the workers of a server share. All that is referred to outlives them.
    struct Shared {
        Responder& responder;
        Metrics& metrics;
        const TrustedProxies& proxies;
        ClientLimit& clients;
        std::function<feeds::Time()> now;
    };

    /// `most_sessions`: connections at once.
    Worker(const Options& options, Shared shared, std::size_t most_sessions);
    ~Worker();
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    /// Takes a listening socket over. Before `run`.
    void listen(Descriptor socket, Audience audience);

    /// Works until `stop`.
    void run();

    /// Any thread.
    void stop() { context_.stop(); }

    /// Accepts no more, lets answers under way end, then calls `drained` on the worker's thread. Any thread.
    void drain(std::function<void()> drained);

    // For its sessions.
    boost::asio::io_context& context() { return context_; }
    const Options& options() const { return options_; }
    Responder& responder() { return shared_.responder; }
    Metrics& metrics() { return shared_.metrics; }
    const TrustedProxies& proxies() const { return shared_.proxies; }
    ClientLimit& clients() { return shared_.clients; }
    /// Date, perhaps "Connection: close", and the empty line. Valid until the next turn of the thread. The date is of
    /// this second: no Last-Modified may lie after it (RFC 9110, section 8.8.2.1).
    std::string_view header_end(bool close);
    /// Room for bytes that nobody reads.
    std::array<char, 4096>& waste() { return waste_; }
    void forget(Session& session);

private:
    using Acceptor = boost::asio::basic_socket_acceptor<boost::asio::generic::stream_protocol>;
    struct Listener {
        Acceptor acceptor;
        Audience audience;
    };

    void accept(Listener& listener);
    void take(Session::Socket socket, Audience audience);
    std::optional<Session::Peer> admit(const Session::Socket& socket, Audience audience);
    bool make_room();
    void refuse_one(Listener& listener);
    void pause(Listener& listener);
    void sweep();
    void write_header_ends(std::chrono::seconds second);
    void end_if_drained();

    const Options options_;
    const Shared shared_;
    const std::size_t most_sessions_;
    const std::chrono::milliseconds sweep_interval_;

    boost::asio::io_context context_{1};  // one thread: no locks inside
    boost::asio::steady_timer sweep_timer_{context_};
    std::list<Listener> listeners_;
    std::unordered_map<Session*, std::shared_ptr<Session>> sessions_;
    Descriptor reserve_;           // given up for a moment when no other descriptor is left
    std::chrono::seconds date_{};  // of the header ends, since the epoch
    std::string header_end_, last_header_end_;
    std::array<char, 4096> waste_{};
    std::function<void()> drained_;
};

}  // namespace masthead::http
