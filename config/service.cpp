#include "config/service.hpp"

#include <algorithm>
#include <ctime>
#include <numeric>

#include <fmt/format.h>
#include <spdlog/spdlog.h>
#include <sys/stat.h>
#include <systemd/sd-daemon.h>

#include "config/logging.hpp"
#include "config/places.hpp"
#include "config/version.hpp"

namespace masthead::config {
namespace {

std::vector<int> inherited_sockets() {
    std::vector<int> out(static_cast<std::size_t>(std::max(0, sd_listen_fds(1))));
    std::iota(out.begin(), out.end(), SD_LISTEN_FDS_START);
    return out;
}

FileIdentity identity_of(const std::filesystem::path& file) {
    struct stat about {};
    if (stat(file.c_str(), &about) != 0) return {};
    return {about.st_dev, about.st_ino};
}

}  // namespace

Service::Service(Workspace& workspace, storage::Store& store, const Settings& settings)
    : workspace_(workspace),
      store_(store),
      settings_(settings),
      inherited_(inherited_sockets()),
      file_(store_file(settings.store_url)),
      file_identity_(identity_of(file_)),
      version_(store.version()) {}

std::optional<Error> Service::start() {
    auto server = http::Server::open(store_, settings_.site, settings_.http, inherited_, workspace_.clock());
    if (!server) return Error{Exit::unavailable, server.error().message, server.error().hint};
    server_ = std::move(*server);
    start_fetching();
    spdlog::info("ready version={} store={} listen={}", version, settings_.store_url,
                 fmt::join(server_->addresses(), ","));
    sd_notify(0, "READY=1");
    return std::nullopt;
}

std::optional<Error> Service::look_around() {
    sd_notify(0, "WATCHDOG=1");
    if (!file_.empty() && identity_of(file_) != file_identity_)
        return Error{Exit::no_input, fmt::format("the store was deleted or replaced: {}", file_.string()),
                     "Start the daemon again when the file that you want is in place."};
    try {
        const auto seen = store_.version();
        if (seen == version_) return std::nullopt;
        version_ = seen;
        server_->refresh();
        daemon_->wake();
    } catch (const storage::StoreError& error) {
        spdlog::error("store error={:?}", error.what());
    }
    return std::nullopt;
}

void Service::reload() {
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

void Service::drain() {
    daemon_.reset();
    server_->drain();
    server_.reset();
}

void Service::start_fetching() {
    daemon_.reset();
    daemon_ = std::make_unique<fetchers::Daemon>(store_, settings_.fetch, workspace_.clock());
}

void Service::take(const Settings& wanted) {
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

bool Service::serves_the_same(const Settings& wanted) const {
    const auto& old = settings_;
    return old.site.base_url == wanted.site.base_url && old.site.title == wanted.site.title &&
           old.site.hub == wanted.site.hub && old.http.listen == wanted.http.listen &&
           old.http.admin_listen == wanted.http.admin_listen && old.http.threads == wanted.http.threads &&
           old.http.max_connections == wanted.http.max_connections && old.http.per_address == wanted.http.per_address &&
           old.http.trusted_proxies == wanted.http.trusted_proxies;
}

}  // namespace masthead::config
