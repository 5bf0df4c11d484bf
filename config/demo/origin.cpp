#include "config/demo/origin.hpp"

#include <array>
#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string_view>
#include <thread>
#include <utility>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/message.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>
#include <fmt/format.h>

#include "config/demo/embedded_site.hpp"

namespace masthead::config {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace bhttp = beast::http;
using tcp = asio::ip::tcp;

constexpr std::array<std::string_view, 3> folders = {"magazine", "newsletter", "podcast"};
constexpr auto idle_limit = std::chrono::seconds(30);

struct Answer {
    std::string body;
    std::string_view type;
    std::string etag;
};
using Answers = std::map<std::string, Answer, std::less<>>;  // by path

std::string_view type_of(std::string_view path) {
    const auto ends_with = [&](std::string_view ending) {
        return path.size() >= ending.size() && path.substr(path.size() - ending.size()) == ending;
    };
    if (ends_with(".html")) return "text/html; charset=utf-8";
    if (ends_with(".xml")) return "application/rss+xml; charset=utf-8";
    if (ends_with(".mp3")) return "audio/mpeg";
    return "image/png";
}

bool is_text(std::string_view type) { return type.find("charset") != std::string_view::npos; }

void replace_all(std::string& text, const std::string& what, const std::string& with) {
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
        text.replace(at, what.size(), with);
}

// FNV-1a: the tag only has to differ when the bytes do, and nobody hostile makes them.
std::string etag_of(std::string_view bytes) {
    std::uint64_t hash = 14695981039346656037U;
    for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
    return fmt::format("\"{:016x}\"", hash);
}

// One connection, one request at a time; lives as long as an operation of it is pending.
class Connection : public std::enable_shared_from_this<Connection> {
public:
    Connection(tcp::socket socket, const Answers& answers) : stream_(std::move(socket)), answers_(answers) {}

    void read() {
        parser_.emplace();
        stream_.expires_after(idle_limit);
        bhttp::async_read(stream_, buffer_, *parser_,
                          [self = shared_from_this()](beast::error_code failed, std::size_t) {
                              if (!failed) self->answer();
                          });
    }

private:
    void answer() {
        const auto& request = parser_->get();
        response_ = {};
        response_.version(request.version());
        response_.keep_alive(request.keep_alive());
        std::string_view target(request.target().data(), request.target().size());
        const auto found = answers_.find(target.substr(0, target.find('?')));
        if (found == answers_.end()) {
            response_.result(bhttp::status::not_found);
            response_.set(bhttp::field::content_type, "text/plain");
            response_.body() = "There is no such page.\n";
        } else {
            response_.set(bhttp::field::etag, found->second.etag);
            if (request[bhttp::field::if_none_match] == found->second.etag) {
                response_.result(bhttp::status::not_modified);
            } else {
                response_.set(bhttp::field::content_type, found->second.type);
                response_.body() = found->second.body;
            }
        }
        response_.prepare_payload();
        if (request.method() == bhttp::verb::head) response_.body().clear();
        bhttp::async_write(stream_, response_, [self = shared_from_this()](beast::error_code failed, std::size_t) {
            if (!failed && self->response_.keep_alive()) self->read();
        });
    }

    beast::tcp_stream stream_;
    const Answers& answers_;
    beast::flat_buffer buffer_{std::size_t{16} << 10};
    std::optional<bhttp::request_parser<bhttp::empty_body>> parser_;
    bhttp::response<bhttp::string_body> response_;
};

class Listener {
public:
    explicit Listener(asio::io_context& context)
        : acceptor_(context, tcp::endpoint(asio::ip::address_v4::loopback(), 0)),
          address_(fmt::format("http://127.0.0.1:{}", acceptor_.local_endpoint().port())) {}

    const std::string& address() const { return address_; }

    void serve(Answers answers) {
        answers_ = std::move(answers);
        accept();
    }

private:
    void accept() {
        acceptor_.async_accept([this](beast::error_code failed, tcp::socket socket) {
            if (failed == asio::error::operation_aborted) return;
            if (!failed) std::make_shared<Connection>(std::move(socket), answers_)->read();
            accept();
        });
    }

    tcp::acceptor acceptor_;
    std::string address_;
    Answers answers_;
};

}  // namespace

class DemoOrigin::Impl {
public:
    Impl() {
        for (std::size_t i = 0; i < folders.size(); ++i) listeners_[i].serve(answers_of(folders[i]));
        thread_ = std::jthread([this] { context_.run(); });
    }
    ~Impl() { context_.stop(); }
    Impl(const Impl&) = delete;
    Impl& operator=(const Impl&) = delete;

    const std::string& address(std::size_t folder) const { return listeners_[folder].address(); }

private:
    Answers answers_of(std::string_view folder) const {
        Answers out;
        for (const auto& file : embedded_site()) {
            if (file.path.substr(0, folder.size() + 1) != fmt::format("{}/", folder)) continue;
            std::string path(file.path.substr(folder.size()));
            Answer answer{std::string(file.bytes), type_of(path), {}};
            if (is_text(answer.type))
                for (std::size_t i = 0; i < folders.size(); ++i)
                    replace_all(answer.body, fmt::format("{{{}}}", folders[i]), listeners_[i].address());
            answer.etag = etag_of(answer.body);
            if (constexpr std::string_view index = "index.html";
                path.size() > index.size() && path.compare(path.size() - index.size(), index.size(), index) == 0)
                path.resize(path.size() - index.size());
            out.emplace(std::move(path), std::move(answer));
        }
        return out;
    }

    asio::io_context context_{1};
    std::array<Listener, 3> listeners_{Listener(context_), Listener(context_), Listener(context_)};
    std::jthread thread_;  // last: joined before the sockets go
};

DemoOrigin::DemoOrigin() : impl_(std::make_unique<Impl>()) {}
DemoOrigin::~DemoOrigin() = default;

const std::string& DemoOrigin::magazine() const { return impl_->address(0); }
const std::string& DemoOrigin::newsletter() const { return impl_->address(1); }
const std::string& DemoOrigin::podcast() const { return impl_->address(2); }

}  // namespace masthead::config
