#pragma once

#include <functional>
#include <memory>

#include "fetchers/options.hpp"
#include "fetchers/transfer.hpp"

namespace masthead::fetchers {

/// The way to origins: one thread that drives libcurl's multi handle, with the limits and the address guard of Options
/// on every request and every redirect. Any thread may submit. The destructor ends transfers in flight; their callbacks
/// get an error.
class Transport {
public:
    explicit Transport(Options options);
    ~Transport();
    Transport(const Transport&) = delete;
    Transport& operator=(const Transport&) = delete;

    using Done = std::function<void(FetchResult)>;

    /// Queues a request; `done` is called once, on the transport's thread, and must be quick. Requests to one host wait
    /// here for their turn (per_host, host_gap), not inside libcurl.
    void submit(Request request, Done done);

    /// Submits and waits. Not to be called on the transport's thread.
    FetchResult fetch(Request request);

    /// Ends everything now, as the destructor does; what is submitted later gets an error at once. Any thread but its
    /// own.
    void stop();

private:
    class Loop;
    std::unique_ptr<Loop> loop_;
};

}  // namespace masthead::fetchers
