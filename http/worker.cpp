#include "http/worker.hpp"

#include <algorithm>
#include <vector>

#include <boost/asio/post.hpp>
#include <fcntl.h>
#include <sys/socket.h>

#include "feeds/text/date.hpp"
#include "http/threads.hpp"

namespace masthead::http {
namespace {

using boost::system::error_code;
using namespace std::chrono_literals;

constexpr auto accept_pause = 100ms;

std::chrono::milliseconds sweep_interval(const Options& options) {
    const auto shortest = std::min({options.header_timeout, options.idle_timeout, options.write_timeout});
    return std::clamp(shortest / 4, std::chrono::milliseconds(10), std::chrono::milliseconds(1'000));
}

Descriptor any_descriptor() { return Descriptor(::open("/dev/null", O_RDONLY | O_CLOEXEC)); }

bool is_exhaustion(const error_code& error) {
    return error == boost::system::errc::too_many_files_open ||
           error == boost::system::errc::too_many_files_open_in_system;
}

}  // namespace

Worker::Worker(const Options& options, Shared shared, std::size_t most_sessions)
    : options_(options),
      shared_(std::move(shared)),
      most_sessions_(most_sessions),
      sweep_interval_(sweep_interval(options)),
      reserve_(any_descriptor()) {}

Worker::~Worker() = default;

void Worker::listen(Descriptor socket, Audience audience) {
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    ::getsockname(socket.get(), reinterpret_cast<sockaddr*>(&address), &size);
    listeners_.push_back({Acceptor(context_), audience});
    const boost::asio::generic::stream_protocol protocol(address.ss_family, 0);
    listeners_.back().acceptor.assign(protocol, socket.release());
}

void Worker::run() {
    leave_signals_to_main();
    for (auto& listener : listeners_) accept(listener);
    sweep();
    context_.run();
}

void Worker::accept(Listener& listener) {
    listener.acceptor.async_accept([this, &listener](error_code error, Session::Socket socket) {
        if (!listener.acceptor.is_open()) return;
        if (!error) {
            take(std::move(socket), listener.audience);
            return accept(listener);
        }
        metrics().accept_failed();
        if (is_exhaustion(error)) refuse_one(listener);
        pause(listener);
    });
}

void Worker::take(Session::Socket socket, Audience audience) {
    auto peer = admit(socket, audience);
    if (!peer) return;
    auto session = std::make_shared<Session>(*this, std::move(socket), audience, std::move(*peer));
    sessions_.emplace(session.get(), session);
    metrics().opened();
    session->start();
}

/// Lets a connection in, or not: to who stays outside a close is better than no answer. The admin gets in even when the
/// house is full.
std::optional<Session::Peer> Worker::admit(const Session::Socket& socket, Audience audience) {
    Session::Peer peer;
    if (audience == Audience::admin) return peer;
    const auto address = peer_of(socket);
    if (proxies().include(address))
        peer.role = Session::Peer::Role::trusted_proxy;
    else if (address && !(peer.place = clients().enter(*address))) {
        metrics().refused();
        return std::nullopt;
    }
    if (sessions_.size() >= most_sessions_ && !make_room()) return std::nullopt;
    return peer;
}

/// Ends a connection that waits for its client's next request, if there is one.
bool Worker::make_room() {
    const auto idle =
        std::find_if(sessions_.begin(), sessions_.end(), [](const auto& session) { return session.second->is_idle(); });
    if (idle == sessions_.end()) return false;
    std::shared_ptr<Session>(idle->second)->close();
    return true;
}

/// Without a free descriptor a client would wait in the queue for ever: it is told by a close.
void Worker::refuse_one(Listener& listener) {
    reserve_.close();
    Descriptor refused(::accept4(listener.acceptor.native_handle(), nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK));
    refused.close();
    reserve_ = any_descriptor();
}

void Worker::pause(Listener& listener) {
    auto timer = std::make_shared<boost::asio::steady_timer>(context_, accept_pause);
    timer->async_wait([this, &listener, timer](error_code) {
        if (listener.acceptor.is_open()) accept(listener);
    });
}

std::string_view Worker::header_end(bool close) {
    const auto second = std::chrono::floor<std::chrono::seconds>(shared_.now().time_since_epoch());
    if (second != date_ || header_end_.empty()) write_header_ends(second);
    return close ? last_header_end_ : header_end_;
}

void Worker::write_header_ends(std::chrono::seconds second) {
    date_ = second;
    header_end_ = "Date: " + feeds::format_http_date(feeds::Time(second)) + "\r\n\r\n";
    last_header_end_ = header_end_.substr(0, header_end_.size() - 2) + "Connection: close\r\n\r\n";
}

/// Ends what would be over its limit before the next sweep, so that no limit is ever exceeded.
void Worker::sweep() {
    const auto moment = std::chrono::steady_clock::now() + sweep_interval_;
    std::vector<std::shared_ptr<Session>> overdue;
    for (const auto& [_, session] : sessions_)
        if (session->is_overdue(moment)) overdue.push_back(session);
    for (const auto& session : overdue) {
        metrics().timed_out();
        session->close();
    }
    sweep_timer_.expires_after(sweep_interval_);
    sweep_timer_.async_wait([this](error_code error) {
        if (!error) sweep();
    });
}

void Worker::forget(Session& session) {
    sessions_.erase(&session);
    metrics().closed();
    end_if_drained();
}

void Worker::drain(std::function<void()> drained) {
    boost::asio::post(context_, [this, drained = std::move(drained)]() mutable {
        error_code ignored;
        for (auto& listener : listeners_) listener.acceptor.close(ignored);
        std::vector<std::shared_ptr<Session>> sessions;
        for (const auto& [_, session] : sessions_) sessions.push_back(session);
        for (const auto& session : sessions) session->drain();
        drained_ = std::move(drained);
        end_if_drained();
    });
}

void Worker::end_if_drained() {
    if (drained_ && sessions_.empty()) std::exchange(drained_, nullptr)();
}

}  // namespace masthead::http
