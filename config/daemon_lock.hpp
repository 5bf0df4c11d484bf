#pragma once

#include <filesystem>
#include <optional>

#include <sys/types.h>

#include "config/errors.hpp"

namespace masthead::config {

/// Held while a daemon runs on a store: a lock on a file beside it, which holds the daemon's pid. The kernel lets go of
/// it however the daemon ends.
class DaemonLock {
public:
    [[nodiscard]] static feeds::Result<DaemonLock, Error> take(const std::filesystem::path& store);

    DaemonLock(DaemonLock&& other) noexcept;
    DaemonLock& operator=(DaemonLock&&) = delete;
    ~DaemonLock();

private:
    explicit DaemonLock(int descriptor) : descriptor_(descriptor) {}
    int descriptor_;
};

/// The pid of the daemon that runs on a store; nothing when none does.
std::optional<pid_t> running_daemon(const std::filesystem::path& store);

}  // namespace masthead::config
