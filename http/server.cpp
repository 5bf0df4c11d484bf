#include "http/server.hpp"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <thread>

#include <sys/resource.h>
#include <unistd.h>

#include "http/client_limit.hpp"
#include "http/listening.hpp"
#include "http/metrics.hpp"
#include "http/renderer.hpp"
#include "http/representations.hpp"
#include "http/responder.hpp"
#include "http/trusted_proxies.hpp"
#include "http/watcher.hpp"
#include "http/worker.hpp"

namespace masthead::http {
namespace {

/// Raises the number of files that may be open to what the machine allows; half of it may be connections, the rest is
/// for the store, the fetches and the cache.
std::size_t connections_within_limits(std::size_t wanted) {
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return wanted;
    limit.rlim_cur = std::max(limit.rlim_cur, std::min<rlim_t>(limit.rlim_max, wanted * 2));
    ::setrlimit(RLIMIT_NOFILE, &limit);
    ::getrlimit(RLIMIT_NOFILE, &limit);
    return std::clamp<std::size_t>(limit.rlim_cur / 2, 1, wanted);
}

unsigned thread_count(const Options& options) {
    return options.threads > 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency());
}

/// A place where a server listens, and for whom.
struct Place {
    ListeningSockets listening;       ///< kept, for a successor to share
    std::vector<Descriptor> handles;  ///< of the same sockets, for the workers
    Audience audience;
};
using Places = std::vector<Place>;

/// Opens what the settings name, sharing what `before` has open already.
class Opener {
public:
    Opener(const Places& before, std::size_t threads) : before_(before), threads_(threads) {}

    feeds::Result<Places, ListenError> open(const Options& options, const std::vector<int>& inherited) {
        for (const int socket : inherited) add(listen_on_inherited(socket), threads_, Audience::everybody);
        if (inherited.empty())
            for (const auto& address : options.listen) add(at(address, threads_), threads_, Audience::everybody);
        if (!options.admin_listen.empty()) add(at(options.admin_listen, 1), 1, Audience::admin);
        if (error_) return feeds::unexpected(std::move(*error_));
        return std::move(places_);
    }

private:
    feeds::Result<ListeningSockets, ListenError> at(const std::string& address, std::size_t count) const {
        const auto shared = std::find_if(before_.begin(), before_.end(), [&](const Place& place) {
            return place.listening.wanted == address && !place.listening.sockets.empty();
        });
        if (shared != before_.end()) return share(shared->listening, count);
        return listen_on(address, count);
    }

    void add(feeds::Result<ListeningSockets, ListenError> opened, std::size_t count, Audience audience) {
        auto handles = opened.and_then([&](const ListeningSockets& sockets) { return share(sockets, count); });
        if (handles)
            places_.push_back({std::move(*opened), std::move(handles->sockets), audience});
        else if (!error_)
            error_ = std::move(handles.error());
    }

    const Places& before_;
    const std::size_t threads_;
    Places places_;
    std::optional<ListenError> error_;
};

class ThreadedServer final : public Server {
public:
    ThreadedServer(storage::Store& store, feeds::Site site, const Options& options, Places places,
                   TrustedProxies proxies, const std::function<feeds::Time()>& now)
        : places_(std::move(places)),
          site_(std::move(site)),
          drain_timeout_(options.drain_timeout),
          representations_(options.cache_bytes),
          renderer_(std::make_unique<Renderer>(store, site_, representations_, metrics_, now)),
          watcher_(store, representations_),
          responder_(representations_, *renderer_, metrics_),
          proxies_(std::move(proxies)),
          clients_(options.per_address) {
        const unsigned threads = thread_count(options);
        const std::size_t most = connections_within_limits(options.max_connections);
        const Worker::Shared shared{responder_, metrics_, proxies_, clients_, now};
        for (unsigned n = 0; n < threads; ++n)
            workers_.push_back(std::make_unique<Worker>(options, shared, (most + n) / threads));
        for (auto& place : places_)
            for (std::size_t n = 0; n < place.handles.size(); ++n)
                workers_[n % threads]->listen(std::move(place.handles[n]), place.audience);
        for (auto& worker : workers_) threads_.emplace_back([&worker = *worker] { worker.run(); });
    }

    ~ThreadedServer() override {
        stop();
        renderer_.reset();  // its callbacks lead to the workers
    }

    std::vector<std::string> addresses() const override {
        std::vector<std::string> out;
        for (const auto& place : places_) out.push_back(place.listening.address);
        return out;
    }

    const Places& places() const { return places_; }

    void refresh() override { watcher_.wake(); }

    void drain() override {
        for (auto& place : places_) place.listening.sockets.clear();
        std::mutex mutex;
        std::condition_variable changed;
        std::size_t drained = 0;
        // A worker that is late would find these gone: all of them have ended before this function does.
        for (auto& worker : workers_)
            worker->drain([&] {
                std::lock_guard lock(mutex);
                ++drained;
                changed.notify_all();
            });
        {
            std::unique_lock lock(mutex);
            changed.wait_for(lock, drain_timeout_, [&] { return drained == workers_.size(); });
        }
        stop();
    }

private:
    void stop() {
        for (auto& worker : workers_) worker->stop();
        threads_.clear();
    }

    Places places_;
    const feeds::Site site_;
    const std::chrono::milliseconds drain_timeout_;
    Metrics metrics_;
    Representations representations_;
    std::unique_ptr<Renderer> renderer_;
    Watcher watcher_;
    Responder responder_;
    const TrustedProxies proxies_;
    ClientLimit clients_;
    std::vector<std::unique_ptr<Worker>> workers_;
    std::vector<std::jthread> threads_;
};

}  // namespace

feeds::Result<std::unique_ptr<Server>, ListenError> Server::open(storage::Store& store, const feeds::Site& site,
                                                                 const Options& options,
                                                                 const std::vector<int>& inherited,
                                                                 const std::function<feeds::Time()>& now,
                                                                 const Server* predecessor) {
    // There is one kind of server.
    const auto* before = static_cast<const ThreadedServer*>(predecessor);
    const Places none;
    auto proxies = TrustedProxies::from(options.trusted_proxies);
    if (!proxies) return feeds::unexpected(ListenError{std::move(proxies.error()), "see http.trusted_proxies"});
    auto places = Opener(before != nullptr ? before->places() : none, thread_count(options)).open(options, inherited);
    if (!places) return feeds::unexpected(std::move(places.error()));
    return std::make_unique<ThreadedServer>(store, site, options, std::move(*places), std::move(*proxies), now);
}

}  // namespace masthead::http
