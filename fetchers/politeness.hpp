#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "fetchers/fetching.hpp"

namespace masthead::fetchers {

/// Which of the waiting fetches may start: at most so many at once to a host, and with a gap between two. Of the hosts
/// that are free the one that waited longest is next. One thread.
class HostQueue {
public:
    using Moment = std::chrono::steady_clock::time_point;

    HostQueue(std::size_t per_host, std::chrono::milliseconds gap) : per_host_(per_host), gap_(gap) {}

    void push(const std::string& host, std::unique_ptr<Fetching> fetching);

    /// The next fetch that may start now, which then counts as running; null when there is none.
    std::unique_ptr<Fetching> pop(Moment now);

    /// A fetch that pop() gave has ended.
    void finished(const std::string& host, Moment now);

    /// Empties the queue.
    std::vector<std::unique_ptr<Fetching>> take_all();

private:
    struct Host {
        std::deque<std::unique_ptr<Fetching>> waiting;
        std::size_t running = 0;
        Moment free_at{};
        std::uint64_t served = 0;  ///< when it had its last turn
    };

    std::size_t per_host_;
    std::chrono::milliseconds gap_;
    std::map<std::string, Host> hosts_;
    std::uint64_t turns_ = 0;
};

}  // namespace masthead::fetchers
