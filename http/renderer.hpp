#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "feeds/feed.hpp"
#include "feeds/result.hpp"
#include "http/content.hpp"
#include "http/metrics.hpp"
#include "http/representations.hpp"
#include "http/router.hpp"
#include "storage/store.hpp"

namespace masthead::http {

/// Makes what the cache does not have, on threads of its own, so that nothing on the network's threads waits for the
/// store. What many ask for at once is made once.
class Renderer {
public:
    using Outcome = feeds::Result<Representations::Pointer, Missing>;
    using Done = std::function<void(const Outcome&)>;

    /// All that is referred to outlives the renderer. `now` is the calendar clock.
    Renderer(storage::Store& store, const feeds::Site& site, Representations& representations, Metrics& metrics,
             std::function<feeds::Time()> now);
    ~Renderer();
    Renderer(const Renderer&) = delete;
    Renderer& operator=(const Renderer&) = delete;

    /// Makes what is at `path`, to which `route` leads, in a coding. `done` is called once, on a thread of the
    /// renderer; on the caller's with 503 when too much is waiting already; not at all once the renderer ends. Any
    /// thread.
    void make(const std::string& path, const Route& route, Coding coding, Done done);

private:
    struct Waiter {
        Coding coding;
        Done done;
    };
    struct Flight {
        Route route;
        std::vector<Waiter> waiters;
    };

    void work(const std::stop_token& stop);
    void fly(const std::string& path, const Route& route);
    std::vector<Waiter> land(const std::string& path);

    Outcome identity(const std::string& path, const Route& route);
    Outcome made(const std::string& path, const Route& route);
    Outcome coded(const std::string& path, const Outcome& identity, Coding coding);
    Outcome fallback(const std::string& path, const char* error);
    Representations::Pointer succeed(const std::string& path, Content content);
    feeds::Result<Content, Missing> content(const Route& route);

    storage::Store& store_;
    const feeds::Site& site_;
    Representations& representations_;
    Metrics& metrics_;
    const std::function<feeds::Time()> now_;

    std::mutex mutex_;
    std::condition_variable_any wake_;
    std::deque<std::string> queue_;          // paths whose flight waits for a thread
    std::map<std::string, Flight> flights_;  // queued or under way, by path
    std::vector<std::jthread> threads_;      // last: they end before what they use
};

}  // namespace masthead::http
