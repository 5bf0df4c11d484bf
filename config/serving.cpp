#include "config/serving.hpp"

#include <atomic>
#include <thread>

#include <spdlog/spdlog.h>
#include <sys/resource.h>
#include <systemd/sd-daemon.h>
#include <unistd.h>

#include "config/daemon_lock.hpp"
#include "config/logging.hpp"
#include "config/places.hpp"
#include "config/service.hpp"
#include "config/store_owner.hpp"

namespace masthead::config {
namespace {

// As many descriptors as the machine permits: a connection and a fetch take one each.
void raise_descriptor_limit() {
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

// Serves until a signal ends it, or the store is lost.
std::optional<Error> serve_until_told(Service& service, const Signals& signals) {
    for (;;) {
        const int signal = signals.next();
        if (asks_to_end(signal)) return std::nullopt;
        if (signal == SIGHUP) service.reload();
        if (auto lost = service.look_around()) return lost;
    }
}

// Ends in order; a second signal ends at once.
void end(Service& service, storage::Store& store, const Signals& signals, const ServeEvents& events) {
    sd_notify(0, "STOPPING=1");
    spdlog::info("stopping");
    std::atomic<bool> ended{false};
    std::jthread drain([&] {
        service.drain();
        ended = true;
    });
    while (!ended) {
        if (!asks_to_end(signals.next())) continue;
        // What is committed is in the store; nothing else is worth waiting for.
        events.ended_at_once();
        _exit(0);
    }
    drain.join();
    store.checkpoint();
    spdlog::info("stopped");
}

}  // namespace

Done serve(Workspace& workspace, const Signals& signals, const ServeEvents& events) {
    const auto loaded = workspace.settings();
    if (!loaded) return feeds::unexpected<Error>(loaded.error());
    const Settings settings = **loaded;
    const auto file = store_file(settings.store_url);
    if (auto refused = take_identity_of_owner(file)) return feeds::unexpected<Error>(std::move(*refused));
    raise_descriptor_limit();
    const auto lock = DaemonLock::take(file);
    if (!lock) return feeds::unexpected<Error>(lock.error());
    const auto store = workspace.store_or_new();
    if (!store) return feeds::unexpected<Error>(store.error());
    start_logging(workspace.options().verbose ? LogLevel::debug : settings.log_level, settings.log_format);
    std::optional<Error> wrong;
    {
        Service service(workspace, **store, settings);
        wrong = service.start();
        if (!wrong) {
            events.ready(service.addresses());
            wrong = serve_until_told(service, signals);
            end(service, **store, signals, events);
        }
    }
    stop_logging();
    if (wrong) return feeds::unexpected<Error>(std::move(*wrong));
    return Exit::done;
}

}  // namespace masthead::config
