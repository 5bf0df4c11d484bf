#pragma once

#include <functional>
#include <memory>

#include "feeds/time.hpp"
#include "fetchers/options.hpp"
#include "storage/store.hpp"

namespace masthead::fetchers {

/// Pulls what is due, for as long as it lives: a thread that reads the schedule in the store and a small pool that
/// pulls. The destructor stops it; a source in the middle of a fetch stays as it was.
class Daemon {
public:
    Daemon(storage::Store& store, const Options& options, std::function<feeds::Time()> now);
    ~Daemon();
    Daemon(const Daemon&) = delete;
    Daemon& operator=(const Daemon&) = delete;

    /// The schedule may have changed: look again now. Any thread.
    void wake();

private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace masthead::fetchers
