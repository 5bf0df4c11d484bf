#include <cerrno>
#include <csignal>
#include <ctime>
#include <filesystem>
#include <memory>
#include <thread>

#include <fmt/format.h>
#include <spdlog/spdlog.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <systemd/sd-daemon.h>
#include <unistd.h>

#include "config/commands/commands.hpp"
#include "config/daemon_lock.hpp"
#include "config/identity.hpp"
#include "config/logging.hpp"
#include "config/places.hpp"
#include "config/version.hpp"
#include "fetchers/daemon.hpp"
#include "http/server.hpp"

namespace masthead::config {
namespace {

// The signals that the daemon answers to. They are blocked in every thread and taken one at a time.
class Signals {
public:
    Signals() {
        sigemptyset(&set_);
        for (const int signal : {SIGTERM, SIGINT, SIGHUP}) sigaddset(&set_, signal);
        pthread_sigmask(SIG_BLOCK, &set_, &before_);
    }
    ~Signals() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
    Signals(const Signals&) = delete;
    Signals& operator=(const Signals&) = delete;

    // The next signal; 0 when none came for a quarter of a second.
    int next() const {
        const timespec wait{0, 250'000'000};
        return std::max(sigtimedwait(&set_, nullptr, &wait), 0);
    }

private:
    sigset_t set_{};
    sigset_t before_{};
};

// As many descriptors as the machine permits: a connection and a fetch take one each.
void raise_descriptor_limit() {
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

std::vector<int> inherited_sockets() {
    std::vector<int> out;
    const int count = sd_listen_fds(1);
    for (int i = 0; i < count; ++i) out.push_back(SD_LISTEN_FDS_START + i);
    return out;
}

// Which file a path leads to: a store that is deleted or replaced under the daemon must not be written on for ever.
struct FileIdentity {
    dev_t device = 0;
    ino_t node = 0;
    bool operator==(const FileIdentity&) const = default;
};

FileIdentity identity_of(const std::filesystem::path& file) {
    struct stat about {};
    if (stat(file.c_str(), &about) != 0) return {};
    return {about.st_dev, about.st_ino};
}

// The running parts, and what makes them anew when the settings change.
class Service {
public:
    Service(Workspace& workspace, storage::Store& store, const Settings& settings)
        : workspace_(workspace),
          store_(store),
          settings_(settings),
          inherited_(inherited_sockets()),
          file_(store_file(settings.store_url)),
          file_identity_(identity_of(file_)),
          version_(store.version()) {}

    std::optional<Error> start() {
        auto server = http::Server::open(store_, settings_.site, settings_.http, inherited_, workspace_.clock());
        if (!server) return Error{Exit::unavailable, server.error().message, server.error().hint};
        server_ = std::move(*server);
        start_fetching();
        spdlog::info("ready version={} store={} listen={}", version, settings_.store_url,
                     fmt::join(server_->addresses(), ","));
        sd_notify(0, "READY=1");
        return std::nullopt;
    }

    // A look around, four times a second: what other processes changed is taken up well within a second.
    std::optional<Error> look_around() {
        sd_notify(0, "WATCHDOG=1");
        if (!file_.empty() && identity_of(file_) != file_identity_)
            return Error{Exit::no_input, fmt::format("the store was deleted or replaced: {}", file_.string()),
                         "Start the daemon again when the file that you want is in place."};
        try {
            const auto version = store_.version();
            if (version == version_) return std::nullopt;
            version_ = version;
            server_->refresh();
            daemon_->wake();
        } catch (const storage::StoreError& error) {
            spdlog::error("store error={:?}", error.what());
        }
        return std::nullopt;
    }

    // Bad settings leave the old ones in force.
    void reload() {
        timespec now{};
        clock_gettime(CLOCK_MONOTONIC, &now);
        sd_notifyf(0, "RELOADING=1\nMONOTONIC_USEC=%lld",
                   static_cast<long long>(now.tv_sec) * 1'000'000 + now.tv_nsec / 1000);
        const auto loaded = workspace_.reload();
        if (!loaded)
            spdlog::error("reload refused error={:?} hint={:?}: the old settings stay", loaded.error().message,
                          loaded.error().hint);
        else
            take(**loaded);
        sd_notify(0, "READY=1");
    }

    void drain() {
        daemon_.reset();
        server_->drain();
        server_.reset();
    }

private:
    void start_fetching() {
        daemon_.reset();
        daemon_ = std::make_unique<fetchers::Daemon>(store_, settings_.fetch, workspace_.clock());
    }

    void take(const Settings& wanted) {
        const bool other_store = wanted.store_url != settings_.store_url;
        const bool same_server = serves_the_same(wanted);
        if (!same_server) {
            auto server =
                http::Server::open(store_, wanted.site, wanted.http, inherited_, workspace_.clock(), server_.get());
            if (!server) {
                spdlog::error("reload refused error={:?} hint={:?}: the old settings stay", server.error().message,
                              server.error().hint);
                return;
            }
            std::swap(server_, *server);
            (*server)->drain();
        }
        settings_ = wanted;
        start_logging(settings_.log_level, settings_.log_format);
        start_fetching();
        if (other_store) spdlog::warn("reload store.url changed: it is taken up at the next start");
        spdlog::info("reloaded listen={}", fmt::join(server_->addresses(), ","));
    }

    bool serves_the_same(const Settings& wanted) const {
        const auto& old = settings_;
        return old.site.base_url == wanted.site.base_url && old.site.title == wanted.site.title &&
               old.site.hub == wanted.site.hub && old.http.listen == wanted.http.listen &&
               old.http.admin_listen == wanted.http.admin_listen && old.http.threads == wanted.http.threads &&
               old.http.max_connections == wanted.http.max_connections &&
               old.http.trusted_proxies == wanted.http.trusted_proxies;
    }

    Workspace& workspace_;
    storage::Store& store_;
    Settings settings_;
    std::vector<int> inherited_;
    std::filesystem::path file_;
    FileIdentity file_identity_;
    std::uint64_t version_;
    std::unique_ptr<http::Server> server_;
    std::unique_ptr<fetchers::Daemon> daemon_;
};

// Serves until a signal ends it, or the store is lost.
std::optional<Error> serve_until_told(Service& service, const Signals& signals) {
    for (;;) {
        const int signal = signals.next();
        if (signal == SIGTERM || signal == SIGINT) return std::nullopt;
        if (signal == SIGHUP) service.reload();
        if (auto lost = service.look_around()) return lost;
    }
}

// Ends in order; a second signal ends at once.
void end(Service& service, storage::Store& store, const Signals& signals) {
    sd_notify(0, "STOPPING=1");
    spdlog::info("stopping");
    std::atomic<bool> ended{false};
    std::jthread drain([&] {
        service.drain();
        ended = true;
    });
    while (!ended) {
        const int signal = signals.next();
        // What is committed is in the store; nothing else is worth waiting for.
        if (signal == SIGTERM || signal == SIGINT) _exit(0);
    }
    drain.join();
    store.checkpoint();
    spdlog::info("stopped");
}

}  // namespace

Done run(const Serve&, Workspace& workspace) {
    const Signals signals;  // before any thread starts, so that all inherit the mask
    const auto loaded = workspace.settings();
    if (!loaded) return feeds::unexpected<Error>(loaded.error());
    const Settings settings = **loaded;
    const auto file = store_file(settings.store_url);
    if (auto refused = take_identity_of_owner(file)) return feeds::unexpected<Error>(std::move(*refused));
    raise_descriptor_limit();
    const auto lock = DaemonLock::take(file);
    if (!lock) return feeds::unexpected<Error>(lock.error());
    const auto store = workspace.store();
    if (!store) return feeds::unexpected<Error>(store.error());
    start_logging(workspace.options().verbose ? LogLevel::debug : settings.log_level, settings.log_format);
    std::optional<Error> wrong;
    {
        Service service(workspace, **store, settings);
        wrong = service.start();
        if (!wrong) {
            wrong = serve_until_told(service, signals);
            end(service, **store, signals);
        }
    }
    stop_logging();
    if (wrong) return feeds::unexpected<Error>(std::move(*wrong));
    return Exit::done;
}

}  // namespace masthead::config
