#include "storage/sqlite/errors.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

namespace masthead::storage::sqlite {

namespace {

using Code = StoreError::Code;

StoreError damaged(const std::string& path, const char* what) {
    return {Code::damaged, fmt::format("{} {}: restore a backup, or save what is left with \"sqlite3 {} .recover\"",
                                       path, what, path)};
}

}  // namespace

StoreError translated(const SQLite::Exception& error, const std::string& path) {
    switch (error.getErrorCode() & 0xff) {
        case SQLITE_FULL:
            return {Code::full, fmt::format("no space is left for {}: free some on its disk", path)};
        case SQLITE_READONLY:
        case SQLITE_PERM:
        case SQLITE_AUTH:
            return {Code::not_permitted,
                    fmt::format("{} may not be written: check the permissions of the file and of its folder", path)};
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return {Code::busy, fmt::format("{} is in use by another program for too long: try again", path)};
        case SQLITE_CORRUPT:
            return damaged(path, "is damaged");
        case SQLITE_NOTADB:
            return damaged(path, "is not a SQLite database, or its start is damaged");
        case SQLITE_CANTOPEN:
            return {Code::unavailable,
                    fmt::format("{} can't be opened: check that it is there, and its folder's permissions", path)};
        case SQLITE_IOERR:
            return {Code::cannot_write,
                    fmt::format("{} can't be read or written ({}): check its disk", path, error.what())};
        case SQLITE_NOMEM:
            return {Code::unavailable, fmt::format("no memory is left to work with {}", path)};
        default:
            return {Code::unavailable, fmt::format("{} can't be used: {}", path, error.what())};
    }
}

}  // namespace masthead::storage::sqlite
