#include "http/watcher.hpp"

#include <chrono>

#include <spdlog/spdlog.h>

#include "http/threads.hpp"

namespace masthead::http {

Watcher::Watcher(storage::Store& store, Representations& representations)
    : store_(store),
      representations_(representations),
      version_(store.version()),
      last_(store.changes_since(0).last),
      thread_([this](const std::stop_token& stop) { watch(stop); }) {}

Watcher::~Watcher() { thread_.request_stop(); }

void Watcher::wake() {
    {
        std::lock_guard lock(mutex_);
        woken_ = true;
    }
    wake_.notify_one();
}

void Watcher::watch(const std::stop_token& stop) {
    using std::chrono_literals::operator""ms;
    leave_signals_to_main();
    bool failing = false;
    while (!stop.stop_requested()) {
        {
            std::unique_lock lock(mutex_);
            wake_.wait_for(lock, stop, 250ms, [this] { return woken_; });
            woken_ = false;
        }
        try {
            look();
            failing = false;
        } catch (const std::exception& error) {
            // What is cached goes on being served; said once, not four times a second.
            if (!failing) spdlog::error("unwatched error={:?}", error.what());
            failing = true;
        }
    }
}

void Watcher::look() {
    const std::uint64_t version = store_.version();
    if (version == version_) return;
    const storage::Changes changes = store_.changes_since(last_);
    version_ = version;
    last_ = changes.last;
    const bool nothing = !changes.everything && changes.authors.empty() && changes.sources.empty() &&
                         changes.feeds.empty() && changes.entries.empty();
    if (!nothing) representations_.invalidate(changes);
}

}  // namespace masthead::http
