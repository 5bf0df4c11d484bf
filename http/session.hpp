#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>

#include <boost/asio/generic/stream_protocol.hpp>

#include "http/client_limit.hpp"
#include "http/message.hpp"
#include "http/outgoing.hpp"
#include "http/request_reader.hpp"

namespace masthead::http {

class Worker;

/// One connection: reads requests, answers them one after the other, and ends. While an answer waits to be sent,
/// nothing is read, so a client that pipelines and does not read holds itself up. It lives on its worker's thread.
class Session : public std::enable_shared_from_this<Session> {
public:
    using Socket = boost::asio::generic::stream_protocol::socket;
    using Moment = std::chrono::steady_clock::time_point;

    /// Who is at the other end.
    struct Peer {
        enum class Role { client, trusted_proxy } role = Role::client;
        std::optional<ClientLimit::Place> place;  ///< of the connection; none where there is no limit
    };

    Session(Worker& worker, Socket socket, Audience audience, Peer peer);

    void start();

    /// Ends after the answer that is under way; now, if there is none.
    void drain();

    void close();

    /// Whether what it is doing will have taken too long at that moment.
    bool is_overdue(Moment moment) const { return deadline_ <= moment; }

    /// Between two requests: nothing is lost when it ends.
    bool is_idle() const { return phase_ == Phase::idle; }

private:
    enum class Phase {
        idle,       ///< no byte of a next request has come
        reading,    ///< of a header; the whole of it has one limit
        rendering,  ///< the answer is being made
        writing,    ///< the client is slower than we are; each progress renews the limit
        lingering,  ///< all is said; what the client still sends is thrown away
    };
    enum class Next { request, wait };

    void enter(Phase phase);
    void advance();
    void receive();
    Next serve(const Request& request);
    bool is_beyond_limit(const Request& request);
    Next answer(Response response);
    Next flush();
    Next finish();
    void resume(Response response);
    void refuse(int status);
    void linger();

    Worker& worker_;
    Socket socket_;
    const Audience audience_;
    const Peer peer_;
    std::optional<ClientLimit::Place> request_place_;  // of the client for whom a proxy asks, until it has its answer
    RequestReader reader_;
    Outgoing outgoing_;
    Phase phase_ = Phase::idle;
    Moment deadline_;
    bool last_ = false;         // the answer under way is the last one
    bool unread_body_ = false;  // the client may still be sending
    std::size_t thrown_away_ = 0;
};

}  // namespace masthead::http
