#include "http/session.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/asio/post.hpp>
#include <netinet/in.h>
#include <netinet/tcp.h>

#include "http/worker.hpp"

namespace masthead::http {
namespace {

using boost::system::error_code;
using namespace std::chrono_literals;

// Then the others on this thread have their turn.
constexpr int most_answers_in_a_row = 16;

// What a client may still send after the last answer, so that a reset does not take the answer from it (RFC 9112,
// section 9.6).
constexpr std::size_t most_thrown_away = std::size_t{256} << 10;
constexpr auto linger_timeout = 3s;

// A document that takes longer than this to make is not waited for.
constexpr auto render_timeout = 60s;

constexpr std::string_view retry_soon = "Retry-After: 10\r\n";

void send_at_once(Session::Socket& socket) {
    const int on = 1;  // fails on unix sockets, which need it not
    ::setsockopt(socket.native_handle(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

}  // namespace

Session::Session(Worker& worker, Socket socket, Audience audience, Peer peer)
    : worker_(worker),
      socket_(std::move(socket)),
      audience_(audience),
      peer_(std::move(peer)),
      reader_(worker.options()) {
    enter(Phase::idle);
}

void Session::start() {
    error_code error;
    socket_.native_non_blocking(true, error);
    if (error) return close();
    send_at_once(socket_);
    receive();
}

void Session::enter(Phase phase) {
    const Options& options = worker_.options();
    const auto limit = [&]() -> std::chrono::milliseconds {
        switch (phase) {
            case Phase::idle:
                return options.idle_timeout;
            case Phase::reading:
                return options.header_timeout;
            case Phase::rendering:
                return render_timeout;
            case Phase::writing:
                return options.write_timeout;
            case Phase::lingering:
                return linger_timeout;
        }
        return options.idle_timeout;
    };
    phase_ = phase;
    deadline_ = std::chrono::steady_clock::now() + limit();
}

void Session::receive() {
    if (!reader_.has_begun())
        enter(Phase::idle);
    else if (phase_ != Phase::reading)
        enter(Phase::reading);
    const auto space = reader_.space();
    socket_.async_read_some(boost::asio::buffer(space.data(), space.size()),
                            [self = shared_from_this()](error_code error, std::size_t bytes) {
                                if (error) return self->close();
                                self->reader_.received(bytes);
                                self->advance();
                            });
}

/// Answers the requests that have come, until something has to be waited for.
void Session::advance() {
    for (int answers = 0; answers < most_answers_in_a_row; ++answers) {
        const auto request = reader_.next();
        if (!request) return refuse(request.error());
        if (!*request) return receive();
        if (serve(**request) == Next::wait) return;
    }
    boost::asio::post(worker_.context(), [self = shared_from_this()] {
        if (self->socket_.is_open()) self->advance();
    });
}

Session::Next Session::serve(const Request& request) {
    last_ |= !request.keep_alive;
    unread_body_ = request.has_body;
    if (is_beyond_limit(request)) return answer(not_to_head(short_response(429, retry_soon), request));
    if (auto response = worker_.responder().respond_now(request, audience_)) return answer(std::move(*response));
    enter(Phase::rendering);
    // Another thread has the callback; the connection itself never leaves this one.
    worker_.responder().respond_later(request, audience_,
                                      [self = weak_from_this(), &context = worker_.context()](Response response) {
                                          boost::asio::post(context, [self, response = std::move(response)]() mutable {
                                              if (const auto session = self.lock())
                                                  session->resume(std::move(response));
                                          });
                                      });
    return Next::wait;
}

/// A proxy's connections carry many clients, so each request takes a place of the client that it is for.
bool Session::is_beyond_limit(const Request& request) {
    if (peer_.role != Peer::Role::trusted_proxy) return false;
    const auto client = worker_.proxies().client_of(request);
    if (!client) return false;
    request_place_ = worker_.clients().enter(*client);
    if (request_place_) return false;
    worker_.metrics().refused();
    return true;
}

void Session::resume(Response response) {
    if (!socket_.is_open()) return;
    if (answer(std::move(response)) == Next::request) advance();
}

Session::Next Session::answer(Response response) {
    last_ |= response.close;
    worker_.metrics().answered(response.status);
    outgoing_.begin(std::move(response), worker_.header_end(last_));
    return flush();
}

Session::Next Session::flush() {
    const std::size_t before = outgoing_.sent();
    const auto progress = outgoing_.send(socket_.native_handle());
    const std::size_t moved = outgoing_.sent() - before;
    worker_.metrics().sent(moved);
    if (progress == Outgoing::Progress::done) return finish();
    if (progress == Outgoing::Progress::broken) {
        close();
        return Next::wait;
    }
    if (phase_ != Phase::writing || moved > 0) enter(Phase::writing);
    socket_.async_wait(Socket::wait_write, [self = shared_from_this()](error_code error) {
        if (error) return self->close();
        if (self->flush() == Next::request) self->advance();
    });
    return Next::wait;
}

Session::Next Session::finish() {
    request_place_.reset();
    phase_ = Phase::idle;
    if (!last_) return Next::request;
    if (!unread_body_) {
        close();
        return Next::wait;
    }
    error_code ignored;
    socket_.shutdown(Socket::shutdown_send, ignored);
    enter(Phase::lingering);
    linger();
    return Next::wait;
}

void Session::refuse(int status) {
    last_ = true;
    unread_body_ = true;
    answer(short_response(status));
}

void Session::linger() {
    socket_.async_read_some(boost::asio::buffer(worker_.waste()),
                            [self = shared_from_this()](error_code error, std::size_t bytes) {
                                self->thrown_away_ += bytes;
                                if (error || self->thrown_away_ > most_thrown_away) return self->close();
                                self->linger();
                            });
}

void Session::drain() {
    last_ = true;
    if (phase_ == Phase::idle || phase_ == Phase::reading) close();
}

void Session::close() {
    if (!socket_.is_open()) return;
    error_code ignored;
    socket_.close(ignored);
    worker_.forget(*this);
}

}  // namespace masthead::http
