#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include <sys/types.h>

#include "config/errors.hpp"
#include "config/settings.hpp"
#include "config/workspace.hpp"
#include "fetchers/daemon.hpp"
#include "http/server.hpp"
#include "storage/store.hpp"

namespace masthead::config {

/// Which file a path leads to: a store that is deleted or replaced under the daemon must not be written on for ever.
struct FileIdentity {
    dev_t device = 0;
    ino_t node = 0;
    bool operator==(const FileIdentity&) const = default;
};

/// The running daemon: the fetchers and the server on one store, told to systemd (sd_notify). For one thread.
class Service {
public:
    /// Workspace and store outlive the service.
    Service(Workspace& workspace, storage::Store& store, const Settings& settings);

    /// Opens the sockets, handed over by systemd or named by the settings, and begins to fetch.
    [[nodiscard]] std::optional<Error> start();

    /// The addresses that are listened on.
    std::vector<std::string> addresses() const { return server_->addresses(); }

    /// To be called several times a second: pings the watchdog and takes up what other processes changed in the store.
    /// An error when the store was deleted or replaced.
    [[nodiscard]] std::optional<Error> look_around();

    /// Reads the settings anew; bad ones leave the old ones in force, and are told in the log.
    void reload();

    /// Stops fetching, and serving once what is being sent has been sent.
    void drain();

private:
    void start_fetching();
    void take(const Settings& wanted);
    bool serves_the_same(const Settings& wanted) const;

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

}  // namespace masthead::config
