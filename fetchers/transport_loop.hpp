#pragma once

#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

#include "fetchers/address_guard.hpp"
#include "fetchers/curl_handle.hpp"
#include "fetchers/fetching.hpp"
#include "fetchers/memory_budget.hpp"
#include "fetchers/options.hpp"
#include "fetchers/politeness.hpp"
#include "fetchers/transport.hpp"

namespace masthead::fetchers {

/// The thread that drives libcurl. Whatever has to do with a handle happens on it; other threads only leave fetches in
/// `arrived_` and wake it.
class Transport::Loop {
public:
    explicit Loop(Options options);
    ~Loop();
    Loop(const Loop&) = delete;
    Loop& operator=(const Loop&) = delete;

    void submit(std::unique_ptr<Fetching> fetching);
    void stop();
    bool is_own_thread() const { return std::this_thread::get_id() == thread_.get_id(); }

private:
    using Running = std::list<std::unique_ptr<Fetching>>;

    /// False: the loop has ended, and the fetch stays the caller's.
    bool take(std::unique_ptr<Fetching>& fetching);
    void run(const std::stop_token& stop);
    void take_arrived();
    void start_waiting();
    void run_handle(std::unique_ptr<Fetching> fetching);
    void end_finished();
    void go_on(Running::iterator running, CURLcode code);
    void share_memory();
    void abandon_all();

    const Options options_;
    const AddressGuard guard_;
    const MemoryBudget budget_;
    MultiHandle multi_;
    HostQueue waiting_;
    Running running_;  ///< the longest running first

    std::mutex mutex_;
    bool closed_ = false;
    std::vector<std::unique_ptr<Fetching>> arrived_;

    std::jthread thread_;  ///< last: it uses all of the above
};

}  // namespace masthead::fetchers
