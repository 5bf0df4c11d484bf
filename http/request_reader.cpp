#include "http/request_reader.hpp"

#include <algorithm>
#include <cstring>

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>

#include "feeds/text/ascii.hpp"
#include "http/field_list.hpp"
#include "http/target.hpp"

namespace masthead::http {

namespace bhttp = boost::beast::http;
using Parser = bhttp::request_parser<bhttp::empty_body>;

struct RequestReader::Parsing {
    std::optional<Parser> parser;
};

namespace {

// Most requests fit; it grows for those that do not, so that idle connections are cheap.
constexpr std::size_t first_buffer = 2'048;

Request::Method method_of(bhttp::verb verb) {
    switch (verb) {
        case bhttp::verb::get:
            return Request::Method::get;
        case bhttp::verb::head:
            return Request::Method::head;
        case bhttp::verb::options:
            return Request::Method::options;
        case bhttp::verb::unknown:
            return Request::Method::unknown;
        default:
            return Request::Method::other_known;
    }
}

/// Whether the third word of a request line is a version, though none that is spoken here.
bool names_a_version(std::string_view line) {
    const auto method_end = line.find(' ');
    const auto target_end = method_end == std::string_view::npos ? method_end : line.find(' ', method_end + 1);
    return target_end != std::string_view::npos && line.substr(target_end + 1, 5) == "HTTP/";
}

int refusal(const boost::beast::error_code& error, std::string_view line) {
    if (error == bhttp::error::header_limit) return 431;
    if (error == bhttp::error::bad_version && names_a_version(line)) return 505;
    return 400;
}

// Beast takes any coding for one that ends at the connection's end; only chunked is known here, and HTTP/1.0 has none
// (RFC 9112, section 6.1).
int framing_error(const Parser::value_type& message) {
    const auto [first, last] = message.equal_range(bhttp::field::transfer_encoding);
    if (first == last) return 0;
    if (message.version() < 11) return 400;
    return std::next(first) == last && equal_without_case(first->value(), "chunked") ? 0 : 501;
}

// Exactly one valid Host in HTTP/1.1 (RFC 9112, section 3.2).
int host_error(const Parser::value_type& message) {
    const auto hosts = message.count(bhttp::field::host);
    if (hosts == 0 && message.version() < 11) return 0;
    return hosts == 1 && is_host(message[bhttp::field::host]) ? 0 : 400;
}

bool asked_to_close(const Parser::value_type& message) {
    bool close = message.version() < 11;  // HTTP/1.0 clients that want more can ask again
    for (const auto& field : message) {
        if (field.name() != bhttp::field::connection) continue;
        for_each_member(field.value(), [&](std::string_view option) { close |= equal_without_case(option, "close"); });
    }
    return close;
}

// Only what an answer can depend on is kept: of the fields that browsers send, most are for others.
bool matters(bhttp::field name, std::string_view text) {
    switch (name) {
        case bhttp::field::unknown:
            return equal_without_case(text, "x-forwarded-for");
        case bhttp::field::forwarded:
        case bhttp::field::accept_encoding:
        case bhttp::field::expect:
        case bhttp::field::if_match:
        case bhttp::field::if_modified_since:
        case bhttp::field::if_none_match:
        case bhttp::field::if_range:
        case bhttp::field::if_unmodified_since:
        case bhttp::field::range:
            return true;
        default:
            return false;
    }
}

feeds::Result<std::optional<Request>, int> request_of(const Parser& parser) {
    const auto& message = parser.get();
    if (const int error = framing_error(message)) return feeds::unexpected(error);
    if (const int error = host_error(message)) return feeds::unexpected(error);
    Request request;
    request.method = method_of(message.method());
    auto target = read_target(message.target(), request.method);
    if (!target) return feeds::unexpected(400);
    request.path = std::move(target->path);
    request.query = std::move(target->query);
    request.host = target->host.empty() ? std::string(message[bhttp::field::host]) : std::move(target->host);
    for (const auto& field : message)
        if (matters(field.name(), field.name_string()) &&
            !(field.name() == bhttp::field::expect && message.version() < 11))
            request.fields.emplace_back(feeds::lowered(field.name_string()), field.value());
    request.has_body = !parser.is_done();
    request.keep_alive = !asked_to_close(message) && !request.has_body;
    return request;
}

}  // namespace

RequestReader::RequestReader(const Options& options)
    : max_line_(options.max_line),
      max_header_(options.max_header),
      buffer_(std::min(first_buffer, options.max_header)),
      parsing_(std::make_unique<Parsing>()) {}

RequestReader::~RequestReader() = default;

std::span<char> RequestReader::space() {
    if (begin_ == end_) begin_ = end_ = 0;
    if (end_ == buffer_.size() && begin_ > 0) {
        std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
        end_ -= begin_;
        begin_ = 0;
    }
    if (end_ == buffer_.size()) buffer_.resize(std::min(buffer_.size() * 2, max_header_ + first_buffer));
    return {buffer_.data() + end_, buffer_.size() - end_};
}

void RequestReader::received(std::size_t bytes) {
    end_ += bytes;
    begun_ = true;
}

bool RequestReader::line_is_too_long() const {
    if (taken_ > 0) return false;  // the parser takes the line first
    const std::string_view waiting(buffer_.data() + begin_, end_ - begin_);
    return waiting.size() > max_line_ && waiting.substr(0, max_line_).find('\n') == std::string_view::npos;
}

feeds::Result<std::optional<Request>, int> RequestReader::next() {
    // An empty line before a request is ignored (RFC 9112, section 2.2).
    while (taken_ == 0 && end_ - begin_ >= 2 && buffer_[begin_] == '\r' && buffer_[begin_ + 1] == '\n') begin_ += 2;
    if (begin_ == end_ || (taken_ == 0 && end_ - begin_ == 1 && buffer_[begin_] == '\r')) return std::nullopt;
    if (line_is_too_long()) return feeds::unexpected(414);
    auto& parser = parsing_->parser;
    if (!parser) {
        parser.emplace();
        parser->eager(false);
        parser->header_limit(static_cast<std::uint32_t>(max_header_));
        parser->body_limit(boost::none);  // no body is ever read
    }
    boost::beast::error_code error;
    const std::string_view waiting(buffer_.data() + begin_, end_ - begin_);
    const std::size_t used = parser->put(boost::asio::buffer(waiting), error);
    if (error && error != bhttp::error::need_more) return feeds::unexpected(refusal(error, waiting));
    begin_ += used;
    taken_ += used;
    if (!parser->is_header_done()) {
        if (taken_ + (end_ - begin_) > max_header_) return feeds::unexpected(431);
        return std::nullopt;
    }
    auto request = request_of(*parser);
    parser.reset();
    taken_ = 0;
    begun_ = begin_ < end_;
    return request;
}

}  // namespace masthead::http
