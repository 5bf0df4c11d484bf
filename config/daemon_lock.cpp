#include "config/daemon_lock.hpp"

#include <array>
#include <cerrno>
#include <charconv>
#include <string>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

namespace masthead::config {
namespace {

std::string lock_file(const std::filesystem::path& store) { return store.string() + ".lock"; }

std::optional<pid_t> pid_in(int descriptor) {
    std::array<char, 32> text{};
    const auto length = pread(descriptor, text.data(), text.size(), 0);
    pid_t pid = 0;
    if (length <= 0 || std::from_chars(text.data(), text.data() + length, pid).ec != std::errc{}) return std::nullopt;
    return pid;
}

}  // namespace

feeds::Result<DaemonLock, Error> DaemonLock::take(const std::filesystem::path& store) {
    const auto file = lock_file(store);
    std::error_code ignored;  // what is wrong with the folder, open says better
    std::filesystem::create_directories(store.parent_path(), ignored);
    const int descriptor = open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0640);
    if (descriptor < 0)
        return failure(
            errno == EACCES ? Exit::not_permitted : Exit::cannot_create,
            fmt::format("the daemon's lock cannot be made, {}: {}", std::generic_category().message(errno), file),
            "Give the folder of the store to the user that runs masthead.");
    if (flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        const auto pid = pid_in(descriptor);
        close(descriptor);
        return failure(Exit::busy,
                       pid ? fmt::format("a daemon with pid {} already runs on this store: {}", *pid, store.string())
                           : fmt::format("a daemon already runs on this store: {}", store.string()),
                       "Stop it first, or name another store with --db.");
    }
    const auto pid = fmt::format("{}\n", getpid());
    if (ftruncate(descriptor, 0) != 0 || pwrite(descriptor, pid.data(), pid.size(), 0) < 0) {
        const int wrong = errno;
        close(descriptor);
        return failure(Exit::cannot_write, fmt::format("the daemon's lock cannot be written, {}: {}",
                                                       std::generic_category().message(wrong), file));
    }
    return DaemonLock(descriptor);
}

DaemonLock::DaemonLock(DaemonLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

DaemonLock::~DaemonLock() {
    if (descriptor_ >= 0) close(descriptor_);
}

std::optional<pid_t> running_daemon(const std::filesystem::path& store) {
    const int descriptor = open(lock_file(store).c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return std::nullopt;
    std::optional<pid_t> pid;
    if (flock(descriptor, LOCK_SH | LOCK_NB) != 0) pid = pid_in(descriptor);
    close(descriptor);
    return pid;
}

}  // namespace masthead::config
