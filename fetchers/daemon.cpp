#include "fetchers/daemon.hpp"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <optional>
#include <set>
#include <thread>
#include <utility>
#include <vector>

#include <spdlog/spdlog.h>

#include "fetchers/avatars.hpp"
#include "fetchers/hub.hpp"
#include "fetchers/pull_log.hpp"
#include "fetchers/puller.hpp"
#include "fetchers/transport.hpp"

namespace masthead::fetchers {

namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

// How late a change that another process made is noticed without wake().
constexpr milliseconds longest_sleep = 1s;
// How often authors are looked through for new portraits.
constexpr milliseconds portrait_round = 60s;
// After a failure of the store, doubled up to the second.
constexpr milliseconds first_rest = 1s, longest_rest = 60s;
// What changes within this time is told to the hub together; one that does not hear is asked ever less often.
constexpr milliseconds hub_round = 1s, longest_hub_wait = 1h;
// A start with many due sources begins with so many pulls, then so many more each second.
constexpr std::size_t first_pulls = 50, pulls_per_second = 10;
// A clock that differs so much from the time that passed was set.
constexpr milliseconds clock_was_set = 60s;

}  // namespace

// The scheduler fills `queue_`, the pullers empty it, two more threads see to portraits and tell the hub. `mutex_`
// guards what they share; it is never held while the store or the network is asked.
class Daemon::Impl {
public:
    Impl(storage::Store& store, const Options& options, std::function<feeds::Time()> now)
        : store_(store),
          options_(options),
          now_(std::move(now)),
          transport_(options),
          fetch_([this](const Request& request) { return fetch_unless_stopping(request); }),
          puller_(store, fetch_, options, now_),
          avatars_(store, fetch_) {
        for (std::size_t i = 0; i < options_.concurrency; ++i)
            pullers_.emplace_back([this](const std::stop_token& stop) { pull_queued(stop); });
        portraits_ = std::jthread([this](const std::stop_token& stop) { see_to_portraits(stop); });
        if (!options_.hub.empty()) {
            hub_.emplace(store_, fetch_, options_.hub, options_.base_url);
            teller_ = std::jthread([this](const std::stop_token& stop) { tell_hub(stop); });
        }
        scheduler_ = std::jthread([this](const std::stop_token& stop) { schedule(stop); });
    }

    ~Impl() {
        stopping_ = true;
        scheduler_.request_stop();
        portraits_.request_stop();
        teller_.request_stop();
        for (auto& puller : pullers_) puller.request_stop();
        // What waits for the network gets an error at once; without it, a stop would take as long as a time limit.
        transport_.stop();
    }

    void wake() {
        {
            std::lock_guard lock(mutex_);
            woken_ = true;
        }
        changed_.notify_all();
    }

private:
    // Unwinds a pull whose daemon goes: the error that its transfer ends with says nothing about the source.
    struct Stopping {};

    FetchResult fetch_unless_stopping(const Request& request) {
        auto result = transport_.fetch(request);
        if (stopping_) throw Stopping();
        return result;
    }

    void schedule(const std::stop_token& stop) {
        milliseconds rest = first_rest;
        bool clock_checked = false;
        while (!stop.stop_requested()) {
            milliseconds sleep = longest_sleep;
            try {
                if (!std::exchange(clock_checked, true) || clock_jumped())
                    store_.bring_back_from_future(now_(), options_.max_interval);
                sleep = queue_due_sources();
                rest = first_rest;
            } catch (const std::exception& error) {
                spdlog::error("schedule_failed error={:?} retry_ms={}", error.what(), rest.count());
                sleep = std::exchange(rest, std::min(rest * 2, longest_rest));
            }
            std::unique_lock lock(mutex_);
            changed_.wait_for(lock, stop, sleep, [this] { return woken_; });
            woken_ = false;
        }
    }

    // Gives how long nothing will be due.
    milliseconds queue_due_sources() {
        const auto now = now_();
        const std::size_t room = room_in_queue();
        if (room == 0) return longest_sleep;
        const auto due = store_.due(now, room + taken_count());
        std::size_t queued = 0;
        {
            std::lock_guard lock(mutex_);
            for (const auto source : due)
                if (queued < room && taken_.insert(source).second) {
                    queue_.push_back(source);
                    ++queued;
                }
        }
        started_pulls_ += queued;
        if (queued > 0) changed_.notify_all();
        if (queued < room) starting_ = false;
        const auto next = store_.next_due();
        if (!next || *next <= now) return longest_sleep;
        return std::min<milliseconds>(*next - now, longest_sleep);
    }

    std::size_t room_in_queue() {
        const std::size_t most = 2 * options_.concurrency;
        const std::size_t waiting = queue_length();
        const std::size_t room = waiting < most ? most - waiting : 0;
        if (!starting_) return room;
        const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(Clock::now() - started_).count();
        const std::size_t allowed = first_pulls + pulls_per_second * static_cast<std::size_t>(seconds);
        return std::min(room, allowed > started_pulls_ ? allowed - started_pulls_ : 0);
    }

    std::size_t queue_length() {
        std::lock_guard lock(mutex_);
        return queue_.size();
    }

    std::size_t taken_count() {
        std::lock_guard lock(mutex_);
        return taken_.size();
    }

    bool clock_jumped() {
        const auto wall = now_();
        const auto steady = Clock::now();
        const auto drift = std::chrono::duration_cast<milliseconds>((wall - last_wall_) - (steady - last_steady_));
        last_wall_ = wall;
        last_steady_ = steady;
        return drift > clock_was_set || drift < -clock_was_set;
    }

    void pull_queued(const std::stop_token& stop) {
        while (const auto source = next_queued(stop)) {
            try {
                log_report(puller_.pull(*source));
            } catch (const Stopping&) {
                return;
            } catch (const std::exception& error) {
                spdlog::error("fetch_failed source={} error={:?}", *source, error.what());
                // It stays due: without a rest a store that is full would be asked again and again.
                rest(stop, longest_rest);
            }
            std::lock_guard lock(mutex_);
            taken_.erase(*source);
        }
    }

    std::optional<feeds::SourceId> next_queued(const std::stop_token& stop) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, stop, [this] { return !queue_.empty(); });
        if (stop.stop_requested()) return std::nullopt;
        const auto source = queue_.front();
        queue_.pop_front();
        return source;
    }

    void see_to_portraits(const std::stop_token& stop) {
        while (!stop.stop_requested()) {
            try {
                if (options_.avatars == Options::Avatars::link) return store_.forget_avatar_addresses();
                avatars_.refresh(now_(), stop);
            } catch (const Stopping&) {
                return;
            } catch (const std::exception& error) {
                spdlog::error("portraits_failed error={:?}", error.what());
            }
            rest(stop, portrait_round);
        }
    }

    void tell_hub(const std::stop_token& stop) {
        milliseconds wait = hub_round;
        while (!stop.stop_requested()) {
            rest(stop, wait);
            try {
                if (!hub_->has_news()) continue;
                rest(stop, hub_round);  // the server shows them first: a hub looks at once
                wait = hub_->tell() ? hub_round : std::min(wait * 2, longest_hub_wait);
            } catch (const Stopping&) {
                return;
            } catch (const std::exception& error) {
                spdlog::error("hub_failed error={:?}", error.what());
            }
        }
    }

    void rest(const std::stop_token& stop, milliseconds length) {
        std::unique_lock lock(mutex_);
        changed_.wait_for(lock, stop, length, [] { return false; });
    }

    storage::Store& store_;
    const Options options_;
    const std::function<feeds::Time()> now_;
    std::atomic<bool> stopping_ = false;
    Transport transport_;
    const Fetch fetch_;
    Puller puller_;
    Avatars avatars_;
    std::optional<Hub> hub_;

    std::mutex mutex_;
    std::condition_variable_any changed_;
    bool woken_ = false;
    std::deque<feeds::SourceId> queue_;
    std::set<feeds::SourceId> taken_;  ///< queued or being pulled

    // The scheduler's own.
    const Clock::time_point started_ = Clock::now();
    bool starting_ = true;
    std::size_t started_pulls_ = 0;
    feeds::Time last_wall_ = now_();
    Clock::time_point last_steady_ = Clock::now();

    std::vector<std::jthread> pullers_;
    std::jthread portraits_, teller_, scheduler_;
};

Daemon::Daemon(storage::Store& store, const Options& options, std::function<feeds::Time()> now)
    : impl_(std::make_unique<Impl>(store, options, std::move(now))) {}
Daemon::~Daemon() = default;

void Daemon::wake() { impl_->wake(); }

}  // namespace masthead::fetchers
