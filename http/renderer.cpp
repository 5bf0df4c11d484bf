#include "http/renderer.hpp"

#include <spdlog/spdlog.h>

#include "http/handlers/assets.hpp"
#include "http/handlers/avatars.hpp"
#include "http/handlers/health.hpp"
#include "http/handlers/pages.hpp"
#include "http/threads.hpp"

namespace masthead::http {
namespace {

// Two, so that a big feed in the making does not hold up the small pages; the store has one disk anyway.
constexpr unsigned thread_count = 2;

// Different paths at once; whoever asks for more is told to come again.
constexpr std::size_t most_flights = 1'000;

const Missing unavailable{503, {}};

}  // namespace

Renderer::Renderer(storage::Store& store, const feeds::Site& site, Representations& representations, Metrics& metrics,
                   std::function<feeds::Time()> now)
    : store_(store), site_(site), representations_(representations), metrics_(metrics), now_(std::move(now)) {
    for (unsigned n = 0; n < thread_count; ++n)
        threads_.emplace_back([this](const std::stop_token& stop) { work(stop); });
}

Renderer::~Renderer() {
    for (auto& thread : threads_) thread.request_stop();
}

void Renderer::make(const std::string& path, const Route& route, Coding coding, Done done) {
    std::unique_lock lock(mutex_);
    const auto under_way = flights_.find(path);
    if (under_way != flights_.end()) {
        under_way->second.waiters.push_back({coding, std::move(done)});
        return;
    }
    if (flights_.size() >= most_flights) {
        lock.unlock();
        return done(feeds::unexpected(unavailable));
    }
    flights_[path] = Flight{route, {{coding, std::move(done)}}};
    queue_.push_back(path);
    lock.unlock();
    wake_.notify_one();
}

void Renderer::work(const std::stop_token& stop) {
    leave_signals_to_main();
    for (;;) {
        std::unique_lock lock(mutex_);
        if (!wake_.wait(lock, stop, [this] { return !queue_.empty(); }) || stop.stop_requested()) return;
        const std::string path = std::move(queue_.front());
        queue_.pop_front();
        const Route route = flights_.at(path).route;
        lock.unlock();
        fly(path, route);
    }
}

void Renderer::fly(const std::string& path, const Route& route) {
    const Outcome plain = identity(path, route);
    // Whoever comes while one coding is made gets an answer from this flight, too.
    for (auto waiters = land(path); !waiters.empty(); waiters = land(path))
        for (const auto& waiter : waiters) waiter.done(coded(path, plain, waiter.coding));
}

/// Takes those who wait for the path; when nobody does, the flight is over.
std::vector<Renderer::Waiter> Renderer::land(const std::string& path) {
    std::lock_guard lock(mutex_);
    const auto flight = flights_.find(path);
    auto waiters = std::move(flight->second.waiters);
    flight->second.waiters.clear();
    if (waiters.empty()) flights_.erase(flight);
    return waiters;
}

Renderer::Outcome Renderer::identity(const std::string& path, const Route& route) {
    if (auto held = representations_.find(path, Coding::identity)) return held;
    const auto start = std::chrono::steady_clock::now();
    Outcome outcome = made(path, route);
    metrics_.rendered(std::chrono::steady_clock::now() - start);
    return outcome;
}

// The machine's failures end here: one request is answered with what there was before, or with an error.
Renderer::Outcome Renderer::made(const std::string& path, const Route& route) try {
    constexpr int most_tries = 3;  // in a store that changes faster than this, the last one is recent enough
    for (int tries = 1;; ++tries) {
        const std::uint64_t moment = representations_.moment();
        auto fresh = content(route);
        if (!fresh) {
            representations_.drop(path);
            return feeds::unexpected(std::move(fresh.error()));
        }
        const bool lasting = fresh->lasting;
        Dependencies dependencies = std::move(fresh->dependencies);
        auto representation = succeed(path, std::move(*fresh));
        if (!lasting) return representation;
        if (representations_.put(path, representation, std::move(dependencies), moment) || tries == most_tries)
            return representation;
    }
} catch (const std::exception& error) {
    return fallback(path, error.what());
}

Renderer::Outcome Renderer::fallback(const std::string& path, const char* error) {
    metrics_.render_failed();
    spdlog::error("unreadable path={:?} error={:?}", path, error);
    if (auto last = representations_.find_last(path, Coding::identity)) return last;
    return feeds::unexpected(unavailable);
}

/// Represents new content. The same bytes keep their representation; other bytes never keep their Last-Modified, even
/// if what changed (a bio, a card) bears no date: who asks by date alone would never see them.
Representations::Pointer Renderer::succeed(const std::string& path, Content content) {
    auto last = representations_.find_last(path, Coding::identity);
    // A page of which nobody knows when it changed is as old as its bytes.
    const bool is_known = content.description.last_modified != feeds::Time{};
    content.description.last_modified = is_known ? std::min(content.description.last_modified, now_()) : now_();
    auto next = represent(content.description, content.bytes, Coding::identity);
    if (!last) return next;
    if (last->etag == next->etag && last->description.fields == next->description.fields) return last;
    if (last->etag == next->etag || next->description.last_modified > last->description.last_modified) return next;
    content.description.last_modified = now_();
    return represent(std::move(content.description), std::move(content.bytes), Coding::identity);
}

Renderer::Outcome Renderer::coded(const std::string& path, const Outcome& identity, Coding coding) try {
    if (!identity || coding == Coding::identity) return identity;
    auto held = representations_.find_last(path, coding);
    if (held && representations_.find_last(path, Coding::identity) == *identity) return held;
    auto coded = recode(*identity, coding);
    representations_.put_coding(path, *identity, coding, coded);
    return coded;
} catch (const std::exception& error) {
    spdlog::error("uncompressed path={:?} error={:?}", path, error.what());
    return identity;
}

feeds::Result<Content, Missing> Renderer::content(const Route& route) {
    switch (route.kind) {
        case Route::Kind::page:
            return page_content(store_, site_, route);
        case Route::Kind::avatar:
            return avatar_content(store_, route);
        case Route::Kind::style_sheet:
            return style_sheet_content();
        case Route::Kind::robots:
            return robots_content();
        case Route::Kind::ready:
            return ready_content(store_);
        case Route::Kind::metrics:
            return metrics_content(store_, metrics_, representations_.bytes());
        case Route::Kind::source_health:
            return source_health_content(store_, site_, route);
        case Route::Kind::health:  // answered without a renderer
        case Route::Kind::icon:
            break;
    }
    return feeds::unexpected(Missing{});
}

}  // namespace masthead::http
