#include "http/server.hpp"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <thread>

#include <sys/resource.h>
#include <unistd.h>

#include "http/listening.hpp"
#include "http/metrics.hpp"
#include "http/renderer.hpp"
#include "http/representations.hpp"
#include "http/responder.hpp"
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

/// Everything that listens, before any thread runs.
struct Listening {
    std::vector<ListeningSockets> everybody;
    std::optional<ListeningSockets> admin;
};

feeds::Result<Listening, ListenError> open_all(const Options& options, const std::vector<int>& inherited,
                                               std::size_t threads) {
    Listening out;
    const auto add = [&](feeds::Result<ListeningSockets, ListenError> opened) -> std::optional<ListenError> {
        if (!opened) return std::move(opened.error());
        out.everybody.push_back(std::move(*opened));
        return std::nullopt;
    };
    for (const int socket : inherited)
        if (auto error = add(share_inherited(socket, threads))) return feeds::unexpected(std::move(*error));
    if (inherited.empty())
        for (const auto& address : options.listen)
            if (auto error = add(listen_on(address, threads))) return feeds::unexpected(std::move(*error));
    if (options.admin_listen.empty()) return out;
    auto admin = listen_on(options.admin_listen, 1);
    if (!admin) return feeds::unexpected(std::move(admin.error()));
    out.admin = std::move(*admin);
    return out;
}

class ThreadedServer final : public Server {
public:
    ThreadedServer(storage::Store& store, feeds::Site site, const Options& options, Listening listening,
                   const std::function<feeds::Time()>& now)
        : site_(std::move(site)),
          drain_timeout_(options.drain_timeout),
          representations_(options.cache_bytes),
          renderer_(std::make_unique<Renderer>(store, site_, representations_, metrics_, now)),
          watcher_(store, representations_),
          responder_(representations_, *renderer_, metrics_) {
        const unsigned threads = thread_count(options);
        const std::size_t most = connections_within_limits(options.max_connections);
        for (unsigned n = 0; n < threads; ++n)
            workers_.push_back(std::make_unique<Worker>(options, responder_, metrics_, now, (most + n) / threads));
        for (auto& place : listening.everybody) listen(place, Audience::everybody);
        if (listening.admin) listen(*listening.admin, Audience::admin);
        for (auto& worker : workers_) threads_.emplace_back([&worker = *worker] { worker.run(); });
    }

    ~ThreadedServer() override {
        stop();
        renderer_.reset();  // its callbacks lead to the workers
        for (const auto& path : paths_) ::unlink(path.c_str());
    }

    std::vector<std::string> addresses() const override { return addresses_; }

    void refresh() override { watcher_.wake(); }

    void drain() override {
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
    void listen(ListeningSockets& place, Audience audience) {
        addresses_.push_back(place.address);
        if (!place.path.empty()) paths_.push_back(place.path);
        for (std::size_t n = 0; n < place.sockets.size(); ++n)
            workers_[n]->listen(std::move(place.sockets[n]), audience);
    }

    void stop() {
        for (auto& worker : workers_) worker->stop();
        threads_.clear();
    }

    const feeds::Site site_;
    const std::chrono::milliseconds drain_timeout_;
    Metrics metrics_;
    Representations representations_;
    std::unique_ptr<Renderer> renderer_;
    Watcher watcher_;
    Responder responder_;
    std::vector<std::unique_ptr<Worker>> workers_;
    std::vector<std::jthread> threads_;
    std::vector<std::string> addresses_;
    std::vector<std::string> paths_;  // of unix sockets, removed at the end
};

}  // namespace

feeds::Result<std::unique_ptr<Server>, ListenError> Server::open(storage::Store& store, const feeds::Site& site,
                                                                 const Options& options,
                                                                 const std::vector<int>& inherited,
                                                                 std::function<feeds::Time()> now) {
    auto listening = open_all(options, inherited, thread_count(options));
    if (!listening) return feeds::unexpected(std::move(listening.error()));
    return std::make_unique<ThreadedServer>(store, site, options, std::move(*listening), now);
}

}  // namespace masthead::http
