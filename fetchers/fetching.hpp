#pragma once

#include <array>
#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "fetchers/address_guard.hpp"
#include "fetchers/curl_handle.hpp"
#include "fetchers/memory_budget.hpp"
#include "fetchers/options.hpp"
#include "fetchers/response_head.hpp"
#include "fetchers/transfer.hpp"
#include "fetchers/transport.hpp"

namespace masthead::fetchers {

/// One fetch on its way: its current request on a curl handle, and the redirects behind it. It knows the limits and
/// what an answer means; who drives the handle is the transport's loop, whose thread it belongs to.
class Fetching {
public:
    using Moment = std::chrono::steady_clock::time_point;

    Fetching(Request request, Transport::Done done);
    Fetching(const Fetching&) = delete;
    Fetching& operator=(const Fetching&) = delete;

    /// "host" of the address that is asked for next, for the queue; empty when it cannot be fetched: then refuse() is
    /// all that is left to do.
    const std::string& host() const { return host_; }

    /// Makes the handle of the next request ready: the first, or one behind a redirect to another host. False: it ended
    /// already, with an error.
    bool start(const Options& options, const AddressGuard& guard, const MemoryBudget& budget, Moment now);

    enum class Next {
        nothing,     ///< it has ended
        request,     ///< a redirect stays on its host: a new handle is ready
        other_host,  ///< a redirect leaves it: when it is that host's turn, start() goes on
    };

    /// What libcurl said about the current request.
    Next proceed(CURLcode code, Moment now);

    CURL* handle() const { return handle_.get(); }

    /// Tells the caller. Once, at the end.
    void deliver();
    void refuse();
    void abandon(const std::string& why);

    /// Whether it waits for memory; and lets it go on.
    bool is_paused() const { return paused_; }
    void resume();

    /// Of all fetches one may always go on, so that they never wait for each other in a circle.
    void let_pass() { may_pass_ = true; }

private:
    static std::size_t on_header(char* bytes, std::size_t size, std::size_t count, void* self);
    static std::size_t on_body(char* bytes, std::size_t size, std::size_t count, void* self);
    static curl_socket_t on_socket(void* self, curlsocktype purpose, curl_sockaddr* address);

    bool begin_hop(Moment now);
    void set_limits(Moment now);
    void set_header_lines();
    bool take_header(std::string_view line);
    std::size_t take_body(std::string_view bytes);
    int status() const;
    std::size_t max_bytes() const;
    bool carries_credentials() const;
    void conclude(CURLcode code, Moment now);
    bool is_answer(int status) const;
    Next follow(Moment now);
    void fail(feeds::Outcome outcome, std::string message);
    void fail_with_status(int status);
    Response response(int status, Moment now);

    Request request_;
    Transport::Done done_;
    std::string url_;  ///< of the current request
    std::string host_;
    std::vector<Hop> hops_;
    const Options* options_ = nullptr;
    const AddressGuard* guard_ = nullptr;
    const MemoryBudget* budget_ = nullptr;
    Moment started_{}, deadline_{};
    Moment parted_{};  ///< from the host before

    EasyHandle handle_;
    HeaderLines lines_;
    std::array<char, CURL_ERROR_SIZE> detail_{};
    std::optional<ResponseHead> head_;
    std::string body_;
    std::shared_ptr<MemoryBudget::Share> memory_;
    std::optional<FetchError> refusal_;  ///< why we ended the request ourselves
    std::string blocked_;                ///< an address that the guard refused
    bool enough_ = false;                ///< the rest of the body does not matter
    bool paused_ = false;
    bool may_pass_ = false;
    std::optional<FetchResult> result_;
};

}  // namespace masthead::fetchers
