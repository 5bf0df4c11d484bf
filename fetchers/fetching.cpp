#include "fetchers/fetching.hpp"

#include <algorithm>
#include <utility>

#include <arpa/inet.h>
#include <fmt/format.h>
#include <sys/socket.h>
#include <unistd.h>

#include "feeds/text/url.hpp"
#include "fetchers/curl_errors.hpp"
#include "fetchers/redirect.hpp"

namespace masthead::fetchers {

namespace {

using feeds::Outcome;
using std::chrono::duration_cast;
using std::chrono::milliseconds;

// Of an answer that is no document (an error, a redirect) so much is read to keep its connection usable.
constexpr std::size_t most_of_other_bodies = std::size_t{64} << 10;
// Longer ones are not kept, as a request with them would be refused for its size.
constexpr std::size_t longest_validator = 2000;
// Below so many bytes a second a transfer stalls.
constexpr long stalled_bytes_per_second = 30;

const char* accept_of(Request::Accept accept) {
    switch (accept) {
        case Request::Accept::feed:
            return "Accept: application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, "
                   "text/xml;q=0.9, application/json;q=0.8, text/html;q=0.7, */*;q=0.1";
        case Request::Accept::page:
            return "Accept: text/html, application/xhtml+xml, */*;q=0.1";
        case Request::Accept::image:
            return "Accept: image/webp, image/png, image/jpeg, image/gif, */*;q=0.1";
    }
    return "";
}

std::string address_text(const sockaddr* address) {
    std::array<char, INET6_ADDRSTRLEN> text{"?"};
    if (address->sa_family == AF_INET)
        inet_ntop(AF_INET, &reinterpret_cast<const sockaddr_in*>(address)->sin_addr, text.data(), text.size());
    else if (address->sa_family == AF_INET6)
        inet_ntop(AF_INET6, &reinterpret_cast<const sockaddr_in6*>(address)->sin6_addr, text.data(), text.size());
    return text.data();
}

bool is_sendable(const std::string& text) {
    return std::none_of(text.begin(), text.end(), [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

std::string kept_validator(const std::string& value) {
    return value.size() <= longest_validator ? value : std::string();
}

}  // namespace

Fetching::Fetching(Request request, Transport::Done done) : request_(std::move(request)), done_(std::move(done)) {
    if (auto url = fetchable(request_.url)) {
        url_ = std::move(*url);
        host_ = feeds::url_parts(url_).host;
    } else {
        result_ = feeds::unexpected(url.error());
    }
}

bool Fetching::start(const Options& options, const AddressGuard& guard, const MemoryBudget& budget, Moment now) {
    if (options_ == nullptr) {
        options_ = &options;
        guard_ = &guard;
        budget_ = &budget;
        started_ = now;
        deadline_ = now + options.timeout;
    } else {
        deadline_ += now - parted_;  // no time limit runs in the queue
    }
    return begin_hop(now);
}

bool Fetching::begin_hop(Moment now) {
    if (now >= deadline_) {
        fail(Outcome::timeout, fmt::format("no answer within {} ms, redirects included", options_->timeout.count()));
        return false;
    }
    handle_ = make_easy();
    head_.emplace(options_->max_header_bytes);
    body_.clear();
    memory_ = budget_->share();
    refusal_.reset();
    blocked_.clear();
    enough_ = paused_ = may_pass_ = false;
    CURL* handle = handle_.get();
    curl_easy_setopt(handle, CURLOPT_PRIVATE, this);
    curl_easy_setopt(handle, CURLOPT_URL, url_.c_str());
    curl_easy_setopt(handle, CURLOPT_ERRORBUFFER, detail_.data());
    curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(handle, CURLOPT_QUICK_EXIT, 1L);
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
    // Set even when empty: an http_proxy in the environment would lead round the address guard.
    curl_easy_setopt(handle, CURLOPT_PROXY, options_->proxy.c_str());
    curl_easy_setopt(handle, CURLOPT_NOPROXY, "");
    curl_easy_setopt(handle, CURLOPT_ACCEPT_ENCODING, "");  // all that this libcurl can decode
    curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, &Fetching::on_header);
    curl_easy_setopt(handle, CURLOPT_HEADERDATA, this);
    curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, &Fetching::on_body);
    curl_easy_setopt(handle, CURLOPT_WRITEDATA, this);
    curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, &Fetching::on_socket);
    curl_easy_setopt(handle, CURLOPT_OPENSOCKETDATA, this);
    if (!request_.form.empty()) {
        curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request_.form.size()));
        curl_easy_setopt(handle, CURLOPT_POSTFIELDS, request_.form.c_str());
    }
    set_limits(now);
    set_header_lines();
    return true;
}

void Fetching::set_limits(Moment now) {
    CURL* handle = handle_.get();
    const auto left = std::max(duration_cast<milliseconds>(deadline_ - now), milliseconds(1));
    const auto stall =
        std::max<std::int64_t>(1, std::chrono::ceil<std::chrono::seconds>(options_->stall_timeout).count());
    curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, static_cast<long>(left.count()));
    curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(options_->connect_timeout.count()));
    curl_easy_setopt(handle, CURLOPT_LOW_SPEED_LIMIT, stalled_bytes_per_second);
    curl_easy_setopt(handle, CURLOPT_LOW_SPEED_TIME, static_cast<long>(stall));
    // This judges the announced length only; what really comes is counted in take_body.
    curl_easy_setopt(handle, CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(max_bytes()));
}

void Fetching::set_header_lines() {
    lines_ = HeaderLines();
    lines_.add(accept_of(request_.accept));
    if (!request_.etag.empty() && is_sendable(request_.etag)) lines_.add("If-None-Match: " + request_.etag);
    if (!request_.last_modified.empty() && is_sendable(request_.last_modified))
        lines_.add("If-Modified-Since: " + request_.last_modified);
    for (const auto& [name, value] : request_.headers)
        if (is_sendable(name) && is_sendable(value)) lines_.add(fmt::format("{}: {}", name, value));
    curl_easy_setopt(handle_.get(), CURLOPT_HTTPHEADER, lines_.get());
    curl_easy_setopt(handle_.get(), CURLOPT_USERAGENT, request_.user_agent.value_or(options_->user_agent).c_str());
}

std::size_t Fetching::on_header(char* bytes, std::size_t size, std::size_t count, void* self) {
    const std::string_view line(bytes, size * count);
    return static_cast<Fetching*>(self)->take_header(line) ? line.size() : 0;
}

std::size_t Fetching::on_body(char* bytes, std::size_t size, std::size_t count, void* self) {
    return static_cast<Fetching*>(self)->take_body({bytes, size * count});
}

// Every address that is really connected to passes here, after the name was looked up: a name that changes its address
// between two look-ups gains nothing.
curl_socket_t Fetching::on_socket(void* self, curlsocktype, curl_sockaddr* address) {
    auto* fetching = static_cast<Fetching*>(self);
    // With a proxy it is the proxy's address, which the admin named.
    if (fetching->options_->proxy.empty() && !fetching->guard_->permits(&address->addr, address->addrlen)) {
        fetching->blocked_ = address_text(&address->addr);
        return CURL_SOCKET_BAD;
    }
    return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

bool Fetching::take_header(std::string_view line) {
    if (head_->take(line)) return true;
    refusal_ = FetchError{
        Outcome::too_large,
        fmt::format("the header has more than {} bytes: raise fetch.max_header_bytes", options_->max_header_bytes),
        status(), std::nullopt};
    return false;
}

std::size_t Fetching::take_body(std::string_view bytes) {
    if (status() != 200) {
        body_.resize(std::min(body_.size() + bytes.size(), most_of_other_bodies));
        enough_ = body_.size() == most_of_other_bodies;
        return enough_ ? 0 : bytes.size();
    }
    if (budget_->is_spent() && !may_pass_) {
        paused_ = true;
        return CURL_WRITEFUNC_PAUSE;
    }
    if (body_.size() + bytes.size() > max_bytes()) {
        refusal_ = FetchError{Outcome::too_large,
                              fmt::format("the document has more than {} bytes: raise fetch.max_bytes", max_bytes()),
                              200, std::nullopt};
        return 0;
    }
    memory_->grow(bytes.size());
    body_.append(bytes);
    return bytes.size();
}

void Fetching::resume() {
    paused_ = false;
    curl_easy_pause(handle_.get(), CURLPAUSE_CONT);
}

Fetching::Next Fetching::proceed(CURLcode code, Moment now) {
    const bool arrived = code == CURLE_OK || (code == CURLE_WRITE_ERROR && enough_);
    if (arrived && is_redirect(status()) && request_.form.empty()) return follow(now);
    conclude(arrived ? CURLE_OK : code, now);
    return Next::nothing;
}

Fetching::Next Fetching::follow(Moment now) {
    // A redirect that says "later" is an answer about load (RFC 9110, section 10.2.3).
    const int from_status = status();
    const auto wait = retry_after(*head_);
    auto target = redirect_target(url_, *head_, hops_, options_->max_redirects,
                                  carries_credentials() ? Carries::credentials : Carries::nothing);
    if (!target) {
        auto error = target.error();
        error.status = from_status;
        error.retry_after = wait;
        error.url = url_;
        result_ = feeds::unexpected(std::move(error));
        return Next::nothing;
    }
    if (!may_keep_credentials(url_, *target)) request_.headers.clear();
    hops_.push_back({*target, is_permanent_redirect(from_status)});
    url_ = std::move(*target);
    const std::string before = std::exchange(host_, feeds::url_parts(url_).host);
    if (host_ == before) return begin_hop(now) ? Next::request : Next::nothing;
    handle_.reset();
    parted_ = now;
    return Next::other_host;
}

void Fetching::conclude(CURLcode code, Moment now) {
    const int answered = status();
    if (refusal_) {
        result_ = feeds::unexpected(*refusal_);
    } else if (code == CURLE_COULDNT_CONNECT && !blocked_.empty()) {
        fail(Outcome::blocked_address,
             fmt::format("{} is no public address: allow it with fetch.allow_private if it is meant", blocked_));
    } else if (code != CURLE_OK) {
        fail(outcome_of(code, head_->value("content-encoding")), message_of(code, detail_.data(), *options_));
    } else if (head_->contradicts("content-length")) {
        fail(Outcome::malformed, "the answer has two lengths (RFC 9112, section 6.3)");
    } else if (is_answer(answered)) {
        result_ = response(answered, now);
    } else {
        fail_with_status(answered);
    }
}

bool Fetching::is_answer(int answered) const {
    if (!request_.form.empty()) return answered >= 200 && answered < 300;
    return answered == 200 || (answered == 304 && (!request_.etag.empty() || !request_.last_modified.empty()));
}

Response Fetching::response(int answered, Moment now) {
    Response response;
    response.status = answered;
    response.url = url_;
    response.hops = hops_;
    response.content_type = head_->value("content-type");
    response.content_location = head_->value("content-location");
    response.etag = kept_validator(head_->value("etag"));
    response.last_modified = kept_validator(head_->value("last-modified"));
    response.links = head_->values("link");
    response.max_age = freshness(*head_);
    response.body = std::move(body_);
    response.took = duration_cast<milliseconds>(now - started_);
    response.memory = std::move(memory_);
    return response;
}

void Fetching::fail(Outcome outcome, std::string message) {
    result_ = feeds::unexpected(FetchError{outcome, std::move(message), handle_ ? status() : 0, std::nullopt});
}

void Fetching::fail_with_status(int answered) {
    const auto outcome = answered == 410 ? Outcome::gone : Outcome::status;
    auto message = answered == 304 ? std::string("304 to a request that asked for no comparison")
                                   : fmt::format("the server answers with status {}", answered);
    result_ = feeds::unexpected(FetchError{outcome, std::move(message), answered, retry_after(*head_), url_});
}

int Fetching::status() const {
    long code = 0;
    curl_easy_getinfo(handle_.get(), CURLINFO_RESPONSE_CODE, &code);
    return static_cast<int>(code);
}

std::size_t Fetching::max_bytes() const { return request_.max_bytes.value_or(options_->max_bytes); }

bool Fetching::carries_credentials() const {
    const auto authority = url_.substr(0, url_.find_first_of("/?", url_.find("//") + 2));
    return !request_.headers.empty() || authority.find('@') != std::string::npos;
}

void Fetching::deliver() {
    if (done_) std::exchange(done_, nullptr)(std::move(*result_));
}

void Fetching::refuse() { deliver(); }

void Fetching::abandon(const std::string& why) {
    result_ = feeds::unexpected(FetchError{Outcome::network, why, 0, std::nullopt});
    deliver();
}

}  // namespace masthead::fetchers
