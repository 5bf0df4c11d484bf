#include <cerrno>
#include <filesystem>
#include <system_error>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "storage/sqlite/errors.hpp"
#include "storage/sqlite/migrations.hpp"
#include "storage/sqlite/sqlite_store.hpp"
#include "storage/store.hpp"

namespace masthead::storage {

namespace {

namespace fs = std::filesystem;
using Code = StoreError::Code;

std::string path_of(const std::string& url) {
    constexpr std::string_view scheme = "sqlite:";
    if (url.compare(0, scheme.size(), scheme) != 0 || url.size() == scheme.size())
        throw StoreError(
            Code::unavailable,
            fmt::format("store.url is {:?}: this program has stores of the form sqlite:/path/to/file", url));
    return url.substr(scheme.size());
}

StoreError cannot_create(const std::string& path, int error) {
    const auto code = error == EACCES || error == EPERM || error == EROFS ? Code::not_permitted
                      : error == ENOSPC || error == EDQUOT                ? Code::full
                                                                          : Code::cannot_create;
    return {code, fmt::format("{} can't be created ({}): name another place in store.url, or let this user write there",
                              path, std::generic_category().message(error))};
}

void create_folder_of(const std::string& path) {
    const auto folder = fs::path(path).parent_path();
    if (folder.empty()) return;
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) throw cannot_create(folder.string(), error.value());
}

void create_file(const std::string& path) {
    constexpr mode_t mode = 0640;
    const int file = ::open(path.c_str(), O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, mode);
    if (file < 0) throw cannot_create(path, errno);
    ::close(file);
}

void write_schema(const std::string& path) {
    sqlite::guarded(path, [&] {
        sqlite::Connection connection(path, sqlite::Connection::Mode::write);
        // More of an entry's text fits on a page of this size: a third less on disk. It is fixed from now on.
        connection.run("PRAGMA page_size = 8192");
        connection.run("PRAGMA synchronous = FULL");
        sqlite::migrate(connection, path);
        // Last: with a write-ahead log a part of the schema could still be in there, under a name that goes.
        connection.run("PRAGMA journal_mode = WAL");
    });
}

void remove_files(const std::string& path) {
    std::error_code ignored;
    for (const char* ending : {"", "-wal", "-shm", "-journal"}) fs::remove(path + ending, ignored);
}

// A new store gets its name when it is whole. So an empty file under that name is always a damaged store, never one
// that is being made, and of two processes one makes it and the other opens it.
void create(const std::string& path) {
    create_folder_of(path);
    const std::string unfinished = fmt::format("{}.new-{}", path, ::getpid());
    remove_files(unfinished);
    create_file(unfinished);
    try {
        write_schema(unfinished);
        if (::link(unfinished.c_str(), path.c_str()) != 0 && errno != EEXIST) throw cannot_create(path, errno);
    } catch (...) {
        remove_files(unfinished);
        throw;
    }
    remove_files(unfinished);
}

void refuse_unusable(const std::string& path) {
    std::error_code error;
    const auto status = fs::status(path, error);
    if (!fs::is_regular_file(status))
        throw StoreError(Code::unavailable, fmt::format("{} is not a file: name the store's file in store.url", path));
    if (fs::file_size(path, error) == 0)
        throw StoreError(
            Code::damaged,
            fmt::format("{} is empty, which no store ever is: restore a backup, or remove the file to start "
                        "anew",
                        path));
    if (::access(path.c_str(), R_OK | W_OK) != 0)
        throw StoreError(
            Code::not_permitted,
            fmt::format("{} may not be written by this user: check its owner and permissions, or run as the "
                        "user whose store it is",
                        path));
}

void bring_up_to_date(const std::string& path) {
    sqlite::guarded(path, [&] {
        sqlite::Connection connection(path, sqlite::Connection::Mode::write);
        sqlite::migrate(connection, path);
        // A backup that was put back may have lost it.
        connection.run("PRAGMA journal_mode = WAL");
    });
}

}  // namespace

std::unique_ptr<Store> open_store(const OpenOptions& options) {
    const auto path = path_of(options.url);
    std::error_code error;
    if (const auto status = fs::status(path, error); status.type() == fs::file_type::not_found) {
        if (options.create == OpenOptions::Create::never)
            throw StoreError(Code::unavailable, fmt::format("there is no store at {}: name it in store.url", path));
        create(path);
    } else if (error) {
        throw StoreError(
            Code::not_permitted,
            fmt::format("{} can't be reached ({}): check the permissions of its folders", path, error.message()));
    }
    refuse_unusable(path);
    bring_up_to_date(path);
    return sqlite::guarded(path,
                           [&]() -> std::unique_ptr<Store> { return std::make_unique<sqlite::SqliteStore>(path); });
}

}  // namespace masthead::storage
