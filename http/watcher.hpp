#pragma once

#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <thread>

#include "http/representations.hpp"
#include "storage/store.hpp"

namespace masthead::http {

/// Tells the cache what changed in the store, whichever process changed it, a quarter of a second later at most. Its
/// thread is its own.
class Watcher {
public:
    /// Store and cache outlive the watcher. What is in the store now counts as known. Throws storage::StoreError.
    Watcher(storage::Store& store, Representations& representations);
    ~Watcher();
    Watcher(const Watcher&) = delete;
    Watcher& operator=(const Watcher&) = delete;

    /// Looks now. Any thread; returns at once.
    void wake();

private:
    void watch(const std::stop_token& stop);
    void look();

    storage::Store& store_;
    Representations& representations_;
    std::uint64_t version_;  // of the watching thread from here on
    std::uint64_t last_;

    std::mutex mutex_;
    std::condition_variable_any wake_;
    bool woken_ = false;
    std::jthread thread_;  // last: it ends before what it uses
};

}  // namespace masthead::http
