#include "storage/sqlite/connection.hpp"

#include <cassert>

namespace masthead::storage::sqlite {

namespace {

constexpr int busy_timeout_ms = 5000;

}  // namespace

Connection::Connection(const std::string& path, Mode mode)
    : database_(path, mode == Mode::read ? SQLite::OPEN_READONLY : SQLite::OPEN_READWRITE, busy_timeout_ms) {
    sqlite3_extended_result_codes(database_.getHandle(), 1);
    run("PRAGMA foreign_keys = ON");
    // With a write-ahead log, a power cut costs at most the last transactions, never the file.
    run("PRAGMA synchronous = NORMAL");
    // In KiB: small, as the kernel caches the file as well and a server's readers are several.
    run(mode == Mode::read ? "PRAGMA cache_size = -1024" : "PRAGMA cache_size = -4096");
    // What a great transaction made of the log is given back at the next checkpoint.
    run("PRAGMA journal_size_limit = 16777216");
}

Connection::Prepared& Connection::prepared(std::string_view sql) {
    auto found = prepared_.find(sql);
    if (found == prepared_.end())
        found = prepared_.emplace(sql, Prepared{SQLite::Statement(database_, std::string(sql)), false}).first;
    assert(!found->second.in_use && "a statement is run within its own rows");
    return found->second;
}

Query::~Query() {
    statement_.tryReset();
    // Large values are not kept until the statement's next run.
    statement_.clearBindings();  // cannot fail
    prepared_.in_use = false;
}

bool Query::next() {
    column_ = 0;
    return statement_.executeStep();
}

std::string Query::text() {
    const auto column = statement_.getColumn(column_++);
    const void* bytes = column.getBlob();
    return bytes == nullptr ? std::string()
                            : std::string(static_cast<const char*>(bytes), static_cast<std::size_t>(column.getBytes()));
}

}  // namespace masthead::storage::sqlite
