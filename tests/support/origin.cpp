#include "tests/support/origin.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <condition_variable>
#include <list>
#include <mutex>
#include <optional>
#include <set>
#include <stdexcept>
#include <string_view>
#include <thread>

#include <arpa/inet.h>
#include <fmt/core.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace masthead::tests {

namespace {

std::string lower(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return out;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

SeenRequest parse_head(std::string_view head) {
    SeenRequest request;
    request.at = std::chrono::steady_clock::now();
    auto line_end = head.find("\r\n");
    const auto line = head.substr(0, line_end);
    const auto first = line.find(' '), second = line.find(' ', first + 1);
    if (first == line.npos || second == line.npos) return request;
    request.method = line.substr(0, first);
    request.target = line.substr(first + 1, second - first - 1);
    while (line_end != head.npos) {
        const auto start = line_end + 2;
        line_end = head.find("\r\n", start);
        const auto field = head.substr(start, line_end == head.npos ? head.npos : line_end - start);
        const auto colon = field.find(':');
        if (colon != field.npos) request.headers[lower(field.substr(0, colon))] = trimmed(field.substr(colon + 1));
    }
    return request;
}

bool is_unchanged(const Answer& answer, const SeenRequest& request) {
    if (request.headers.count("if-none-match") > 0)
        return !answer.etag.empty() && request.header("if-none-match") == answer.etag;
    return !answer.last_modified.empty() && request.header("if-modified-since") == answer.last_modified;
}

std::string head_of(const Answer& answer, int status, std::optional<std::size_t> length) {
    std::string head = fmt::format("HTTP/1.1 {} Answer\r\n", status);
    if (!answer.type.empty()) head += fmt::format("Content-Type: {}\r\n", answer.type);
    if (!answer.etag.empty()) head += fmt::format("ETag: {}\r\n", answer.etag);
    if (!answer.last_modified.empty()) head += fmt::format("Last-Modified: {}\r\n", answer.last_modified);
    for (const auto& [name, value] : answer.headers) head += fmt::format("{}: {}\r\n", name, value);
    if (status == 304) return head + "\r\n";
    return head + (length ? fmt::format("Content-Length: {}\r\n\r\n", *length) : "Transfer-Encoding: chunked\r\n\r\n");
}

}  // namespace

std::string SeenRequest::header(const std::string& name) const {
    const auto found = headers.find(name);
    return found == headers.end() ? std::string() : found->second;
}

// One thread accepts, one more serves each connection; a mutex guards all that they share.
class Origin::Server {
public:
    Server() {
        listener_ = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t length = sizeof address;
        if (::bind(listener_, reinterpret_cast<sockaddr*>(&address), length) != 0 || ::listen(listener_, 128) != 0 ||
            ::getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &length) != 0)
            throw std::runtime_error("the test origin cannot listen on the loopback");
        port_ = ntohs(address.sin_port);
        acceptor_ = std::thread([this] { accept_all(); });
    }

    ~Server() {
        {
            std::lock_guard lock(mutex_);
            stopping_ = true;
            for (const int socket : open_) ::shutdown(socket, SHUT_RDWR);
        }
        changed_.notify_all();
        ::shutdown(listener_, SHUT_RDWR);
        acceptor_.join();
        for (auto& thread : connections_) thread.join();
        ::close(listener_);
    }

    void set(const std::string& path, Handler handler) {
        std::lock_guard lock(mutex_);
        handlers_[path] = std::move(handler);
    }

    unsigned short port() const { return port_; }

    std::vector<SeenRequest> requests() const {
        std::lock_guard lock(mutex_);
        return requests_;
    }

    std::size_t most_at_once() const {
        std::lock_guard lock(mutex_);
        return most_at_once_;
    }

    std::size_t connections() const {
        std::lock_guard lock(mutex_);
        return connections_.size();
    }

    bool wait_for(std::size_t count, std::chrono::milliseconds deadline) const {
        std::unique_lock lock(mutex_);
        return changed_.wait_for(lock, deadline, [&] { return requests_.size() >= count; });
    }

private:
    void accept_all() {
        while (true) {
            const int socket = ::accept4(listener_, nullptr, nullptr, SOCK_CLOEXEC);
            std::lock_guard lock(mutex_);
            if (stopping_ || socket < 0) {
                if (socket >= 0) ::close(socket);
                return;
            }
            open_.insert(socket);
            connections_.emplace_back([this, socket] { serve(socket); });
        }
    }

    void serve(int socket) {
        std::string input;
        while (auto request = read_request(socket, input)) {
            const Answer answer = answer_to(*request);
            const bool keep = send_answer(socket, answer, *request);
            std::lock_guard lock(mutex_);
            --being_answered_;
            if (!keep || stopping_) break;
        }
        std::lock_guard lock(mutex_);
        open_.erase(socket);
        ::close(socket);
    }

    static bool read_more(int socket, std::string& input) {
        std::array<char, 4096> bytes{};
        const auto count = ::recv(socket, bytes.data(), bytes.size(), 0);
        if (count <= 0) return false;
        input.append(bytes.data(), static_cast<std::size_t>(count));
        return true;
    }

    static std::optional<SeenRequest> read_request(int socket, std::string& input) {
        std::size_t end = 0;
        while ((end = input.find("\r\n\r\n")) == std::string::npos)
            if (!read_more(socket, input)) return std::nullopt;
        SeenRequest request = parse_head(std::string_view(input).substr(0, end));
        input.erase(0, end + 4);
        const std::string length = request.header("content-length");
        std::size_t bytes = 0;
        std::from_chars(length.data(), length.data() + length.size(), bytes);
        while (input.size() < bytes)
            if (!read_more(socket, input)) return std::nullopt;
        request.body = input.substr(0, bytes);
        input.erase(0, bytes);
        return request;
    }

    Answer answer_to(const SeenRequest& request) {
        Handler handler;
        {
            std::lock_guard lock(mutex_);
            requests_.push_back(request);
            most_at_once_ = std::max(most_at_once_, ++being_answered_);
            auto found = handlers_.find(request.target);
            if (found == handlers_.end()) found = handlers_.find(request.target.substr(0, request.target.find('?')));
            if (found != handlers_.end()) handler = found->second;
        }
        changed_.notify_all();
        if (handler) return handler(request);
        Answer missing{"<!doctype html><title>Not found</title>", "text/html; charset=utf-8"};
        missing.status = 404;
        return missing;
    }

    // False: the connection ends here.
    bool send_answer(int socket, const Answer& answer, const SeenRequest& request) {
        if (is_unchanged(answer, request)) return send(socket, head_of(answer, 304, std::nullopt));
        const std::string half = answer.body.substr(0, answer.body.size() / 2);
        switch (answer.manner) {
            case Answer::Manner::whole:
                return send(socket, head_of(answer, answer.status, answer.body.size()) +
                                        (request.method == "HEAD" ? "" : answer.body));
            case Answer::Manner::stall_before_status:
                wait_for_stop(std::chrono::hours(1));
                return false;
            case Answer::Manner::stall_in_body:
                if (send(socket, head_of(answer, answer.status, answer.body.size()) + half))
                    wait_for_stop(std::chrono::hours(1));
                return false;
            case Answer::Manner::cut_in_body:
                send(socket, head_of(answer, answer.status, answer.body.size()) + half);
                return false;
            case Answer::Manner::drip:
                return send_slowly(socket, answer);
            case Answer::Manner::endless_headers:
                if (send(socket, "HTTP/1.1 200 OK\r\n"))
                    while (send(socket, "X-Filler: " + std::string(900, 'x') + "\r\n")) continue;
                return false;
            case Answer::Manner::endless_body:
                if (send(socket, head_of(answer, answer.status, std::nullopt)))
                    while (send(socket, fmt::format("{:x}\r\n{}\r\n", answer.body.size(), answer.body))) continue;
                return false;
        }
        return false;
    }

    bool send_slowly(int socket, const Answer& answer) {
        if (!send(socket, head_of(answer, answer.status, answer.body.size()))) return false;
        for (const char byte : answer.body) {
            if (wait_for_stop(answer.pause) || !send(socket, std::string_view(&byte, 1))) return false;
        }
        return true;
    }

    static bool send(int socket, std::string_view bytes) {
        while (!bytes.empty()) {
            const auto count = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (count <= 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(count));
        }
        return true;
    }

    bool wait_for_stop(std::chrono::milliseconds at_most) {
        std::unique_lock lock(mutex_);
        return changed_.wait_for(lock, at_most, [&] { return stopping_; });
    }

    int listener_ = -1;
    unsigned short port_ = 0;
    mutable std::mutex mutex_;
    mutable std::condition_variable changed_;
    bool stopping_ = false;
    std::map<std::string, Handler> handlers_;
    std::vector<SeenRequest> requests_;
    std::size_t being_answered_ = 0, most_at_once_ = 0;
    std::set<int> open_;
    std::thread acceptor_;
    std::list<std::thread> connections_;
};

Origin::Origin() : server_(std::make_unique<Server>()) {}
Origin::~Origin() = default;

void Origin::set(const std::string& path, Answer answer) {
    server_->set(path, [answer = std::move(answer)](const SeenRequest&) { return answer; });
}

void Origin::set(const std::string& path, Handler handler) { server_->set(path, std::move(handler)); }

unsigned short Origin::port() const { return server_->port(); }
std::string Origin::address() const { return fmt::format("127.0.0.1:{}", port()); }
std::string Origin::url(const std::string& path) const { return fmt::format("http://{}{}", address(), path); }

std::vector<SeenRequest> Origin::requests() const { return server_->requests(); }

std::size_t Origin::count(const std::string& path) const {
    const auto all = requests();
    return static_cast<std::size_t>(
        std::count_if(all.begin(), all.end(), [&](const auto& request) { return request.target == path; }));
}

std::size_t Origin::most_at_once() const { return server_->most_at_once(); }
std::size_t Origin::connections() const { return server_->connections(); }

bool Origin::wait_for(std::size_t requests, std::chrono::milliseconds deadline) const {
    return server_->wait_for(requests, deadline);
}

}  // namespace masthead::tests
